using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>Money in another currency than the item it is for.</summary>
public class ForeignCurrencyTests
{
    private static readonly ForeignRates Rates = ForeignRates.Of(
        [new(Currency.Eur, Currency.Usd, 1.10m, Today.PlusDays(-1), "ECB"), new(Currency.Eur, Currency.Gbp, 0.85m, Today, "ECB")], Percentage.Of(1));

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static Receivables.OpenItem Dollars(string number, decimal amount, string customer = "ACME", string reference = "") =>
        Invoice(number, customer, 0, reference, other: Usd(amount));

    private static MatchDecision Decide(Receivables.OpenItem[] book, IncomingPayment payment, ForeignRates? rates = null) =>
        MatchingEngine.Match(OpenItemBook.Create(book), [payment], MatchingPolicy.Standard, Payers, rates ?? Rates).Decisions[0];

    [Fact]
    public void A_named_item_is_settled_in_its_own_currency_within_the_spread()
    {
        var decision = Decide([Dollars("RE-2010001", 1_100)], Payment(1_004, "RE-2010001", Acme));
        Assert.Equal((MatchOutcome.Full, Eur(0)), (decision.Outcome, decision.Residual));
        var allocation = decision.Allocations.Single();
        Assert.Equal((Eur(1_004), Usd(1_100), Usd(1_100)), (allocation.Cash, allocation.Settles!.Value, allocation.Cleared));
        Assert.Equal([EvidenceKind.DocumentNumber, EvidenceKind.PayerAccount, EvidenceKind.ForeignAmount], decision.Evidence.Select(e => e.Kind));
        Assert.Equal((3, 7), (decision.Evidence[0].Start, decision.Evidence[0].Length));
    }

    [Fact]
    public void Outside_the_spread_or_without_a_rate_of_the_day_nothing_is_applied()
    {
        var book = new[] { Dollars("RE-2010001", 1_100) };
        Assert.False(Decide(book, Payment(1_011, "RE-2010001", Acme)).IsApplied);
        Assert.False(Decide(book, Payment(989, "RE-2010001", Acme)).IsApplied);
        Assert.False(Decide(book, Payment(1_000, "RE-2010001", Acme), ForeignRates.None).IsApplied);
        Assert.False(Decide(book, Payment(1_000, "RE-2010001", Acme, on: Today.PlusDays(9))).IsApplied);
        Assert.False(Decide(book, Payment(1_000, "RE-2010001", Acme, on: Today.PlusDays(-2))).IsApplied);
    }

    [Fact]
    public void What_is_named_and_a_little_outside_the_spread_is_shown()
    {
        var decision = Decide([Dollars("RE-2010001", 1_100)], Payment(985, "RE-2010001", Acme));
        Assert.Equal((MatchOutcome.Suggested, Usd(1_100)), (decision.Outcome, decision.Alternatives.Single().Allocations.Single().Settles!.Value));
        Assert.Equal(MatchOutcome.Unidentified, Decide([Dollars("RE-2010001", 1_100)], Payment(960, "RE-2010001", Acme)).Outcome);
    }

    [Fact]
    public void A_part_of_a_number_counts_among_the_items_of_a_known_payer()
    {
        var book = new[] { Dollars("RE-2026-0010001", 1_100), Dollars("RE-2026-0010002", 1_100) };
        Assert.Equal("RE-2026-0010002#1", Decide(book, Payment(1_004, "Rechnung 0010002", Acme)).Allocations.Single().Item.Value);
        Assert.Equal(EvidenceKind.PartialNumber, Decide(book, Payment(1_004, "2026 10002", Acme)).Evidence[0].Kind);
        var shown = Decide([.. book, Dollars("RE-2025-0010002", 4_400)], Payment(1_004, "Rechnung 0010002"));
        Assert.Equal((MatchOutcome.Suggested, "RE-2026-0010002#1"), (shown.Outcome, shown.Alternatives.Single().Allocations.Single().Item.Value));
        Assert.Equal(MatchOutcome.Unidentified, Decide(book, Payment(1_030, "Rechnung 0010002")).Outcome);
        Assert.Equal(MatchOutcome.Unidentified, Decide([.. book, Dollars("RE-2025-0010002", 1_099, "BOLT")], Payment(1_000, "Rechnung 0010002")).Outcome);
        Assert.False(Decide(book, Payment(1_004, "0010001 und 0010002", Acme)).IsApplied);
        Assert.False(Decide(book, Payment(1_030, "Rechnung 0010002", Acme)).IsApplied);
    }

    [Fact]
    public void An_amount_alone_is_shown_and_not_applied()
    {
        var decision = Decide([Dollars("RE-2010001", 1_100)], Payment(1_000, "", Acme));
        Assert.Equal((MatchOutcome.Suggested, EvidenceKind.ForeignAmount), (decision.Outcome, decision.Alternatives[0].Evidence));
        Assert.Equal(Usd(1_100), decision.Alternatives[0].Allocations[0].Settles);
        Assert.Equal(MatchOutcome.Unidentified, Decide([Dollars("RE-2010001", 1_100), Dollars("RE-2010002", 1_101)], Payment(1_000, "", Acme)).Outcome);
    }

    [Fact]
    public void A_short_number_needs_the_payer_a_long_one_that_nobody_else_pays_and_a_reference_only_that_it_fits()
    {
        Assert.Equal(MatchOutcome.Suggested, Decide([Dollars("RE-20101", 1_100)], Payment(1_000, "RE-20101")).Outcome);
        Assert.Equal(MatchOutcome.Full, Decide([Dollars("RE-20101", 1_100)], Payment(1_000, "RE-20101", Acme)).Outcome);
        Assert.Equal(MatchOutcome.Full, Decide([Dollars("RE-2010001", 1_100)], Payment(1_000, "RE-2010001")).Outcome);
        Assert.Equal(MatchOutcome.Full, Decide([Dollars("RE-2010001", 1_100, "COLT")], Payment(1_000, "RE-2010001", name: "Colt & Söhne GmbH")).Outcome);
        Assert.Equal(MatchOutcome.Suggested, Decide([Dollars("RE-2010001", 1_100)], Payment(1_000, "RE-2010001", name: "Colt & Söhne GmbH")).Outcome);
        Assert.Equal(MatchOutcome.Suggested, Decide([Dollars("RE-2010001", 1_100)], Payment(1_011, "RE-2010001")).Outcome);
        Assert.Equal(MatchOutcome.Suggested, Decide([Dollars("RE-2010001", 1_100)], Payment(1_000, "RE-2010001", Bolt)).Outcome);
        var claimed = Payment(1_000, "", claims: new RemittanceClaim { StructuredReference = "RF18539007547034" });
        Assert.Equal(MatchOutcome.Full, Decide([Dollars("RE-2010001", 1_100, reference: "RF18539007547034")], claimed).Outcome);
    }

    [Fact]
    public void Two_named_items_or_one_of_the_own_currency_are_no_case_for_a_rate()
    {
        Assert.False(Decide([Dollars("RE-2010001", 1_100), Dollars("RE-2010002", 1_100)], Payment(1_000, "RE-2010001 RE-2010002", Acme)).IsApplied);
        Assert.False(Decide([Dollars("RE-2010001", 1_100), Invoice("RE-2010002", "ACME", 70)], Payment(1_000, "RE-2010002", Acme)).Allocations
            .Any(a => a.Item.Value == "RE-2010001#1"));
    }

    [Fact]
    public void Two_that_want_the_same_item_are_for_a_person()
    {
        var run = MatchingEngine.Match(OpenItemBook.Create([Dollars("RE-2010001", 1_100)]),
            [Payment(1_000, "RE-2010001", Acme, "P1"), Payment(1_001, "RE-2010001", Acme, "P2")], MatchingPolicy.Standard, Payers, Rates);
        Assert.All(run.Decisions, d => Assert.False(d.IsApplied));
    }

    [Fact]
    public void Rates_are_found_in_both_directions_by_the_latest_day_that_is_not_too_old()
    {
        Assert.Equal(1.10m, Rates.Find(Currency.Usd, Currency.Eur, Today)!.Rate);
        Assert.Null(Rates.Find(Currency.Usd, Currency.Gbp, Today));
        Assert.Null(Rates.Find(Currency.Usd, Currency.Eur, Today.PlusDays(7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ForeignRates.Of([], Percentage.Of(11)));
    }
}
