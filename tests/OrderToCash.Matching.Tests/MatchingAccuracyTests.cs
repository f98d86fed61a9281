using OrderToCash.Benchmarks;

namespace OrderToCash.Matching.Tests;

/// <summary>Generated days with a known truth (rates in benchmarks/OrderToCash.Benchmarks/MatchingData.cs).</summary>
public class MatchingAccuracyTests
{
    private static readonly EvidenceKind[] References =
        [EvidenceKind.StructuredReference, EvidenceKind.DamagedReference, EvidenceKind.Claim, EvidenceKind.DocumentNumber];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_is_applied_wrongly_by_a_reference_and_next_to_nothing_by_an_amount(ulong seed)
    {
        var data = MatchingData.Generate(15_000, 10_000, seed);
        var run = MatchingEngine.Match(OpenItemBook.Create(data.Items), data.Payments, MatchingPolicy.Standard, PayerDirectory.Create(data.Aliases));
        var score = MatchingScore.Of(data, run);
        var byReference = score.Wrong.Where(i => run.Decisions[i].Evidence.Any(e => References.Contains(e.Kind)));
        Assert.Empty(byReference.Select(i => $"{data.SaidHow[i]} '{data.Payments[i].RemittanceText}': {run.Decisions[i].Explanation}"));
        Assert.InRange(score.Wrong.Count, 0, 5);
        Assert.InRange(score.Right, 8_700, 10_000);
    }
}
