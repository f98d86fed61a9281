namespace OrderToCash.Receivables.Tests;

public class OpenItemTests
{
    private static readonly LocalDate Day = Books.Day;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static OpenItem Item(params Application[] applications)
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(100));
        return books["A"] with { Applications = [.. applications] };
    }

    private static Application Paid(string id, decimal amount) => new()
    {
        Id = new(id), Counterpart = new("P"), Amount = Eur(amount), FunctionalAmount = Eur(amount), On = Day, RecordedAt = Instant.FromUtc(2026, 3, 2, 9, 0),
    };

    [Fact]
    public void A_sound_item_has_no_findings() => Assert.Empty(Item(Paid("1", 40), Paid("2", 60)).Check());

    [Fact]
    public void Check_lists_what_is_broken()
    {
        Expect.Found(OpenItemErrors.CrossesZero, Item(Paid("1", 60), Paid("2", 60)).Check());
        Expect.Found(OpenItemErrors.ApplicationTwice, Item(Paid("1", 1), Paid("1", 1)).Check());
        Expect.Found(OpenItemErrors.ApplicationSide, Item(Paid("1", -1)).Check());
        Expect.Found(OpenItemErrors.ApplicationCurrency, Item(Paid("1", 1) with { Amount = Money.Of(1, Currency.Usd) }).Check());
        Expect.Found(OpenItemErrors.ApplicationDates, Item(Paid("1", 1) with { ReversedOn = Day.PlusDays(-1) }).Check());
        ItemPledge pledge = new() { Assignment = new("F-1"), Outstanding = Eur(61) };
        Expect.Found(OpenItemErrors.PledgedTooMuch, (Item(Paid("1", 40)) with { Pledge = pledge }).Check());
        Expect.Found(OpenItemErrors.PledgedTooMuch, (Item() with { Pledge = pledge with { Outstanding = Money.Of(1, Currency.Usd) } }).Check());
        Assert.Empty((Item(Paid("1", 39)) with { Pledge = pledge }).Check());
        Expect.Found(OpenItemErrors.CarryingLeft, Item(Paid("1", 100) with { FunctionalAmount = Eur(99) }).Check());
        Expect.Found(OpenItemErrors.NoAmount, (Item() with { Amount = Eur(0) }).Check());
        Expect.Found(OpenItemErrors.SignsDiffer, (Item() with { FunctionalAmount = Eur(-100) }).Check());
        Expect.Found(OpenItemErrors.PartsBroken, (Item() with { Discounts = [Tier(Eur(100.01m))] }).Check());
        Expect.Found(OpenItemErrors.PartsBroken, (Item() with { Discounts = [Tier(Money.Of(2, Currency.Usd))] }).Check());
        Expect.Found(OpenItemErrors.PartsBroken, Item(Enumerable.Range(0, 12).Select(i => Huge($"{i}")).ToArray()).Check());
        Expect.Found(OpenItemErrors.WrongSide, (Item() with { Kind = OpenItemKind.Payment }).Check());
    }

    private static DiscountTier Tier(Money discount) => new() { Until = Day, Percentage = Percentage.Of(2), Discount = discount };

    private static Application Huge(string id) => Paid(id, 1) with
    {
        Amount = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur), FunctionalAmount = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Eur),
    };

    [Fact]
    public void A_discount_may_be_all_of_a_very_small_amount_but_no_more()
    {
        Assert.Empty((Item() with { Discounts = [Tier(Eur(100))] }).Check());
        Assert.Empty((Item() with { Discounts = [Tier(Eur(150))], IsRecordedNet = true }).Check());
    }

    [Fact]
    public void A_broken_item_offers_no_discount_and_still_waits_for_somebody()
    {
        var mixed = Item(Paid("1", 100) with { Amount = Money.Of(100, Currency.Usd), ByCreditNote = true }) with { Discounts = [Tier(Eur(2))] };
        Assert.Equal((null, false), (mixed.DiscountOn(Day), mixed.IsSettled));
        Assert.Null((Item() with { Discounts = [Tier(Money.Of(2, Currency.Usd))] }).DiscountOn(Day));
        Assert.Equal(Eur(2), (Item() with { Discounts = [Tier(Money.Of(9, Currency.Usd)), Tier(Eur(2))] }).DiscountOn(Day));
        Assert.Equal(Eur(0), (mixed with { IsRecordedNet = true }).ForfeitedOn(Day.PlusDays(9)));
        Assert.False(Item(Enumerable.Range(0, 12).Select(i => Huge($"{i}")).ToArray()).IsSettled);
        Assert.True(Item(Paid("1", 100)).IsSettled);
        Assert.False(Item(Paid("1", 100) with { ReversedOn = Day }).IsSettled);
    }

    [Fact]
    public void A_credit_is_applied_past_an_item_that_is_broken_and_the_item_is_named()
    {
        var (broken, sound) = (Item() with { Discounts = [Tier(Money.Of(2, Currency.Usd))] }, Item() with { Id = new("B") });
        var draft = new ApplicationDraft
        {
            Credit = new("P"), TakeDiscounts = true,
            Targets = [new() { Application = new("1"), Item = broken.Id }, new() { Application = new("2"), Item = sound.Id }],
        };
        var request = Assert.Single(draft.Requests([broken, sound], Eur(150), Day));
        Assert.Equal((sound.Id, Eur(100)), (request.Debit, request.Amount));
        Assert.Equal(Eur(100), draft.Needed([broken, sound], Day));
        Assert.Equal("targets[0].item", Expect.Found(LedgerErrors.ItemQuarantined, draft.Check([broken, sound])).Target);
        Assert.Empty(draft.Check([Item(), sound]));
    }

    [Fact]
    public void Events_of_another_item_are_a_bug()
    {
        var e = new OpenItemUnapplied
        {
            Item = new("B"), Entry = new("J"), By = Books.Clerk, At = Instant.MinValue, Applications = [new("1")], On = Day,
        };
        Assert.Throws<ArgumentException>(() => Item().Apply(e));
        Assert.Throws<ArgumentException>(() => Item().Apply(e with { Item = new("A") }));
    }
}
