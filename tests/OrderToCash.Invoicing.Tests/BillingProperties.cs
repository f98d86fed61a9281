using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>Facts of a random billing run, by small numbers.</summary>
public sealed record AnyItem(int Id, int Customer, int Currency, int Terms, int Order, int Ordered, int Performed, int Billed, int Price, int Discount, int Day, bool Held);

public sealed record AnyBilling(AnyItem[] Items, int Trigger, int Rhythm, int Grouping, int MaxLines, int Minimum, int Seed);

/// <summary>One step of a random run: what is asked for, on which document, with which invoice.</summary>
public sealed record AnyStep(int Kind, int Document, int Invoice, int Person);

public class BillingProperties
{
    private static readonly Currency[] Currencies = [Currency.Gbp, Currency.Eur, Currency.Jpy];
    private static readonly BillingRhythm[] Rhythms = [BillingRhythm.Daily, BillingRhythm.EndOfMonth, BillingRhythm.Weekly(IsoDayOfWeek.Monday), BillingRhythm.Monthly(31)];

    public static Arbitrary<AnyBilling> Runs { get; } = Arb.From(
        from items in Gen.ListOf(
            from id in Gen.Choose(1, 40)
            from a in Gen.ArrayOf(Gen.Choose(0, 2), 4)
            from ordered in Gen.Choose(-1, 9)
            from performed in Gen.Choose(0, 11)
            from billed in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 9)))
            from price in Gen.Choose(-1, 400)
            from discount in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(0, 300)))
            from day in Gen.Choose(0, 70)
            from held in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new AnyItem(id, a[0], a[1], a[2], a[3], ordered, performed, billed, price, discount, day, held))
        from basis in Gen.Choose(0, 3)
        from rhythm in Gen.Choose(0, 3)
        from grouping in Gen.Choose(0, 63)
        from lines in Gen.Choose(0, 4)
        from minimum in Gen.Choose(0, 1)
        from seed in Gen.Choose(0, 1000)
        select new AnyBilling(items.Take(25).ToArray(), basis, rhythm, grouping, lines, minimum, seed),
        b => Enumerable.Range(0, b.Items.Length).Select(i => b with { Items = b.Items.Where((_, j) => j != i).ToArray() })
            .Concat(b.Grouping == 0 ? [] : [b with { Grouping = 0 }])
            .Concat(b.MaxLines == 0 ? [] : [b with { MaxLines = 0 }]));

    public static Arbitrary<AnyStep[]> Steps { get; } = Arb.From(
        Gen.ArrayOf(from kind in Gen.Choose(0, 5) from d in Gen.Choose(0, 4) from i in Gen.Choose(1, 6) from p in Gen.Choose(0, 1) select new AnyStep(kind, d, i, p)),
        steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, j) => j != i).ToArray()));

    private static BillableItem Fact(AnyItem i)
    {
        var currency = Currencies[i.Currency];
        var day = new LocalDate(2011, 1, 1).PlusDays(i.Day);
        return ABillable.Item($"{i.Id}", $"C-{i.Customer}") with
        {
            Price = UnitPrice.Of(i.Price / 3m, currency),
            Ordered = Quantity.Pieces(i.Ordered), Performed = Quantity.Pieces(i.Performed), Billed = Quantity.Pieces(i.Billed),
            Discount = i.Discount == 0 ? null : Money.FromMinorUnits(i.Discount, currency),
            Terms = new($"T-{i.Terms}"), Order = new($"SO-{i.Order}"), PurchaseOrder = i.Order == 0 ? "" : $"PO-{i.Order % 2}",
            OrderedOn = day, PerformedOn = i.Day % 7 == 0 ? null : day, ServiceFrom = day, ServiceUntil = i.Day % 11 == 0 ? null : day.PlusDays(20),
            HeldBecause = i.Held ? "held" : "", OrderLine = new($"{i.Id % 5}"),
        };
    }

    private static BillingPolicy Policy(AnyBilling b) => new()
    {
        Trigger = (BillingTrigger)b.Trigger,
        Rhythm = Rhythms[b.Rhythm],
        GroupBy = Enum.GetValues<BillingGrouping>().Where((_, i) => (b.Grouping >> i & 1) == 1).ToEquatableArray(),
        MaxLines = b.MaxLines == 0 ? null : b.MaxLines,
        MinimumNet = b.Minimum == 0 ? [] : [Money.Parse("5.00 GBP")],
    };

    private static BillingPlan Plan(AnyBilling b) => Expect.Success(BillingPlan.For(b.Items.Select(Fact), Policy(b), new(2011, 2, 28)));

    [Property(MaxTest = 1000, Arbitrary = [typeof(BillingProperties)])]
    public bool Every_item_is_in_one_document_or_left_out(AnyBilling b)
    {
        var plan = Plan(b);
        var planned = plan.Invoices.SelectMany(i => i.Lines.Select(l => l.Item.Value)).ToList();
        var all = planned.Concat(plan.LeftOut.Select(l => l.Item.Value)).Order(StringComparer.Ordinal);
        return all.SequenceEqual(b.Items.Select(i => $"{i.Id}").Order(StringComparer.Ordinal)) && planned.Distinct().Count() == planned.Count
            && plan.LeftOut.All(l => l.Findings.IsEmpty == l.Reason is not (LeftOutReason.Invalid or LeftOutReason.Held));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(BillingProperties)])]
    public bool The_order_of_the_facts_changes_nothing(AnyBilling b)
    {
        var shuffled = b.Items.ToArray();
        new Random(b.Seed).Shuffle(shuffled);
        return Plan(b) == Plan(b with { Items = shuffled });
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(BillingProperties)])]
    public bool Nets_add_up_and_documents_are_of_one_kind(AnyBilling b)
    {
        var plan = Plan(b);
        var facts = b.Items.Select(Fact).DistinctBy(i => i.Id).ToDictionary(i => i.Id);
        return plan.Invoices.All(i => i.Net == Money.Sum(i.Lines.Select(l => l.Line.Net), i.Currency)
                && i.Lines.Select(l => facts[l.Item]).All(f => f.Customer == i.Customer && f.Terms == i.Terms && f.Price.Currency == i.Currency)
                && (b.MaxLines == 0 || i.Lines.Count <= b.MaxLines)
                && i.Draft(new("I-1"), Draft().Seller, Draft().Buyer, new(2011, 2, 28)).Check().IsEmpty)
            && plan.Invoices.Select(i => i.Key).Distinct().Count() == plan.Invoices.Count
            && plan.Nets.All(n => n == Money.Sum(plan.Invoices.Where(i => i.Currency == n.Currency).Select(i => i.Net), n.Currency));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(BillingProperties)])]
    public bool Billing_piece_by_piece_bills_the_whole_exactly_once(AnyBilling b)
    {
        foreach (var item in b.Items.Select(Fact).Where(i => i.Ordered.IsPositive && i.Price.Amount >= 0 && i.HeldBecause == "" && i.PerformedOn is not null))
        {
            var (fact, sum) = (item with { Billed = Quantity.Pieces(0) }, Money.Zero(item.Price.Currency));
            var discount = Money.Zero(sum.Currency);
            for (var done = 1; done <= item.Performed.Value; done++)
            {
                var plan = Expect.Success(BillingPlan.For([fact with { Performed = Quantity.Pieces(done) }], BillingPolicy.OnDelivery, new(2011, 12, 31)));
                if (plan.Invoices.IsEmpty) return plan.LeftOut[0].Reason == LeftOutReason.Invalid;
                discount += plan.Invoices[0].Lines[0].Line.Discount ?? Money.Zero(sum.Currency);
                fact = fact with { Billed = Quantity.Pieces(done) };
            }
            if (item.Performed >= item.Ordered && discount != (item.Discount ?? Money.Zero(sum.Currency))) return false;
        }
        return true;
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(BillingProperties)])]
    public bool A_run_is_the_fold_of_its_events_and_always_sound(AnyBilling b, AnyStep[] steps)
    {
        var plan = Plan(b);
        if (plan.Invoices.IsEmpty) return !BillingRun.Propose(new("R-1"), plan, Clerk, Noon).IsSuccess;
        var born = Expect.Success(BillingRun.Propose(new("R-1"), plan, Clerk, Noon));
        var (run, events) = (born.State, born.Events.ToList());
        var facts = b.Items.Select(Fact).DistinctBy(i => i.Id).ToList();
        foreach (var step in steps)
        {
            var by = step.Person == 0 ? Clerk : Actor.Person("boss");
            var key = step.Document < plan.Invoices.Count ? plan.Invoices[step.Document].Key : default;
            var result = step.Kind switch
            {
                0 => run.Approve(true, by, Noon),
                1 => run.Reject(step.Person == 0 ? "" : "no", by, Noon),
                2 => run.Skip(key, step.Person == 0 ? "" : "no", by, Noon),
                3 => run.Bill(key, new($"I-{step.Invoice}"), facts.Select(f => f with { Billed = f.Billed + Quantity.Pieces(1) }), by, Noon),
                _ => run.Bill(key, new($"I-{step.Invoice}"), facts, by, Noon),
            };
            if (!result.IsSuccess) continue;
            events.AddRange(result.Value.Events);
            run = result.Value.State;
            if (!run.Check().IsEmpty) return false;
        }
        return run == events.Skip(1).Aggregate(BillingRun.From((BillingProposed)events[0]), (state, e) => state.Apply(e))
            && run.Open.Count + run.Outcomes.Count == plan.Invoices.Count;
    }
}
