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

    private static List<Taken> Run(MatchingProperties.Day day, IncomingPayment[] payments)
    {
        var taken = new List<Taken>();
        var sink = new Keeping(taken);
        MatchingEngine.Match(OpenItemBook.Create(day.Items), payments.Select(Row).ToArray(), MatchingPolicy.Standard, Desk.Payers, ref sink);
        return taken;
    }

    private static PaymentRow Row(IncomingPayment payment) => new()
    {
        Number = int.Parse(payment.Id.Value.AsSpan(1)), Amount = payment.Amount, ReceivedOn = payment.ReceivedOn, Payer = payment.Payer,
        Account = payment.CounterpartyAccount, Text = payment.RemittanceText, IsReversal = payment.IsReversal,
        BankLine = payment.BankIdentity.Length == 0 ? 0 : int.Parse(payment.BankIdentity.AsSpan(1)),
        Reference = payment.Claims.IsEmpty ? null : payment.Claims[0].StructuredReference,
    };

    [Property(MaxTest = 1_000, Arbitrary = [typeof(MatchingProperties.Days)])]
    public void Rows_and_objects_are_decided_alike(MatchingProperties.Day day)
    {
        // Every other payment says its text as a reference.
        var payments = day.Payments.Select((p, i) => i % 2 == 0 || p.RemittanceText.Length == 0 ? p
            : p with { RemittanceText = "", Claims = [new() { StructuredReference = p.RemittanceText }] }).ToArray();
        var decisions = MatchingEngine.Match(OpenItemBook.Create(day.Items), payments, MatchingPolicy.Standard, Desk.Payers).Decisions;
        var rows = Run(day, payments);
        Assert.Equal(decisions.Count, rows.Count);
        foreach (var (expected, (row, parts)) in decisions.Zip(rows))
        {
            Assert.Equal(int.Parse(expected.Payment.Value.AsSpan(1)), row.Number);
            Assert.Equal(expected.Outcome, row.Outcome);
            Assert.Equal(expected.Residual.MinorUnits, row.Residual);
            Assert.Equal(expected.Allocations.Select(a => (a.Item, a.Cash.MinorUnits, a.Discount.MinorUnits, a.WriteOff.MinorUnits)),
                parts.Select(p => (p.Item, p.Cash, p.Discount, p.WriteOff)));
            Assert.Equal(expected.DuplicateOf.IsNone ? null : int.Parse(expected.DuplicateOf.Value.AsSpan(1)), row.DuplicateOf);
            if (!expected.IsApplied) continue;
            Assert.Equal((expected.Confidence, expected.ChancePerMillion), (row.Confidence, row.ChancePerMillion));
            Assert.Equal(expected.Evidence.Select(e => e.Kind), parts.Select(p => p.Naming).Append(row.Payer).Append(row.Amount)
                .Where(k => k != EvidenceKind.None));
        }
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
