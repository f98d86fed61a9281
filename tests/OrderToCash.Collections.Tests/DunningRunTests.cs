using OrderToCash.Receivables;
using static OrderToCash.Collections.Tests.ALetter;

namespace OrderToCash.Collections.Tests;

public class DunningRunTests
{
    [Theory]
    [InlineData(-4, null)]
    [InlineData(-3, 1)]
    [InlineData(0, 1)]
    [InlineData(1, null)]
    [InlineData(6, null)]
    [InlineData(7, 2)]
    [InlineData(90, 2)]
    public void A_first_letter_goes_out_when_its_level_is_reached(int days, int? level)
    {
        var plan = Plan(days, [Invoice("I-1", 100)]);
        Assert.Equal(level, plan.Letters.IsEmpty ? null : plan.Letters[0].Level);
        if (level is null) Assert.Equal(NotDunnedReason.NotYetTriggered, plan.Why("I-1"));
    }

    [Fact]
    public void The_levels_come_one_after_the_other_with_the_days_between()
    {
        OpenItem[] items = [Invoice("I-1", 100)];
        var known = Execute(null, Plan(-2, items));
        known = Execute(known, Plan(7, items, known));
        Assert.Equal(2, known.Items[0].CurrentLevel);
        known = Execute(known, Plan(21, items, known));
        Assert.Equal([1, 2, 3], known.Items[0].Steps.Select(s => s.Level));
        Assert.Equal(NotDunnedReason.LastLevelReached, Plan(200, items, known).Why("I-1"));
    }

    [Fact]
    public void A_late_second_level_still_waits_after_the_first_and_the_plan_says_until_when()
    {
        OpenItem[] items = [Invoice("I-1", 100)];
        var known = Execute(null, Plan(40, items));
        var plan = Plan(53, items, known);
        Assert.Equal(NotDunnedReason.TooSoon, plan.Why("I-1"));
        Assert.Equal(Due.PlusDays(54), plan.NotDunned[0].NextOn);
        Assert.Equal(3, Assert.Single(Plan(54, items, known).Letters).Level);
    }

    [Fact]
    public void No_level_is_jumped_unless_the_policy_says_so()
    {
        OpenItem[] items = [Invoice("I-1", 100)];
        Assert.Equal(2, Plan(100, items).Letters[0].Level);
        Assert.Equal(3, DunningRun.Plan(items, [], [], Policy with { MayJumpLevels = true }, Due.PlusDays(100)).Letters[0].Level);
    }

    [Fact]
    public void One_letter_to_a_customer_has_the_highest_level_of_its_lines()
    {
        var old = Invoice("I-1", 100);
        var known = Execute(null, Plan(7, [old]));
        var plan = Plan(21, [Invoice("I-2", 50, Due.PlusDays(14)), old], known);
        var letter = Assert.Single(plan.Letters);
        Assert.Equal((3, Channel.Letter, "second"), (letter.Level, letter.Channel, letter.TextKey));
        Assert.Equal([("I-1", 3, 2), ("I-2", 2, null)], letter.Lines.Select(l => (l.Item.Value, l.Level, l.PreviousLevel)));
        Assert.Equal(Eur(150), letter.AmountDue);
    }

    [Fact]
    public void Currencies_legal_entities_and_customers_are_never_mixed()
    {
        var plan = Plan(10,
        [
            Invoice("I-1", 100), Invoice("I-2", 100) with { LegalEntity = new("OTHER") }, Invoice("I-3", 100) with { Customer = new("C-0") },
            Item("I-4", Money.Of(500, Currency.Jpy), OpenItemKind.Invoice, Due),
        ]);
        Assert.Equal(
            [("OTHER", "C-1", "EUR"), ("SHOP", "C-0", "EUR"), ("SHOP", "C-1", "EUR"), ("SHOP", "C-1", "JPY")],
            plan.Letters.Select(l => (l.LegalEntity.Value, l.Customer.Value, l.AmountDue.Currency.Code)));
    }

    [Fact]
    public void Only_what_is_open_is_asked_for_and_credits_are_shown()
    {
        OpenItem[] items =
            [Invoice("I-1", 100, paid: 30), Credit("CN-1", 20), Credit("P-1", 5, OpenItemKind.Payment), Invoice("I-2", 10, paid: 10)];
        var plan = Plan(10, items);
        var letter = Assert.Single(plan.Letters);
        Assert.Equal((Eur(70), Eur(25), Eur(45)), (letter.AmountDue, letter.CreditTotal, letter.Total));
        Assert.Equal(["CN-1", "P-1"], letter.Credits.Select(c => c.DocumentNumber));
        Assert.Equal(NotDunnedReason.Credit, plan.Why("CN-1"));
        Assert.Equal(NotDunnedReason.Settled, plan.Why("I-2"));
    }

    [Fact]
    public void Credits_that_cover_all_that_is_due_keep_the_letter_back()
    {
        Assert.Equal(NotDunnedReason.CoveredByCredits, Plan(10, [Invoice("I-1", 100), Credit("CN-1", 100)]).Why("I-1"));
        Assert.Single(Plan(10, [Invoice("I-1", 100), Credit("CN-1", 99.99m)]).Letters);

        OpenItem[] items = [Invoice("I-1", 100), Credit("CN-1", 100)];
        Assert.Single(DunningRun.Plan(items, [], [], Policy with { CreditsSuppress = false }, Due.PlusDays(10)).Letters);
    }

    [Fact]
    public void Credits_are_set_against_all_that_is_overdue_not_only_against_the_lines()
    {
        OpenItem[] items = [Invoice("I-1", 100, Due.PlusDays(-60)), Invoice("I-2", 50), Credit("CN-1", 60)];
        var known = Execute(null, Plan(-60 + 30, [items[0]]));
        known = Execute(known, Plan(0, [items[0]], known));
        var letter = Assert.Single(Plan(10, items, known).Letters);
        Assert.Equal(["I-2"], letter.Lines.Select(l => l.Item.Value));
        Assert.Equal(Eur(50), letter.Total);
    }

    [Fact]
    public void What_the_credits_leave_over_lowers_the_letter_and_never_below_zero()
    {
        OpenItem[] items = [Invoice("I-1", 100, Due.PlusDays(-60)), Invoice("I-2", 50), Credit("CN-1", 90), Credit("CN-2", 30)];
        var known = Execute(null, Plan(-60 + 30, [items[0]]));
        known = Execute(known, Plan(0, [items[0]], known));
        var letter = Assert.Single(Plan(10, items, known).Letters);
        Assert.Equal((Eur(20), Eur(30)), (letter.CreditTotal, letter.Total));
        Assert.Equal(letter.CreditTotal, Money.Sum(letter.Credits.Select(c => c.Amount), Currency.Eur));
    }

    [Fact]
    public void A_minimum_keeps_small_sums_back()
    {
        var policy = Policy with { Levels = Policy.Levels.Select(l => l with { MinimumAmounts = [Eur(10)] }).ToEquatableArray() };
        OpenItem[] small = [Invoice("I-1", 4), Invoice("I-2", 5.99m)];
        var plan = DunningRun.Plan(small, [], [], policy, Due.PlusDays(10));
        Assert.Equal(NotDunnedReason.BelowMinimum, plan.Why("I-1"));
        Assert.Single(DunningRun.Plan([.. small, Invoice("I-3", 0.01m)], [], [], policy, Due.PlusDays(10)).Letters);
        Assert.Empty(DunningRun.Plan([.. small, Invoice("I-3", 5), Credit("CN", 5)], [], [], policy, Due.PlusDays(10)).Letters);
    }

    [Fact]
    public void The_fee_is_of_the_letter_not_of_the_line()
    {
        var policy = Policy with { Levels = [Policy.Levels[1] with { Fees = [Eur(5)] }] };
        var letter = Assert.Single(DunningRun.Plan([Invoice("I-1", 10), Invoice("I-2", 10)], [], [], policy, Due.PlusDays(10)).Letters);
        Assert.Equal((Eur(20), Eur(5), Eur(25)), (letter.AmountDue, letter.Fee, letter.Total));
    }

    [Theory]
    [InlineData(DunningStopReason.Disputed)]
    [InlineData(DunningStopReason.Paused)]
    [InlineData(DunningStopReason.NotDelivered)]
    [InlineData(DunningStopReason.Promised)]
    [InlineData(DunningStopReason.Insolvent)]
    public void A_stop_keeps_its_item_off_and_the_plan_says_why(DunningStopReason reason)
    {
        var stop = new DunningStop { Customer = Mueller, Item = new("I-1"), Reason = reason, Note = "phoned" };
        var plan = Plan(10, [Invoice("I-1", 100), Invoice("I-2", 50)], null, stop);
        Assert.Equal(stop, plan.NotDunned.Single(n => n.Reason == NotDunnedReason.Stopped).Stop);
        Assert.Equal(Eur(50), Assert.Single(plan.Letters).AmountDue);
    }

    [Fact]
    public void A_disputed_part_stays_off_and_the_rest_is_due()
    {
        var stop = new DunningStop { Customer = Mueller, Item = new("I-1"), Reason = DunningStopReason.Disputed, Amount = Eur(30) };
        var line = Assert.Single(Plan(10, [Invoice("I-1", 100)], null, stop).Letters).Lines[0];
        Assert.Equal((Eur(70), Eur(30)), (line.Amount, line.Withheld));

        var all = Plan(10, [Invoice("I-1", 100)], null, stop, stop with { Amount = Eur(70), Reason = DunningStopReason.Promised });
        Assert.Equal(NotDunnedReason.Stopped, all.Why("I-1"));
    }

    [Fact]
    public void A_stop_of_the_customer_holds_for_all_items_until_its_last_day()
    {
        var stop = new DunningStop { Customer = Mueller, Reason = DunningStopReason.Promised, Until = Due.PlusDays(10) };
        var plan = Plan(10, [Invoice("I-1", 100), Invoice("I-2", 50)], null, stop);
        Assert.Empty(plan.Letters);
        Assert.All(plan.NotDunned, n => Assert.Equal(Due.PlusDays(11), n.NextOn));
        Assert.Single(Plan(11, [Invoice("I-1", 100)], null, stop).Letters);
    }

    [Fact]
    public void A_policy_that_is_not_sound_is_found_whole_and_not_run()
    {
        var bad = new DunningPolicy
        {
            Name = "bad", Version = 1,
            Levels =
            [
                new() { Number = 2, TriggerDays = -1, TextKey = "", Fees = [Eur(-1)], ChargesInterest = true },
                new() { Number = 1, TriggerDays = 5, TextKey = "x", MinimumDaysAfterPrevious = -1, MinimumAmounts = [Eur(1), Eur(2)] },
            ],
        };
        var findings = bad.Check();
        Expect.Found(DunningErrors.LevelsOutOfOrder, findings);
        Expect.Found(DunningErrors.DaysNegative, findings);
        Expect.Found(DunningErrors.AmountNegative, findings);
        Expect.Found(DunningErrors.CurrencyTwice, findings);
        Expect.Found(DunningErrors.TextKeyMissing, findings);
        Expect.Found(DunningErrors.FeeBeforeDue, findings);
        Expect.Found(DunningErrors.InterestUnsupported, findings);
        Expect.Found(DunningErrors.NoLevels, (bad with { Levels = [] }).Check());
        Assert.Throws<ArgumentException>(() => DunningRun.Plan([], [], [], bad, Due));
        Assert.Empty(DunningPolicy.Default.Check());
    }

    [Fact]
    public void Twenty_thousand_items_of_one_customer_are_planned_and_executed_without_a_walk_per_item()
    {
        var items = Enumerable.Range(0, 20_000).Select(i => Invoice($"I-{i}", 1 + i % 90, Due.PlusDays(-i % 50))).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var known = Execute(null, Plan(10, items));
        var again = Plan(24, items, known);
        Execute(known, again);
        Assert.Equal(20_000, again.Letters.Sum(l => l.Lines.Count) + again.NotDunned.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
    }
}
