using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Numbers as they arrive: of other documents, damaged, glued, of one invoice in several payments.</summary>
public class DamagedNumberTests
{
    private static OpenItem Billed(string number, decimal amount, string customer = "ACME") =>
        Invoice($"RE-{number[^4..]}", customer, amount, id: number) with { References = [number, $"INV1000{number}"] };

    private static readonly OpenItem[] Book =
    [
        Billed("0997904421", 1_765.51m), Billed("7915590204", 664.67m), Billed("3613668683", 1_167.56m), Billed("8106161814", 205.04m),
        Billed("2443292621", 1_239.07m), Billed("5318879808", 2_775.57m, "BOLT"),
    ];

    [Theory]
    [InlineData(664.67, "payment 7915590204", "Full 7915590204 664.67", EvidenceKind.OtherNumber)]
    [InlineData(664.67, "INV10007915590204", "Full 7915590204 664.67", EvidenceKind.OtherNumber)]
    [InlineData(664.67, "payment 791550204", "Full 7915590204 664.67", EvidenceKind.DamagedNumber)]
    [InlineData(664.67, "payment 79155920047", "Full 7915590204 664.67", EvidenceKind.DamagedNumber)]
    [InlineData(664.60, "payment 79155092004", "ShortWithinTolerance 7915590204 664.60 written off 0.07", EvidenceKind.DamagedNumber)]
    // Glued together, one of them damaged.
    [InlineData(1_832.23, "36136686837915590204", "Full 7915590204 664.67 3613668683 1167.56", EvidenceKind.PartialNumber)]
    [InlineData(1_832.20, "3613668687915590204 NUM x7", "ShortWithinTolerance 7915590204 664.67 3613668683 1167.53 written off 0.03", EvidenceKind.PartialNumber)]
    // A part payment on a number nobody else has anything like.
    [InlineData(100.00, "payment 791550204", "Partial 7915590204 100.00", EvidenceKind.DamagedNumber)]
    public void Other_numbers_whole_and_damaged(decimal amount, string text, string expected, EvidenceKind evidence)
    {
        var decision = Match(Book, Payment(amount, text, Acme));
        Assert.Equal(expected, decision.Line());
        Assert.Equal(evidence, decision.Evidence[0].Kind);
    }

    [Fact]
    public void A_claim_may_name_any_number_of_the_item() => Assert.Equal("Full 7915590204 664.67",
        Match(Book, Payment(664.67m, claims: [new() { DocumentNumber = "7915590204", Amount = Eur(664.67m) }])).Line());

    [Fact]
    public void Nobody_elses_number_is_read_into_the_text() =>
        Assert.False(Match(Book, Payment(100m, "payment 531887908", Acme)).IsApplied);

    [Fact]
    public void In_a_dense_series_a_damaged_number_needs_the_amount()
    {
        var book = Enumerable.Range(0, 40).Select(i => Invoice($"RE-2026-0004{i:000}", "ACME", 500m + i * 7.31m)).ToList();
        Assert.False(Match(book, Payment(77m, "RE-2026-000417", Acme)).IsApplied);
        Assert.Equal("Full RE-2026-0004017#1 624.27", Match(book, Payment(624.27m, "RE-2026-000417", Acme)).Line());
    }

    [Fact]
    public void Part_payments_prove_each_other_when_they_add_up()
    {
        var book = Enumerable.Range(0, 40).Select(i => Invoice($"RE-2026-0004{i:000}", "ACME", 500m + i * 7.31m)).ToList();
        var decisions = MatchAll(book, Payment(224.00m, "RE-2026-000417", Acme, "P1"), Payment(400.27m, "RE-2026-004017", Acme, "P2", on: Today.PlusDays(3)));
        Assert.Equal("Partial RE-2026-0004017#1 224.00", decisions[0].Line());
        Assert.Equal("Full RE-2026-0004017#1 400.27", decisions[1].Line());
        Assert.Contains(decisions[1].Evidence, e => e.Kind == EvidenceKind.PartsAddUp);
    }

    [Fact]
    public void What_other_payments_left_of_an_item_is_recognized_without_a_word()
    {
        var decisions = MatchAll(Book, Payment(500m, "2443292621", Acme, "P1"), Payment(739.07m, "thank you", Acme, "P2"));
        Assert.Equal("Full 2443292621 739.07", decisions[1].Line());
    }

    [Fact]
    public void What_can_not_be_read_is_found_by_the_rest_of_the_amount() => Assert.Equal("Full 7915590204 664.67 3613668683 1167.56",
        Match(Book, Payment(1_832.23m, "7915590204 + 3619999683", Acme)).Line());

    [Fact]
    public void Payments_that_name_their_items_show_who_pays_from_an_account()
    {
        IncomingPayment Proof(int i, string number, decimal amount) => Payment(amount, number, "GB29NWBK60161331926819", $"P{i}");
        var unnamed = Payment(205.04m, "", "GB29NWBK60161331926819", "P9");
        IncomingPayment[] proofs = [Proof(1, "0997904421", 1_765.51m), Proof(2, "3613668683", 1_167.56m), Proof(3, "2443292621", 1_239.07m)];
        MatchDecision[] Learning(params IncomingPayment[] payments) => [.. MatchingEngine.Match(OpenItemBook.Create(Book), payments,
            MatchingPolicy.Standard with { LearnsPayers = true }, Payers).Decisions];
        Assert.Equal("Full 8106161814 205.04", Learning([.. proofs, unnamed])[3].Line());
        Assert.Contains(Learning([.. proofs, unnamed])[3].Evidence, e => e.Kind == EvidenceKind.PayerLearned);
        Assert.Equal("Suggested rest 205.04", Learning(proofs[0], unnamed)[1].Line());
        Assert.False(MatchAll(Book, [.. proofs, unnamed])[3].IsApplied);
    }
}
