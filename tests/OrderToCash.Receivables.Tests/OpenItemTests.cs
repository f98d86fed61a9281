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
        Expect.Found(OpenItemErrors.CarryingLeft, Item(Paid("1", 100) with { FunctionalAmount = Eur(99) }).Check());
        Expect.Found(OpenItemErrors.NoAmount, (Item() with { Amount = Eur(0) }).Check());
        Expect.Found(OpenItemErrors.SignsDiffer, (Item() with { FunctionalAmount = Eur(-100) }).Check());
        Expect.Found(OpenItemErrors.WrongSide, (Item() with { Kind = OpenItemKind.Payment }).Check());
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
