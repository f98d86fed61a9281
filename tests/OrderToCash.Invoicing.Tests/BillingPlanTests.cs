using System.Text.Json;
using static OrderToCash.Invoicing.Tests.ABillable;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class BillingPlanTests
{
    [Fact]
    public void What_was_delivered_is_billed_and_the_rest_is_not()
    {
        var plan = BillingPolicy.OnDelivery.Plan(Item("1").Pieces(10, 4, 1), Item("2").Pieces(10, 0), Item("3").Pieces(10, 10, 10), Item("4").Pieces(10, 2, 5));
        var invoice = Assert.Single(plan.Invoices);
        Assert.Equal("7.50 GBP", invoice.Net.ToString());
        Assert.Equal(Quantity.Pieces(3), Assert.Single(invoice.Lines).Line.Quantity);
        Assert.Equal(
            [LeftOutReason.NotPerformed, LeftOutReason.FullyBilled, LeftOutReason.Overbilled],
            [plan.Why("2").Reason, plan.Why("3").Reason, plan.Why("4").Reason]);
    }

    [Fact]
    public void On_order_all_that_was_ordered_is_billed_and_what_was_delivered_beyond()
    {
        var plan = BillingPolicy.OnOrder.Plan(Item("1").Pieces(10, 0), Item("2").Pieces(10, 12));
        Assert.Equal([10m, 12m], Assert.Single(plan.Invoices).Lines.Select(l => l.Line.Quantity.Value));
        var capped = (BillingPolicy.OnOrder with { CapsAtOrdered = true }).Plan(Item("2").Pieces(10, 12));
        Assert.Equal(10m, capped.Invoices[0].Lines[0].Line.Quantity.Value);
        var delivered = (BillingPolicy.OnDelivery with { CapsAtOrdered = true }).Plan(Item("2").Pieces(10, 12));
        Assert.Equal(10m, delivered.Invoices[0].Lines[0].Line.Quantity.Value);
    }

    [Fact]
    public void A_milestone_is_billed_once_it_is_reached()
    {
        var policy = new BillingPolicy { Trigger = BillingTrigger.Milestone };
        var plan = policy.Plan(Item("design").Pieces(1, 0), Item("build").Pieces(1, 0) with { PerformedOn = null });
        Assert.Equal("design", Assert.Single(plan.Invoices[0].Lines).Item.Value);
        Assert.Equal(LeftOutReason.NotPerformed, plan.Why("build").Reason);
    }

    [Theory]
    [InlineData(BillingTiming.Arrears, 0, 28, 2)]
    [InlineData(BillingTiming.Advance, 0, 1, 2)]
    [InlineData(BillingTiming.Advance, 10, 22, 1)]
    public void A_period_is_billed_before_or_after_it(BillingTiming timing, int lead, int dueDay, int dueMonth)
    {
        var policy = new BillingPolicy { Trigger = BillingTrigger.Schedule, Timing = timing, LeadDays = lead };
        var february = Item("feb").Serving(new(2011, 2, 1), new(2011, 2, 28));
        var due = new LocalDate(2011, dueMonth, dueDay);
        var early = policy.PlanOn(due.PlusDays(-1), february);
        Assert.Equal((LeftOutReason.NotDue, due), (early.Why("feb").Reason, early.Why("feb").DueOn));
        Assert.Equal(due, policy.PlanOn(due, february).Invoices[0].Lines[0].BillingDay);
    }

    [Fact]
    public void Rhythms_give_the_billing_day()
    {
        var tuesday = new LocalDate(2011, 2, 1);
        Assert.Equal(tuesday, BillingRhythm.Daily.On(tuesday));
        Assert.Equal(new(2011, 2, 4), BillingRhythm.Weekly(IsoDayOfWeek.Friday).On(tuesday));
        Assert.Equal(tuesday, BillingRhythm.Weekly(IsoDayOfWeek.Tuesday).On(tuesday));
        Assert.Equal(new(2011, 2, 28), BillingRhythm.EndOfMonth.On(tuesday));
        Assert.Equal(new(2011, 2, 15), BillingRhythm.Monthly(15).On(tuesday));
        Assert.Equal(new(2011, 3, 15), BillingRhythm.Monthly(15).On(new(2011, 2, 16)));
        Assert.Equal(new(2011, 2, 28), BillingRhythm.Monthly(31).On(tuesday));
        Assert.Equal(new(2011, 3, 31), BillingRhythm.Monthly(31).On(new(2011, 3, 1)));
    }

    [Fact]
    public void A_month_of_deliveries_is_one_document_and_missed_months_are_caught_up_one_by_one()
    {
        var plan = BillingPolicy.Collective.PlanOn(new(2011, 3, 30),
            Item("1") with { PerformedOn = new LocalDate(2011, 1, 5) },
            Item("2") with { PerformedOn = new LocalDate(2011, 1, 28), Order = new("SO-2") },
            Item("3") with { PerformedOn = new LocalDate(2011, 2, 2) },
            Item("4") with { PerformedOn = new LocalDate(2011, 3, 2) });
        Assert.Equal(["1,2", "3"], plan.Invoices.Select(i => string.Join(',', i.Lines.Select(l => l.Item))));
        Assert.Equal(new LocalDate(2011, 3, 31), plan.Why("4").DueOn);
    }

    [Fact]
    public void Currency_terms_tax_regime_and_legal_entity_never_share_a_document()
    {
        var plan = BillingPolicy.OnDelivery.Plan(
            Item("1"), Item("2"), Item("3").Priced("2.5 EUR"), Item("4") with { Terms = new("NET60") }, Item("5") with { TaxRegime = "margin" },
            Item("6") with { LegalEntity = new("DE") }, Item("7", "C-2"),
            Item("8") with { Tax = Twenty with { Category = TaxCategory.OutOfScope, Rate = Percentage.Zero } });
        Assert.Equal(7, plan.Invoices.Count);
        Assert.Equal(["1", "2"], plan.Invoices.Single(i => i.Lines.Count == 2).Lines.Select(l => l.Item.Value));
        Assert.Equal(["25.00 EUR", "175.00 GBP"], plan.Nets.Select(n => n.ToString()));
    }

    [Theory]
    [InlineData(BillingGrouping.Order)]
    [InlineData(BillingGrouping.PurchaseOrder)]
    [InlineData(BillingGrouping.ShipTo)]
    [InlineData(BillingGrouping.Shipment)]
    [InlineData(BillingGrouping.Contract)]
    public void What_the_policy_groups_by_keeps_items_apart(BillingGrouping by)
    {
        BillableItem[] items =
        [
            Item("1") with { PurchaseOrder = "PO-1", ShipTo = Party("", "Leeds", "GB", "").Address, Shipment = new("S-1"), Contract = new("K-1") },
            Item("2") with
            {
                Order = new("SO-2"), PurchaseOrder = "PO-2", ShipTo = Party("", "York", "GB", "").Address, Shipment = new("S-2"), Contract = new("K-2"),
            },
        ];
        Assert.Equal(2, (BillingPolicy.OnDelivery with { GroupBy = [by] }).Plan(items).Invoices.Count);
        var together = Assert.Single(BillingPolicy.OnDelivery.Plan(items).Invoices);
        Assert.Equal(("", null), (together.PurchaseOrder, together.ShipTo));
    }

    [Fact]
    public void Long_documents_are_cut_in_printing_order()
    {
        var plan = (BillingPolicy.OnDelivery with { MaxLines = 4 }).Plan([.. Enumerable.Range(1, 10).Select(i => Item($"{i}"))]);
        Assert.Equal(["1,2,3,4", "5,6,7,8", "9,10"], plan.Invoices.Select(i => string.Join(',', i.Lines.Select(l => l.Item))));
    }

    [Fact]
    public void Small_amounts_wait_but_not_for_ever()
    {
        var policy = BillingPolicy.OnDelivery with { MinimumNet = [Money.Parse("30.00 GBP")], CarryAtMostDays = 60 };
        var plan = policy.Plan(Item("1"));
        Assert.Equal((LeftOutReason.BelowMinimum, new LocalDate(2011, 3, 11)), (plan.Why("1").Reason, plan.Why("1").DueOn));
        Assert.Single(policy.PlanOn(new(2011, 3, 11), Item("1")).Invoices);
        Assert.Single(policy.Plan(Item("1"), Item("2")).Invoices);
        Assert.Null((policy with { CarryAtMostDays = null }).Plan(Item("1")).Why("1").DueOn);
    }

    [Fact]
    public void A_discount_follows_the_quantity_and_none_of_it_is_lost()
    {
        var whole = Item("1") with { Discount = Money.Parse("1.00 GBP") };
        var first = BillingPolicy.OnDelivery.Plan(whole.Pieces(3, 1)).Invoices[0].Lines[0].Line;
        var second = BillingPolicy.OnDelivery.Plan(whole.Pieces(3, 2, 1)).Invoices[0].Lines[0].Line;
        var third = BillingPolicy.OnDelivery.Plan(whole.Pieces(3, 5, 2)).Invoices[0].Lines[0].Line;
        Assert.Equal(["0.33 GBP", "0.34 GBP", "0.33 GBP"], new[] { first, second, third }.Select(l => l.Discount!.Value.ToString()));
        Assert.Equal("7.17 GBP", third.Net.ToString());
    }

    [Fact]
    public void A_planned_document_becomes_a_draft_that_can_be_posted()
    {
        var planned = BillingPolicy.OnDelivery.Plan(
            Item("1") with { PurchaseOrder = "PO-7" }, Item("2") with { PurchaseOrder = "PO-7", PerformedOn = new LocalDate(2011, 1, 12) }).Invoices[0];
        var draft = planned.Draft(new("I-9"), Draft().Seller, Draft().Buyer, Day);
        Assert.Equal(("PO-7", new LocalDate(2011, 1, 12), new LocalDate(2011, 1, 12)), (draft.PurchaseOrder, draft.TaxPoint, draft.DeliveryDate));
        Assert.Equal(planned.Net, draft.Posted().Invoice.Totals.LineNet);
    }

    [Fact]
    public void Facts_that_contradict_themselves_are_left_out_with_all_findings()
    {
        var plan = new BillingPolicy { Trigger = BillingTrigger.Schedule }.Plan(
            Item("1") with
            {
                Customer = default, Description = " ", Ordered = Quantity.Pieces(0), Billed = Quantity.Of(1, new UnitCode("KGM")),
                Price = UnitPrice.Parse("-1 GBP"), ServiceFrom = new(2011, 2, 1), ServiceUntil = new(2011, 1, 1),
            },
            Item("2") with { Discount = Money.Parse("25.01 GBP"), ServiceFrom = new(2011, 1, 1), ServiceUntil = new(2011, 1, 1) });
        var findings = plan.Why("1").Findings;
        Expect.Found(BillingErrors.ItemIncomplete, findings);
        Expect.Found(BillingErrors.QuantityImpossible, findings);
        Expect.Found(BillingErrors.AmountImpossible, findings);
        Expect.Found(BillingErrors.PeriodMissing, findings);
        Assert.Equal(6, findings.Count);
        Assert.Equal("discount", Expect.Found(BillingErrors.AmountImpossible, plan.Why("2").Findings).Target);
        Assert.Empty(plan.Invoices);
    }

    [Fact]
    public void An_item_given_twice_is_not_billed_at_all()
    {
        var plan = BillingPolicy.OnDelivery.Plan(Item("1"), Item("2"), Item("1"));
        Assert.Equal(2, plan.LeftOut.Count);
        Assert.All(plan.LeftOut, l => Expect.Found(BillingErrors.ItemTwice, l.Findings));
        Assert.Equal("2", Assert.Single(plan.Invoices[0].Lines).Item.Value);
    }

    [Fact]
    public void A_held_item_says_who_holds_it()
    {
        var held = BillingPolicy.OnDelivery.Plan(Item("1") with { HeldBecause = "price is being clarified" }).Why("1");
        Assert.Equal(LeftOutReason.Held, held.Reason);
        Assert.Contains("price is being clarified", Expect.Found(BillingErrors.ItemHeld, held.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Amounts_beyond_all_bounds_leave_items_out_instead_of_throwing()
    {
        var huge = Item("1").Priced("9999999999999999 GBP");
        Expect.Found(BillingErrors.AmountImpossible, BillingPolicy.OnDelivery.Plan(huge).Why("1").Findings);
        var large = Item("1").Priced("900000000000000 GBP");
        Assert.Equal(2, BillingPolicy.OnDelivery.Plan(large, large with { Id = new("2") }).LeftOut.Count);
    }

    [Fact]
    public void A_policy_is_checked_as_a_whole()
    {
        var policy = BillingPolicy.OnDelivery with
        {
            Rhythm = BillingRhythm.Monthly(32), LeadDays = -1, MaxLines = 0, CarryAtMostDays = -1,
            MinimumNet = [Money.Parse("1.00 GBP"), Money.Parse("2.00 GBP"), Money.Parse("-1.00 EUR")],
        };
        var result = BillingPlan.For([Item("1"), Item("2")], policy, Day);
        Expect.Refused(BillingErrors.PolicyInvalid, result);
        Assert.Equal(
            ["rhythm.dayOfMonth", "leadDays", "maxLines", "carryAtMostDays", "minimumNet[1]", "minimumNet[2]"], result.Errors.Select(e => e.Target));
        Expect.Found(BillingErrors.PolicyInvalid, BillingRhythm.Weekly(IsoDayOfWeek.None).Check());
        Assert.Throws<InvalidOperationException>(() => BillingRhythm.Monthly(0).On(Day));
        Assert.Equal(BillingPolicy.OnDelivery, BillingPolicy.OnDelivery with { Rhythm = BillingRhythm.Daily });
    }

    [Fact]
    public void Each_customer_has_its_own_policy()
    {
        var plan = Expect.Success(BillingPlan.For([Item("1"), Item("2", "C-2")],
            i => i.Customer == new CustomerId("C-2") ? BillingPolicy.Collective : BillingPolicy.OnDelivery, new(2011, 1, 15)));
        Assert.Equal("C-1", Assert.Single(plan.Invoices).Customer.Value);
        Assert.Equal(Day, plan.Why("2").DueOn);
    }

    [Fact]
    public void A_plan_of_a_quarter_of_a_million_items_takes_seconds_and_survives_json_in_small()
    {
        var items = Enumerable.Range(0, 250_000).Select(i => Item($"{i}", $"C-{i % 4000}") with { Order = new($"SO-{i / 20}") });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(4000, Expect.Success(BillingPlan.For(items, BillingPolicy.OnDelivery, Day)).Invoices.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
        var small = BillingPolicy.OnDelivery.Plan(Item("1"), Item("2") with { HeldBecause = "x" });
        Assert.Equal(small, JsonSerializer.Deserialize<BillingPlan>(JsonSerializer.Serialize(small, Stored), Stored));
    }
}
