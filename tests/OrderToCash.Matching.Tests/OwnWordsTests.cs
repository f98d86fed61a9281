using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>The payer's own words come before what his amount happens to fit.</summary>
public class OwnWordsTests
{
    private static readonly OpenItem[] Book =
    [
        Invoice("INV-2026-000101", "ACME", 100.00m), Invoice("INV-2026-000102", "ACME", 250.40m),
        Invoice("INV-2026-000103", "ACME", 61.15m), Invoice("INV-2026-000104", "BOLT", 77.70m),
        Invoice("INV-2026-000120", "BOLT", 500.00m),
    ];

    [Theory]
    // Settled long ago, or not written yet: it is in no book, but it is one of ours.
    [InlineData("INV-2026-000099")]
    [InlineData("inv 2026/000119 thank you")]
    [InlineData("2026000099")]
    // A digit is missing and nothing in the book is near.
    [InlineData("INV-2026-00777")]
    // In pieces.
    [InlineData("INV- 2026 -000 777")]
    // Somebody else's.
    [InlineData("INV-2026-000104")]
    public void An_amount_that_fits_is_a_suggestion_when_the_text_names_another_document(string text)
    {
        foreach (var amount in new[] { 250.40m, 350.40m, 411.55m })
        {
            var decision = Match(Book, Payment(amount, text, Acme));
            Assert.Equal(MatchOutcome.Suggested, decision.Outcome);
            Assert.False(decision.IsApplied);
        }
    }

    [Fact]
    public void Who_names_a_document_whole_and_takes_its_discount_comes_before_a_damaged_number_with_the_exact_amount()
    {
        OpenItem[] book = [Invoice("RE00040116", "ACME", 49.67m, discount: 0.99m), Invoice("RE00048823", "ACME", 120.00m)];
        var decisions = MatchAll(book, Payment(49.67m, "RE0004016", Acme, "P1"), Payment(48.68m, "RE00040116", Acme, "P2"));
        Assert.False(decisions[0].IsApplied);
        Assert.Equal("Discounted RE00040116#1 48.68 discount 0.99", decisions[1].Line());
    }

    [Theory]
    [InlineData("RE00040116", "")]
    [InlineData("", "RF18539007547034")]
    public void Who_pays_a_document_in_full_comes_before_who_takes_its_discount(string text, string reference)
    {
        OpenItem[] book = [Invoice("RE00040116", "ACME", 49.67m, "RF18539007547034", discount: 0.99m)];
        RemittanceClaim[] claims = reference.Length == 0 ? [] : [new() { StructuredReference = reference }];
        var decisions = MatchAll(book, Payment(48.68m, text, Acme, "P1", claims: claims), Payment(49.67m, text, Acme, "P2", claims: claims));
        Assert.False(decisions[0].IsApplied);
        Assert.Equal("Full RE00040116#1 49.67", decisions[1].Line());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    public void What_the_text_says_of_a_credit_note_comes_before_the_discount_of_what_a_reference_names(int claimed)
    {
        OpenItem[] book =
            [Invoice("RE00040116", "ACME", 1_000m, "RF18539007547034", discount: 20m), CreditNote("GS-2026-000007", "ACME", 20m)];
        RemittanceClaim claim = new() { StructuredReference = "RF18539007547034", Amount = claimed == 0 ? null : Eur(claimed) };
        Assert.Equal("Full RE00040116#1 1000.00 GS-2026-000007#1 -20.00",
            Match(book, Payment(980m, "less GS-2026-000007", Acme, claims: claim)).Line());
    }

    [Fact]
    public void The_discount_of_a_document_that_only_a_stranger_names_needs_more_than_its_number()
    {
        OpenItem[] book = [Invoice("RE00040116", "ACME", 49.67m, discount: 0.99m)];
        Assert.False(Match(book, Payment(48.68m, "RE00040116", Bolt)).IsApplied);
        Assert.Equal("Discounted RE00040116#1 48.68 discount 0.99", Match(book, Payment(48.68m, "RE00040116", Holding)).Line());
    }

    [Theory]
    [InlineData("goods received")]
    [InlineData("tel 0891234567, 12.03.2026")]
    [InlineData("order 4711")]
    public void Words_that_name_nothing_of_ours_are_no_words(string text) =>
        Assert.Equal("Full INV-2026-000102#1 250.40", Match(Book, Payment(250.40m, text, Acme)).Line());

    [Fact]
    public void A_customer_number_is_no_document()
    {
        OpenItem[] book = [Invoice("20260101", "20260107", 100m), Invoice("20260102", "20260107", 250.40m)];
        var decision = Match(book, Payment(250.40m, "customer 20260107") with { Payer = new("20260107") });
        Assert.Equal("Full 20260102#1 250.40", decision.Line());
    }

    [Fact]
    public void The_number_of_a_settled_document_that_was_given_is_known_without_a_series()
    {
        var settled = Invoice("B/77001", "ACME", 250.40m);
        var closed = settled with
        {
            Applications =
            [
                new() { Id = new("A1"), Counterpart = new("P0"), Amount = settled.Amount, FunctionalAmount = settled.Amount, On = Today, RecordedAt = default },
            ],
        };
        Assert.True(closed.Open.IsZero);
        Assert.Equal(MatchOutcome.Suggested, Match([.. Book, closed], Payment(250.40m, "77001", Acme)).Outcome);
        Assert.Equal(MatchOutcome.Full, Match(Book, Payment(250.40m, "77001", Acme)).Outcome);
    }

    [Fact]
    public void The_next_number_of_a_dense_series_is_not_a_slip_of_the_pen()
    {
        Assert.False(Match(Book, Payment(250.40m, "INV-2026-000105", Acme)).IsApplied);
        Assert.Equal("Full INV-2026-000102#1 250.40", Match(Book, Payment(250.40m, "INV-2026-00102", Acme)).Line());
        Assert.Equal("Full INV-2026-000102#1 250.40", Match(Book, Payment(250.40m, "INV-2026-000012", Acme)).Line());
    }

    [Fact]
    public void A_number_that_was_read_is_not_read_again_as_a_damaged_one() => Assert.Equal("Over INV-2026-000101#1 100.00 rest 61.15",
        Match(Book, Payment(161.15m, "INV-2026-000101", Acme)).Line());

    [Fact]
    public void Other_letters_are_another_document()
    {
        // A credit note of a series nobody knows of: the amount has to agree.
        Assert.False(Match(Book, Payment(41.20m, "less CN-2026-000101", Acme)).IsApplied);
        Assert.Equal("Full INV-2026-000101#1 100.00", Match(Book, Payment(100m, "RG-2026-000101", Acme)).Line());
        // One that is known.
        OpenItem[] book = [.. Book, CreditNote("CN-2026-000007", "BOLT", 10m)];
        Assert.False(Match(book, Payment(100m, "less CN-2026-000101", Acme)).IsApplied);
    }

    [Fact]
    public void The_same_digits_do_not_name_two_items()
    {
        OpenItem[] book = [Invoice("INV-2026-000448", "ACME", 300m), Invoice("INV-2026-000447", "ACME", 423.33m)];
        Assert.False(Match(book, Payment(723.33m, "INV-2026-0004047", Acme)).IsApplied);
    }
}
