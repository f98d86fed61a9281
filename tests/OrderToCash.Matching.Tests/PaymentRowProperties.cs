namespace OrderToCash.Matching.Tests;

/// <summary>Rows are decided as the same payments as objects are.</summary>
public class PaymentRowProperties
{
    private readonly record struct Taken(MatchedRow Decision, MatchedPart[] Parts);

    private readonly struct Keeping(List<Taken> taken) : IMatchSink
    {
        public void Take(in MatchedRow decision, ReadOnlySpan<MatchedPart> parts) => taken.Add(new(decision, parts.ToArray()));
    }

    private sealed class Nothing : IMatchSink
    {
        public void Take(in MatchedRow decision, ReadOnlySpan<MatchedPart> parts)
        {
        }
    }

    private static readonly ExchangeRate Rate = new(Currency.Eur, Currency.Usd, 1.0973m, Desk.Today, "ECB");
    private static readonly ForeignRates Rates = ForeignRates.Of([Rate], Percentage.Of(0.5m));

    private static List<Taken> Run(MatchingProperties.Day day, IncomingPayment[] payments, int threads = 1)
    {
        var taken = new List<Taken>();
        var sink = new Keeping(taken);
        MatchingEngine.Match(OpenItemBook.Create(day.Items), payments.Select(Row).ToArray(), MatchingPolicy.Standard, Desk.Payers, ref sink, threads, Rates);
        return taken;
    }

    // Every other payment says its text as a reference, every third comes in the other currency, every fourth arrives at a number
    // that is one customer's or our own, and of every fifth a person said what it is not for.
    private static IncomingPayment[] Varied(MatchingProperties.Day day) => [.. day.Payments.Select((p, i) =>
    {
        if (i % 2 == 1 && p.RemittanceText.Length > 0) p = p with { RemittanceText = "", Claims = [new() { StructuredReference = p.RemittanceText }] };
        if (i % 4 == 3) p = p with { ReceivingAccount = i % 8 == 3 ? Desk.NumberOfBolt : "DE00OURS" };
        if (i % 3 == 2 && p.Amount.IsPositive) p = p with { Amount = p.Amount.Convert(Rate, Rounding.HalfAwayFromZero) };
        if (i % 5 == 1 && day.Items.Length > 0)
            p = p with { Rejected = [.. day.Items.Where((_, at) => (at + i) % 4 == 0).Select(item => item.Id), new("unknown")] };
        return p;
    })];

    private static PaymentRow Row(IncomingPayment payment) => new()
    {
        Number = int.Parse(payment.Id.Value.AsSpan(1)), Amount = payment.Amount, ReceivedOn = payment.ReceivedOn, Payer = payment.Payer,
        ReceivingAccount = payment.ReceivingAccount, Account = payment.CounterpartyAccount, Text = payment.RemittanceText, IsReversal = payment.IsReversal,
        Rejected = payment.Rejected,
        BankLine = payment.BankIdentity.Length == 0 ? 0 : int.Parse(payment.BankIdentity.AsSpan(1)),
        Reference = payment.Claims.IsEmpty ? null : payment.Claims[0].StructuredReference,
    };

    [Property(MaxTest = 1_000, Arbitrary = [typeof(MatchingProperties.Days)])]
    public void Rows_and_objects_are_decided_alike(MatchingProperties.Day day)
    {
        var payments = Varied(day);
        var decisions = MatchingEngine.Match(OpenItemBook.Create(day.Items), payments, MatchingPolicy.Standard, Desk.Payers, Rates).Decisions;
        var rows = Run(day, payments);
        Assert.Equal(decisions.Count, rows.Count);
        foreach (var (expected, (row, parts)) in decisions.Zip(rows))
        {
            Assert.Equal(int.Parse(expected.Payment.Value.AsSpan(1)), row.Number);
            Assert.Equal(expected.Outcome, row.Outcome);
            Assert.Equal(expected.Residual.MinorUnits, row.Residual);
            Assert.Equal(expected.Allocations.Select(a => (a.Item, a.Cash.MinorUnits, a.Settles?.MinorUnits, a.Discount.MinorUnits, a.WriteOff.MinorUnits)),
                parts.Select(p => (p.Item, p.Cash, p.Settles, p.Discount, p.WriteOff)));
            Assert.Equal(expected.DuplicateOf.IsNone ? null : int.Parse(expected.DuplicateOf.Value.AsSpan(1)), row.DuplicateOf);
            if (!expected.IsApplied) continue;
            Assert.Equal((expected.Confidence, expected.ChancePerMillion), (row.Confidence, row.ChancePerMillion));
            Assert.Equal(expected.Evidence.Select(e => e.Kind), parts.Select(p => p.Naming).Append(row.Payer).Append(row.Amount)
                .Where(k => k != EvidenceKind.None));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(MatchingProperties.Days)])]
    public void Any_number_of_threads_decides_rows_alike(MatchingProperties.Day day)
    {
        var payments = Varied(day);
        foreach (var (one, three) in Run(day, payments).Zip(Run(day, payments, threads: 3)))
        {
            Assert.Equal(one.Decision, three.Decision);
            Assert.Equal(one.Parts, three.Parts);
        }
    }

    private static Taken Decide(Receivables.OpenItem[] items, IncomingPayment payment) => Run(new(items, []), [payment])[0];

    [Fact]
    public void A_row_of_dollars_settles_an_item_in_euro_at_the_rate_of_the_day()
    {
        var dollars = Desk.Payment(0, "RE-2010001", Desk.Acme) with { Amount = Money.Of(1_097.30m, Currency.Usd) };
        var (row, parts) = Decide([Desk.Invoice("RE-2010001", "ACME", 1_000)], dollars);
        Assert.Equal((MatchOutcome.Full, 0, EvidenceKind.PayerAccount, EvidenceKind.ForeignAmount), (row.Outcome, row.Residual, row.Payer, row.Amount));
        Assert.Equal((109_730, 100_000), (parts.Single().Cash, parts.Single().Settles));
    }

    [Fact]
    public void What_a_person_rejected_is_neither_applied_nor_suggested_for_a_row()
    {
        var items = new[] { Desk.Invoice("RE-1001", "ACME", 100) };
        Assert.Equal(MatchOutcome.Full, Decide(items, Desk.Payment(100, account: Desk.Acme)).Decision.Outcome);
        Assert.Equal(MatchOutcome.Unidentified, Decide(items, Desk.Payment(100, account: Desk.Acme) with { Rejected = [new("RE-1001#1")] }).Decision.Outcome);
    }

    [Fact]
    public void A_number_twice_is_a_bug_of_the_caller()
    {
        var rows = new[] { Row(Desk.Payment(1m, id: "P1")), Row(Desk.Payment(2m, id: "P1")) };
        Assert.Throws<ArgumentException>(() =>
        {
            var sink = new Nothing();
            MatchingEngine.Match(OpenItemBook.Create([]), rows, MatchingPolicy.Standard, null, ref sink);
        });
    }

    [Fact]
    public void Rows_cost_no_memory_each()
    {
        var data = OrderToCash.Benchmarks.MatchingData.Generate(6_000, 4_000, 7);
        var (book, payers) = (OpenItemBook.Create(data.Items), PayerDirectory.Create(data.Aliases));
        var rows = data.Payments.Select((p, i) => new PaymentRow
        {
            Number = i, Amount = p.Amount, ReceivedOn = p.ReceivedOn, Account = p.CounterpartyAccount, Text = p.RemittanceText,
            Reference = p.Claims.IsEmpty ? null : p.Claims[0].StructuredReference,
        }).ToArray();
        var sink = new Nothing();
        var least = long.MaxValue;
        for (var run = 0; run < 20; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            MatchingEngine.Match(book, rows, MatchingPolicy.Standard, payers, ref sink);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        // What a run needs by itself: its tables are borrowed when no other run has them, its dictionary of payers is not.
        Assert.InRange(least / rows.Length, 0, 130);
    }
}
