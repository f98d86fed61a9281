using OrderToCash.Receivables;
using static OrderToCash.Matching.Tests.Desk;

namespace OrderToCash.Matching.Tests;

/// <summary>A stored item that breaks its own rules is named and left out; the statement is matched all the same.</summary>
public class BrokenItemTests
{
    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static Application Settled(string id, Money amount) => new()
    {
        Id = new(id), Counterpart = new("PAY"), Amount = amount, FunctionalAmount = amount, On = Today, RecordedAt = Instant.FromUtc(2026, 3, 20, 8, 0),
    };

    private static readonly OpenItem Sound = Invoice("RE-2010001", "ACME", 100);

    private static OpenItem Twin(string number) => Invoice(number, "ACME", 55);

    public static TheoryData<string, OpenItem> Broken => new()
    {
        { "a discount of another currency", Twin("RE-2010002") with { Discounts = [Tier(Usd(2))] } },
        { "a discount of more than the amount", Twin("RE-2010002") with { Discounts = [Tier(Eur(56))] } },
        { "an application in another currency", Twin("RE-2010002") with { Applications = [Settled("A", Usd(5))] } },
        { "more applied than there was", Twin("RE-2010002") with { Applications = [Settled("A", Eur(60))] } },
        { "the same application twice", Twin("RE-2010002") with { Applications = [Settled("A", Eur(5)), Settled("A", Eur(5))] } },
        { "applied before its document", Twin("RE-2010002") with { Applications = [Settled("A", Eur(5)) with { On = new(2026, 2, 1) }] } },
        { "a credit note that is owed", Twin("RE-2010002") with { Kind = OpenItemKind.CreditNote } },
        {
            "more than can be added up",
            Twin("RE-2010002") with { Applications = [.. Enumerable.Range(0, 12).Select(i => Settled($"A{i}", Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur)))] }
        },
    };

    private static DiscountTier Tier(Money discount) => new() { Until = Today, Percentage = Percentage.Of(2), Discount = discount };

    [Theory, MemberData(nameof(Broken))]
    public void The_others_are_matched_and_it_is_named(string what, OpenItem broken)
    {
        var finding = Assert.Single(OpenItemBook.Check([Sound, broken]));
        Expect.Found(MatchingErrors.ItemBroken, [finding]);
        Assert.Equal("items[1]", finding.Target);
        Assert.Contains("RE-2010002", finding.Message, StringComparison.Ordinal);
        var decisions = MatchAll([Sound, broken], Payment(100, "RE-2010001", Acme, "P1"), Payment(54, "", Acme, "P2"), Payment(55, "RE-2010002", Acme, "P3"));
        Assert.True(decisions[0].Line() == "Full RE-2010001#1 100.00", what);
        Assert.All(decisions.Skip(1), d => Assert.False(d.IsApplied, what));
    }

    [Theory, MemberData(nameof(Broken))]
    public void Whoever_names_it_pays_nothing_else_by_the_amount(string what, OpenItem broken)
    {
        var decision = Match([broken, Invoice("RE-2010003", "ACME", 55)], Payment(55, "RE-2010002", Acme));
        Assert.False(decision.IsApplied, what);
        Assert.Equal("Full RE-2010003#1 55.00", Match([broken, Invoice("RE-2010003", "ACME", 55)], Payment(55, "", Acme)).Line());
    }

    [Fact]
    public void An_item_due_at_the_end_of_all_dates_is_not_old()
    {
        var never = Invoice("RE-2010002", "ACME", 90, due: LocalDate.MaxIsoValue) with { DocumentDate = LocalDate.MinIsoValue };
        Assert.Equal("Partial RE-2010002#1 40.00", Match([never, Sound], Payment(40, "RE-2010002", Acme)).Line());
    }

    [Theory, MemberData(nameof(Broken))]
    public void Money_is_not_divided_over_it(string what, OpenItem broken)
    {
        var policy = new ImputationPolicy { Debts = DebtOrder.OldestFirst, Components = ComponentOrder.CostsInterestPrincipal };
        Assert.True(Imputation.Of(Eur(200), [broken, Sound], policy, Today).Single().Item == Sound.Id, what);
    }

    [Theory, MemberData(nameof(Broken))]
    public void A_book_that_changes_takes_and_loses_it(string what, OpenItem broken)
    {
        var book = OpenItemBook.Create([Sound, Twin("RE-2010002")]);
        var after = book.With([broken]);
        Assert.True(book.Count == 2 && after.Count == 1, what);
        Assert.Equal(2, after.With([Twin("RE-2010002")]).Count);
        Assert.Equal(1, after.With([], [broken.Id]).Count);
    }
}
