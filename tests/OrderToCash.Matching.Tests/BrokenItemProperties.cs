using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;

namespace OrderToCash.Matching.Tests;

/// <summary>Whatever a stored item says of itself: nothing is thrown, and what is sound is decided as if it were settled.</summary>
public class BrokenItemProperties
{
    public sealed record DamagedDay(MatchingProperties.Day Day, OpenItem[] Damaged);

    public static class DamagedDays
    {
        private static readonly Gen<Money> Odd =
            from minor in Gen.Elements(0L, 1, -1, 200, -200, 10_000, Money.MaxMinorUnits, -Money.MaxMinorUnits)
            from coin in Gen.Elements(Currency.Eur, Currency.Usd, Currency.Jpy)
            select Money.FromMinorUnits(minor, coin);

        private static readonly Gen<LocalDate> Day = Gen.Elements(
            Desk.Today, Desk.Today.PlusDays(-400), Desk.Today.PlusDays(3), LocalDate.MinIsoValue, LocalDate.MaxIsoValue, new LocalDate(1, 1, 1));

        private static readonly Gen<Application> Applied =
            from id in Gen.Elements("A", "B", "C")
            from amount in Odd
            from functional in Odd
            from discount in Gen.OneOf(Odd.Select(m => (Money?)m), Gen.Constant((Money?)null))
            from day in Day
            from reversed in Gen.OneOf(Day.Select(d => (LocalDate?)d), Gen.Constant((LocalDate?)null))
            from credited in Gen.Elements(true, false)
            from kind in Gen.Elements(Enum.GetValues<ApplicationKind>())
            select new Application
            {
                Id = new(id), Counterpart = default, Amount = amount, FunctionalAmount = functional, On = day, RecordedAt = Instant.MinValue,
                ReversedOn = reversed, Discount = discount, CreditedTax = discount, Revalued = discount, ByCreditNote = credited, Kind = kind,
            };

        private static readonly Gen<DiscountTier> Tier =
            from until in Day
            from discount in Odd
            from percent in Gen.Elements(0m, 2m, 100m, 150m, -3m)
            select new DiscountTier { Until = until, Discount = discount, Percentage = Percentage.Of(percent) };

        private static readonly Gen<TaxShare> Tax =
            from basis in Odd
            from tax in Odd
            select new TaxShare { TaxPoint = Desk.Today, Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = basis, Tax = tax };

        private static Gen<OpenItem> Damaged(OpenItem item) => Gen.OneOf(
            Odd.Select(m => item with { Amount = m }), Odd.Select(m => item with { FunctionalAmount = m }),
            Gen.ListOf(Applied).Select(a => item with { Applications = a.ToEquatableArray() }),
            Gen.ListOf(Tier).Select(t => item with { Discounts = t.ToEquatableArray() }),
            Gen.ListOf(Tax).Select(t => item with { TaxShares = t.ToEquatableArray() }),
            Gen.Elements(Enum.GetValues<OpenItemKind>()).Select(k => item with { Kind = k }),
            from due in Day from dated in Day select item with { DueDate = due, DocumentDate = dated },
            from tier in Tier from applied in Applied from tax in Tax
                select item with { Discounts = [tier], Applications = [applied], TaxShares = [tax] });

        public static Arbitrary<DamagedDay> Arbitrary() => Arb.From(
            from day in MatchingProperties.Days.Arbitrary().Generator
            from hits in Gen.ListOf(day.Items.Length == 0 ? Gen.Constant(-1) : Gen.Choose(0, day.Items.Length - 1))
            from damaged in Gen.CollectToArray(hits.Where(h => h >= 0).Distinct().Select(h => day.Items[h]), Damaged)
            from again in Gen.CollectToArray(damaged, d => Gen.Frequency((1, Gen.Constant(d)), (1, Damaged(d))))
            select new DamagedDay(day, again));
    }

    private static EquatableArray<MatchDecision> Decide(IEnumerable<OpenItem> items, IncomingPayment[] payments) =>
        MatchingEngine.Match(OpenItemBook.Create(items), payments, MatchingPolicy.Standard, Desk.Payers, ForeignCurrency).Decisions;

    private static readonly ForeignRates ForeignCurrency = ForeignRates.Of([new(Currency.Eur, Currency.Usd, 1.10m, Desk.Today, "ECB")], Percentage.Of(1));

    [Property(MaxTest = 1_000, Arbitrary = [typeof(DamagedDays)])]
    public void What_is_broken_is_named_and_the_rest_is_matched_without_it(DamagedDay damaged)
    {
        var broken = damaged.Damaged.ToDictionary(i => i.Id);
        var items = damaged.Day.Items.Select(i => broken.GetValueOrDefault(i.Id, i)).ToArray();
        var unsound = items.Where(i => !i.Check().IsEmpty).Select(i => i.Id).ToHashSet();
        Assert.Equal(unsound.Count, OpenItemBook.Check(items).Count);

        var settled = items.Select(i => unsound.Contains(i.Id)
            ? i with { Amount = Money.Zero(Currency.Eur), Applications = [], Discounts = [] } : i);
        Assert.Equal(Decide(settled, damaged.Day.Payments), Decide(items, damaged.Day.Payments));
        Assert.All(Decide(items, damaged.Day.Payments).SelectMany(d => d.Allocations), a => Assert.DoesNotContain(a.Item, unsound));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(DamagedDays)])]
    public void Money_is_divided_over_what_is_sound(DamagedDay damaged)
    {
        var policy = new ImputationPolicy { Debts = DebtOrder.LegalOrder, Components = ComponentOrder.CostsInterestPrincipal };
        var sound = damaged.Damaged.Where(i => i.Check().IsEmpty).Select(i => i.Id).ToHashSet();
        Assert.All(Imputation.Of(Desk.Eur(1_000), damaged.Damaged, policy, Desk.Today), a => Assert.Contains(a.Item, sound));
    }
}
