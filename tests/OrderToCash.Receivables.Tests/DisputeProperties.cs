using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Receivables.Tests.ADispute;

namespace OrderToCash.Receivables.Tests;

public sealed class DisputeProperties
{
    /// <summary>A command by small numbers, so that random ones hit each other; many are illegal.</summary>
    public sealed record Command(int Kind, int Item, int Amount, int Days, int Other);

    public static class Cases
    {
        public static Arbitrary<Command[]> Commands() => Arb.From(
            (from kind in Gen.Frequency((3, Gen.Choose(0, 8)), (5, Gen.Elements(2, 4, 4, 4, 7)))
             from item in Gen.Choose(0, 2)
             from amount in Gen.Frequency((6, Gen.Choose(1, 60)), (1, Gen.Choose(-2, 0)))
             from days in Gen.Frequency((5, Gen.Choose(0, 2)), (1, Gen.Choose(-4, -1)))
             from other in Gen.Choose(0, 3)
             select new Command(kind, item, amount, days, other)).ArrayOf(),
            commands => Enumerable.Range(0, commands.Length).Select(i => commands.Where((_, n) => n != i).ToArray()));

        public static Arbitrary<TriageLine[]> Lines() => Arb.From(
            (from line in Gen.Choose(1, 4)
             from billed in Gen.Choose(1, 20)
             from delivered in Gen.Choose(0, 25)
             from returned in Gen.Choose(0, 5)
             from credited in Gen.Choose(0, 5)
             from gross in Gen.Choose(1, 50_000)
             from agreed in Gen.Choose(0, 12)
             select new TriageLine
             {
                 Line = line.ToString(System.Globalization.CultureInfo.InvariantCulture), Billed = Quantity.Pieces(billed), Delivered = Quantity.Pieces(delivered),
                 Returned = Quantity.Pieces(returned), Credited = Quantity.Pieces(credited), Gross = Money.FromMinorUnits(gross, Currency.Eur),
                 PriceBilled = UnitPrice.Of(10, Currency.Eur), PriceAgreed = UnitPrice.Of(agreed, Currency.Eur),
             }).ArrayOf());
    }

    private static readonly string[] Names = ["INV-1/1", "INV-1/2", "INV-9/1"];

    [Property(MaxTest = 1000, Arbitrary = [typeof(Cases)])]
    public void Whatever_is_tried_the_case_holds_together(Command[] commands)
    {
        var first = Expect.Success(Open(Facts(Part("INV-1/1", 60), Part("INV-1/2", 25))));
        var (state, log, day) = (first.State, new List<DisputeEvent>(), Day);
        foreach (var command in commands)
        {
            var on = day.PlusDays(command.Days);
            var result = Run(state, command, on);
            if (!result.IsSuccess) continue;
            if (on > day) day = on;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(state, (s, e) => s.Apply(e)));
            state = result.Value.State;
            log.AddRange(result.Value.Events);
            Assert.Empty(state.Check());
            Invariants(state, day);
        }
        Assert.Equal(state, log.Aggregate(DisputeCase.From((DisputeOpened)first.Events[0]), (s, e) => s.Apply(e)));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void The_account_follows_its_cases_and_its_allowance_is_never_passed(Command[] commands)
    {
        var (account, log) = (DisputeAccount.Empty(new("LE-1"), new("C-1")), new List<DisputeAccountEvent>());
        var cases = new Dictionary<int, DisputeCase>();
        foreach (var c in commands)
        {
            if (c.Kind == 8) continue; // a case is reopened here as if it were alone
            if (!cases.TryGetValue(c.Other, out var one))
            {
                var facts = Facts(Part(Names[c.Item % 2], Math.Max(1, c.Amount % 20))) with { Dispute = new($"D-{c.Other}") };
                if (Open(facts, account.Parts()) is { IsSuccess: true } opened) one = cases[c.Other] = opened.Value.State;
                else continue;
            }
            if (Run(one, c, one.Steps[^1].On.PlusDays(Math.Max(0, c.Days))) is { IsSuccess: true } next) cases[c.Other] = next.Value.State;
            Take(account.Follow(cases[c.Other], Clerk, At));
            if (c.Kind == 4) Take(account.Grant(new() { Dispute = one.Id, Round = c.Item, Amount = Eur(Math.Abs(c.Amount)), On = Day.PlusDays(20 * c.Days) }, Policy, Clerk, At));
            Assert.Empty(account.Check());
            Assert.All(account.Granted, g => Assert.True(
                Money.Sum(account.Granted.Where(o => o.On >= g.On && o.On < g.On.PlusDays(Policy.AllowanceDays)).Select(o => o.Amount), Currency.Eur) <= Eur(60)));
            Assert.All(account.Parts(), p => Assert.True(p.Amount <= Items.Single(i => i.Id == p.Item).Open));
        }
        Assert.Equal(account, log.Aggregate(DisputeAccount.Empty(new("LE-1"), new("C-1")), (s, e) => s.Apply(e)));

        void Take(Result<Decision<DisputeAccount, DisputeAccountEvent>> result)
        {
            if (!result.IsSuccess) return;
            Assert.Equal(result.Value.State, result.Value.Events.Aggregate(account, (s, e) => s.Apply(e)));
            account = result.Value.State;
            log.AddRange(result.Value.Events);
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Interest_of_a_span_is_the_interest_of_its_parts(Command[] commands, int cut)
    {
        var state = Expect.Success(Open(Facts(Part("INV-1/1", 60), Part("INV-1/2", 25)))).State;
        foreach (var command in commands)
            if (Run(state, command, state.Steps[^1].On.PlusDays(Math.Abs(command.Days))) is { IsSuccess: true } result) state = result.Value.State;
        var pauses = DisputeEffects.InterestPauses([state]);
        var (from, until) = (Items[0].DueDate, Day.PlusDays(30));
        var between = from.PlusDays(Math.Abs(cut % 40));
        long Days(LocalDate a, LocalDate b) => DisputeEffects.InterestSpans(Items[0], pauses, a, b).Sum(s => s.Amount.MinorUnits * Period.DaysBetween(s.From, s.Until));
        Assert.Equal(Days(from, until), Days(from, between) + Days(between, until));
        Assert.True(Days(from, until) <= 6_000 * 39);
        Assert.Equal(from.PlusDays(1), DisputeEffects.InterestSpans(Items[1], pauses, from, until).Select(s => s.From).DefaultIfEmpty(from.PlusDays(1)).Min());
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Triage_stays_within_the_claim_and_knows_no_order(TriageLine[] lines, int claimed, int which)
    {
        DisputeReason[] reasons = [DisputeReason.QuantityShort, DisputeReason.GoodsReturned, DisputeReason.PriceDiffers];
        var unique = lines.DistinctBy(l => l.Line).ToArray();
        var claim = Expect.Success(Open(Facts(Part("INV-1/1", 1 + Math.Abs(claimed % 59))) with { Reason = reasons[Math.Abs(which % 3)] })).State;
        var result = DisputeTriage.Assess(claim, new() { Lines = [.. unique] });
        Assert.Equal(result, DisputeTriage.Assess(claim, new() { Lines = [.. unique.Reverse()] }));
        Assert.True(Between(result.ProposedValid, Eur(0), claim.Disputed));
        Assert.Equal(result.Verdict, unique.Length == 0 ? TriageVerdict.Undecided : result.ProposedValid.IsZero ? TriageVerdict.Invalid
            : result.ProposedValid == claim.Disputed ? TriageVerdict.Valid : TriageVerdict.PartlyValid);
        if (claim.Reason != DisputeReason.QuantityShort) return;
        var more = unique.Select(l => l with { Delivered = l.Delivered!.Value + Quantity.Pieces(1) }).ToEquatableArray();
        Assert.True(DisputeTriage.Assess(claim, new() { Lines = more }).ProposedValid <= result.ProposedValid);
    }

    private static bool Between(Money amount, Money low, Money high) => amount >= low && amount <= high;

    private static void Invariants(DisputeCase state, LocalDate day)
    {
        var withheld = state.WithheldOn(day);
        Assert.All(withheld, p => Assert.True(Between(p.Amount, Eur(0.01m), state.DisputedOf(p.Item))));
        if (state.IsUndecided) Assert.Equal(state.Parts, withheld);
        if (state.IsClosed || state.Status == DisputeStatus.Invalid) Assert.Empty(withheld);
        foreach (var part in state.Parts)
            foreach (var kind in Enum.GetValues<DisputeResolutionKind>())
                Assert.True(Between(state.LeftOf(part.Item, kind), Eur(0), part.Amount));
        Assert.Equal(state.Status == DisputeStatus.Resolved, Money.Sum(state.Resolutions.Select(r => r.Amount), Currency.Eur) == state.Disputed);
    }

    private static Result<Decision<DisputeCase, DisputeEvent>> Run(DisputeCase state, Command c, LocalDate on)
    {
        var item = Names[c.Item];
        return c.Kind switch
        {
            0 => state.Assign(new($"P{c.Other}"), on, Clerk, At),
            1 => state.AddEvidence(new() { Reference = $"E{c.Other}", Description = $"{c.Item}" }, on, Clerk, At),
            2 => state.Decide(c.Other == 0 ? [] : [Part(item, c.Amount)], c.Days == 2 && c.Other == 3 ? "" : "why", on, Clerk, At),
            3 => state.Investigate(on, Clerk, At),
            4 => state.Resolve(Ends(item, (DisputeResolutionKind)c.Other, c.Amount, $"R{c.Amount}", on), Clerk, At),
            5 => state.Withdraw("x", on, Clerk, At),
            6 => state.RecordAnswer("", on, Clerk, At),
            7 => state.Resolve(Ends(item, (DisputeResolutionKind)c.Other, Math.Max(1, state.LeftOf(new(item), (DisputeResolutionKind)c.Other).MinorUnits / 100),
                $"Q{c.Days}{c.Amount}", on), Clerk, At),
            _ => state.Reopen("x", Items, [], Policy, BusinessCalendar.Weekends, on, Clerk, At),
        };
    }
}
