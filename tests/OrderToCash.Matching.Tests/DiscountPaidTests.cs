using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Who takes a discount and then pays it has paid in full.</summary>
public class DiscountPaidTests
{
    private const string Reference = "RF18539007547034";
    private static readonly OpenItem Invoiced = Invoice("RE00040116", "ACME", 1_000m, Reference, discount: 20m);
    private static readonly RemittanceClaim Claim = new() { StructuredReference = Reference };

    private static string Lines(params IncomingPayment[] payments)
    {
        var lines = MatchAll([Invoiced], payments).Select(d => $"{d.Payment} {d.Line()}").ToArray();
        Assert.Equal(lines.Order(), MatchAll([Invoiced], [.. payments.Reverse()]).Select(d => $"{d.Payment} {d.Line()}").Order());
        return string.Join("; ", lines);
    }

    [Fact]
    public void A_discount_is_not_given_when_the_rest_is_paid_too() => Assert.Equal(
        "P1 Partial RE00040116#1 980.00; P2 Full RE00040116#1 20.00",
        Lines(Payment(980m, "RE00040116", Acme, "P1"), Payment(20m, "RE00040116", Acme, "P2")));

    [Fact]
    public void The_rest_may_come_first_or_by_a_reference_or_in_a_claim_with_its_amount()
    {
        Assert.Equal("P1 Partial RE00040116#1 20.00; P2 Full RE00040116#1 980.00",
            Lines(Payment(20m, "RE00040116", Acme, "P1"), Payment(980m, "RE00040116", Acme, "P2")));
        Assert.Equal("P1 Partial RE00040116#1 980.00; P2 Full RE00040116#1 20.00",
            Lines(Payment(980m, "", Acme, "P1", claims: Claim), Payment(20m, "", Acme, "P2", claims: Claim)));
        Assert.Equal("P1 Partial RE00040116#1 980.00; P2 Full RE00040116#1 20.00",
            Lines(Payment(980m, "", Acme, "P1", claims: Claim with { Amount = Eur(980m) }),
                Payment(20m, "rest of 40116", Acme, "P2", on: Today.PlusDays(30))));
    }

    [Fact]
    public void The_rest_may_come_in_pieces() => Assert.Equal(
        "P1 Partial RE00040116#1 980.00; P2 Partial RE00040116#1 5.00; P3 Full RE00040116#1 15.00",
        Lines(Payment(980m, "RE00040116", Acme, "P1"), Payment(5m, "RE00040116", Acme, "P2"), Payment(15m, "RE00040116", Acme, "P3")));

    [Fact]
    public void What_is_no_rest_leaves_the_discount()
    {
        // Another amount, another payer, no word.
        foreach (var other in (IncomingPayment[])
            [
                Payment(19m, "RE00040116", Acme, "P2"), Payment(20m, "RE00040116", Bolt, "P2"), Payment(20m, "", Acme, "P2"),
            ])
            Assert.Equal($"P1 Discounted RE00040116#1 980.00 discount 20.00; P2 Unidentified rest {other.Amount.Amount}",
                Lines(Payment(980m, "RE00040116", Acme, "P1"), other));
    }

    [Fact]
    public void Who_takes_the_discount_after_all_else_is_decided_gives_it_back_too()
    {
        // The number that stands beside the reference is another customer's, who pays it; two payments may be the rest, one by a slip of the pen.
        OpenItem[] book = [Invoiced, Invoice("RE00048823", "COLT", 2_000m)];
        Assert.Equal(["Full RE00048823#1 2000.00", "Partial RE00040116#1 980.00", "Full RE00040116#1 20.00", "Unidentified rest 20.00"], MatchAll(book,
            Payment(2_000m, "RE00048823", "", "P0"), Payment(980m, $"{Reference} RE00048823", Acme, "P1"), Payment(20m, "RE00040116", Acme, "P2"),
            Payment(20m, "RE0040116", Acme, "P3")).Select(d => d.Line()));
    }

    [Fact]
    public void A_rest_that_looks_like_what_another_payment_names_is_one_all_the_same()
    {
        OpenItem[] book = [Invoice("RE00040427", "ACME", 1_000m, discount: 20m), Invoice("RE00040247", "ACME", 20m), Invoice("RE00040103", "ACME", 77m)];
        Assert.Equal(["Partial RE00040427#1 980.00", "Full RE00040427#1 20.00", "Full RE00040247#1 20.00"], MatchAll(book,
            Payment(980m, "RE00040427", Acme, "P1"), Payment(20m, "RE00040427", Acme, "P2"), Payment(20m, "RE00040247", Acme, "P3")).Select(d => d.Line()));
    }

    [Theory, InlineData(9_500), InlineData(9_850)]
    public void What_is_applied_is_as_sure_as_the_policy_wants_it(int applyAt)
    {
        OpenItem[] book = [Invoiced, Invoice("RE00048823", "ACME", 700m)];
        var decisions = MatchingEngine.Match(OpenItemBook.Create(book),
        [
            Payment(980m, "RE00040116", Acme, "P1"), Payment(20m, "RE00040116", Acme, "P2"), Payment(300m, "RE00048823", Acme, "P3"), Payment(400m, "RE00048823", Acme, "P4"),
        ], MatchingPolicy.Standard with { ApplyAt = applyAt }, Payers).Decisions;
        Assert.All(decisions, d => Assert.True(!d.IsApplied || d.Confidence >= applyAt, $"{d.Line()} {d.Confidence}"));
        Assert.Equal(["Partial RE00040116#1 980.00", "Full RE00040116#1 20.00"], decisions.Take(2).Select(d => d.Line()));
    }

    [Fact]
    public void A_second_rest_is_one_too_many() => Assert.Equal(
        "P1 Partial RE00040116#1 980.00; P2 Full RE00040116#1 20.00; P3 Duplicate rest 20.00",
        Lines(Payment(980m, "RE00040116", Acme, "P1"), Payment(20m, "RE00040116", Acme, "P2"), Payment(20m, "RE00040116", Acme, "P3")));

    [Fact]
    public void Of_several_that_were_paid_less_their_discounts_one_may_be_paid_in_full_and_all_may()
    {
        OpenItem[] book = [Invoice("RE00040116", "ACME", 1_000m, discount: 20m), Invoice("RE00048823", "ACME", 500m, discount: 10m)];
        string[] With(decimal rest, string text) =>
            [.. MatchAll(book, Payment(1_470m, "RE00040116 RE00048823", Acme, "P1"), Payment(rest, text, Acme, "P2")).Select(d => d.Line())];
        Assert.Equal(["Discounted RE00040116#1 980.00 RE00048823#1 490.00 discount 10.00", "Full RE00040116#1 20.00"], With(20m, "RE00040116"));
        Assert.Equal(["Partial RE00040116#1 980.00 RE00048823#1 490.00", "Full RE00040116#1 20.00 RE00048823#1 10.00"],
            With(30m, "RE00040116 RE00048823"));
        // Each was paid by a payment of its own.
        Assert.Equal(["Partial RE00040116#1 980.00", "Full RE00048823#1 490.00", "Partial RE00040116#1 20.00 RE00048823#1 10.00"], MatchAll(book,
            Payment(980m, "RE00040116", Acme, "P1"), Payment(490m, "RE00048823", Acme, "P9"), Payment(30m, "RE00040116 RE00048823", Acme, "P5")).Select(d => d.Line()));
    }

    [Fact]
    public void The_words_say_that_the_payments_belong_together()
    {
        var decisions = MatchAll([Invoiced], Payment(980m, "RE00040116", Acme, "P1"), Payment(20m, "RE00040116", Acme, "P2"));
        Assert.Equal("Part payment of 980.00 EUR on RE00040116#1, other payments pay the rest; number in the text; payer known by his account; "
            + "one of several part payments that add up.", decisions[0].Explanation);
        Assert.Equal("Pays the rest of RE00040116#1; number in the text; payer known by his account; one of several part payments that add up.",
            decisions[1].Explanation);
    }

    [Fact]
    public void A_part_payment_says_that_others_paid_the_rest_also_where_they_name_nothing()
    {
        var decisions = MatchAll([Invoice("RE00040116", "ACME", 1_000m)], Payment(371.18m, "RE00040116", Acme, "P1"), Payment(628.82m, "", Acme, "P2"));
        Assert.Equal(["Partial RE00040116#1 371.18", "Full RE00040116#1 628.82"], decisions.Select(d => d.Line()));
        Assert.StartsWith("Part payment of 371.18 EUR on RE00040116#1, other payments pay the rest; ", decisions[0].Explanation, StringComparison.Ordinal);
        Assert.StartsWith("Pays the rest of RE00040116#1; ", decisions[1].Explanation, StringComparison.Ordinal);
        var near = MatchAll([Invoiced], Payment(20m, "RE00040116", Acme, "P1"), Payment(980m, "RE0000116", Acme, "P2", claims: Claim with { StructuredReference = "RE00040116" }));
        Assert.Equal(["Partial RE00040116#1 20.00", "Full RE00040116#1 980.00"], near.Select(d => d.Line()));
        Assert.All(near, d => Assert.Contains("rest", d.Explanation, StringComparison.Ordinal));
    }

    [Fact]
    public void What_waits_for_a_person_is_not_settled_and_what_a_person_rejected_is_not_said_to_be_closed()
    {
        // The first names more than can be found, so that a person decides about it.
        var decisions = MatchAll([Invoice("RE00040116", "ACME", 100m)], Payment(990m, "RE00040116 and 77123456", Acme, "P1"), Payment(19m, "RE00040116", Acme, "P2"));
        Assert.Equal(["Suggested rest 990.00", "Unidentified rest 19.00"], decisions.Select(d => d.Line()));
        Assert.DoesNotContain("settled already", decisions[1].Explanation, StringComparison.Ordinal);
        var rejected = MatchAll([Invoice("RE00040116", "ACME", 100m)], Payment(100m, "RE00040116", Acme) with { Rejected = [new("RE00040116#1")] })[0];
        Assert.DoesNotContain("not open", rejected.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_after_the_discount_was_granted_waits_and_the_words_say_why()
    {
        // Another invoice of the series is open still.
        var settled = Match([Invoice("RE00048823", "ACME", 500m)], Payment(20m, "RE00040116", Acme));
        Assert.Equal("It names a document that is not open, the money stays on account; payer known by his account.", settled.Explanation);
        Assert.Equal(new MatchEvidence { Kind = EvidenceKind.NotOpen, Start = 0, Length = 10 }, settled.Evidence[0]);
        // In the same run, from somebody else.
        var other = MatchAll([Invoiced], Payment(980m, "RE00040116", Acme, "P1"), Payment(20m, "RE00040116", Holding, "P2", on: Today.PlusDays(1)) with
        {
            Payer = new("BOLT"), Claims = [Claim],
        })[1];
        Assert.Equal("It names RE00040116#1, settled already; the money stays on account.", other.Explanation);
    }

    [Fact]
    public void Words_about_several_items_tell_the_money_for_all_of_them()
    {
        OpenItem[] book = [Invoice("RE00040116", "ACME", 100m), Invoice("RE00048823", "ACME", 80m)];
        var decision = Match(book, Payment(150m, "", Acme, claims:
            [new() { DocumentNumber = "RE00040116", Amount = Eur(100m) }, new() { DocumentNumber = "RE00048823", Amount = Eur(50m) }]));
        Assert.StartsWith("Part payment of 150.00 EUR on RE00040116#1 and RE00048823#1, the rest stays open", decision.Explanation, StringComparison.Ordinal);
    }
}
