using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

/// <summary>The short way to the findings of an item never misses one, and most items take it.</summary>
public class OpenItemSoundnessProperties
{
    public static class Items
    {
        private static readonly Gen<Money> Amount =
            from minor in Gen.Frequency((8, Gen.Choose(-3, 12).Select(i => i * 100L)),
                (1, Gen.Elements(1L << 58, 1L << 59, Money.MaxMinorUnits, -Money.MaxMinorUnits)))
            from coin in Gen.Frequency((15, Gen.Constant(Currency.Eur)), (1, Gen.Constant(Currency.Usd)))
            select Money.FromMinorUnits(minor, coin);

        private static readonly Gen<Money?> Sometimes = Gen.Frequency((12, Gen.Constant((Money?)null)), (1, Amount.Select(m => (Money?)m)));

        private static readonly Gen<LocalDate> Day = Gen.Frequency((12, Gen.Constant(Books.Day)), (1, Gen.Choose(-2, 2).Select(i => Books.Day.PlusDays(i))));

        private static readonly Gen<Application> Applied =
            from id in Gen.Choose(0, 12)
            from amount in Amount
            from isSame in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
            from functional in Amount
            from day in Day
            from reversed in Gen.Frequency((9, Gen.Constant((LocalDate?)null)), (1, Day.Select(d => (LocalDate?)d)))
            from kind in Gen.Frequency((9, Gen.Constant(ApplicationKind.Settlement)), (2, Gen.Elements(Enum.GetValues<ApplicationKind>())))
            from discount in Sometimes
            from revalued in Sometimes
            select new Application
            {
                Id = new($"A{id}"), Counterpart = default, Amount = amount, FunctionalAmount = isSame ? amount : functional, On = day, Kind = kind,
                RecordedAt = Instant.MinValue, ReversedOn = reversed, Discount = discount, Revalued = revalued,
            };

        private static readonly Gen<OpenItem> Any =
            from amount in Amount
            from isSame in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
            from functional in Amount
            from isOfKind in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
            from kind in Gen.Elements(Enum.GetValues<OpenItemKind>())
            from tier in Sometimes
            from pending in Sometimes
            from recovered in Sometimes
            from count in Gen.Choose(0, 4)
            from applications in Gen.ArrayOf(Applied, count)
            select new OpenItem
            {
                Id = new("I"), LegalEntity = new("E"), Customer = new("C"), DocumentNumber = "1", DocumentDate = Books.Day, DueDate = Books.Day,
                Amount = amount, FunctionalAmount = isSame ? amount : functional, PendingTax = pending, Applications = applications.ToEquatableArray(),
                Kind = isOfKind ? amount.IsPositive ? OpenItemKind.Invoice : OpenItemKind.CreditNote : kind,
                Discounts = tier is { } discount ? [new() { Until = Books.Day, Percentage = Percentage.Of(2), Discount = discount }] : [],
                Recoveries = recovered is { } money ? [new() { Entry = new("R"), Amount = money, On = Books.Day, RecordedAt = Instant.MinValue }] : [],
            };

        public static Arbitrary<OpenItem> OpenItems() => Arb.From(Any);
    }

    [Property(MaxTest = 20_000, Arbitrary = [typeof(Items)])]
    public void The_short_way_finds_no_item_sound_that_is_not(OpenItem item)
    {
        Assert.True(!item.IsSurelySound() || item.CheckAll().IsEmpty);
        Assert.Equal(item.CheckAll(), item.Check());
    }

    [Fact]
    public void An_item_that_was_opened_paid_in_part_and_paid_takes_the_short_way()
    {
        var books = Books.InEuro();
        var amount = Money.Of(100, Currency.Eur);
        books.Invoice("A", amount);
        var opened = books["A"];
        var part = new Application
        {
            Id = new("1"), Counterpart = new("P"), Amount = Money.Of(40, Currency.Eur), FunctionalAmount = Money.Of(40, Currency.Eur),
            On = Books.Day, RecordedAt = Instant.MinValue,
        };
        var rest = part with { Id = new("2"), Amount = Money.Of(60, Currency.Eur), FunctionalAmount = Money.Of(60, Currency.Eur) };
        Assert.All([opened, opened with { Applications = [part] }, opened with { Applications = [part, rest] }], i => Assert.True(i.IsSurelySound()));
        Assert.False((opened with { Applications = [part, rest, rest with { Id = new("3") }] }).IsSurelySound());
    }
}
