using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

public class AgingTests
{
    private const string Vectors = "kpi/kpi.json";

    public static TheoryData<string> BucketCases => VectorFile.Ids(Vectors, "agingBuckets");

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static LocalDate Date(JsonElement element) => NodaTime.Text.LocalDatePattern.Iso.Parse(element.GetString()!).Value;

    private static OpenItem Item(string id, decimal amount, LocalDate due, OpenItemKind kind = OpenItemKind.Invoice, LocalDate? on = null) => new()
    {
        Id = new(id),
        LegalEntity = Books.Entity,
        Customer = Books.Customer,
        Kind = kind,
        DocumentNumber = id,
        DocumentDate = on ?? new(2024, 1, 1),
        DueDate = due,
        Amount = Eur(amount),
        FunctionalAmount = Eur(amount),
    };

    [Theory, MemberData(nameof(BucketCases)), Trait("Category", "Vectors")]
    public void Bucket_of_a_due_date(string id)
    {
        var c = VectorFile.Case(Vectors, id, "agingBuckets");
        var report = Aging.Of([Item("A", 1, Date(c.GetProperty("dueDate")))], Date(c.GetProperty("asOf")), new());
        var bucket = report.Rows[0].Buckets.FindIndex(b => !b.IsZero);
        Assert.Equal(c.GetProperty("bucket").GetString(), report.Buckets[bucket]);
    }

    [Fact, Trait("Category", "Vectors")]
    public void Report_with_credits()
    {
        var c = JsonDocument.Parse(VectorFile.Text(Vectors)).RootElement.GetProperty("agingReport");
        var items = c.GetProperty("items").EnumerateArray().Select((x, i) =>
        {
            var kind = !x.TryGetProperty("kind", out var k) ? OpenItemKind.Invoice
                : k.GetString() == "credit-note" ? OpenItemKind.CreditNote : OpenItemKind.Payment;
            var due = x.GetProperty("due") is { ValueKind: JsonValueKind.String } d ? Date(d) : new(2024, 1, 1);
            return Item($"{i}", decimal.Parse(x.GetProperty("open").GetString()!, System.Globalization.CultureInfo.InvariantCulture), due, kind);
        });
        var report = Aging.Of(items, Date(c.GetProperty("asOf")), new());
        var row = Assert.Single(report.Rows);
        var expected = c.GetProperty("expect");
        for (var i = 0; i < report.Buckets.Count; i++)
            Assert.Equal(expected.GetProperty(report.Buckets[i]).GetString() + " EUR", row.Buckets[i].ToString());
        Assert.Equal(expected.GetProperty("unapplied").GetString() + " EUR", row.Unapplied.ToString());
        Assert.Equal(expected.GetProperty("total").GetString() + " EUR", row.Total.ToString());
    }

    [Fact]
    public void Own_buckets_by_document_date()
    {
        var policy = new AgingPolicy { Basis = AgingBasis.DocumentDate, Limits = [7, 14] };
        Assert.Equal(["current", "1-7", "8-14", "14+"], policy.BucketNames());
        var report = Aging.Of([Item("A", 5, new(2024, 12, 31), on: new(2024, 1, 1))], new(2024, 1, 9), policy);
        Assert.Equal(Eur(5), report.Rows[0].Buckets[2]);
        Assert.Throws<ArgumentException>(() => new AgingPolicy { Limits = [30, 30] }.BucketNames());
    }

    [Fact]
    public void What_is_not_due_is_divided_where_the_limits_say_so()
    {
        var policy = new AgingPolicy { Limits = [-30, -7, 30] };
        Assert.Equal(["due 30+", "due 7-29", "due 0-6", "1-30", "30+"], policy.BucketNames());
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3, 4], new[] { -31, -30, -29, -7, -6, 0, 1, 30, 31 }.Select(policy.BucketOf));
        Assert.Equal(policy.BucketNames(), new AgingPolicy { Limits = [-30, -7, 0, 30] }.BucketNames());
        Assert.Equal(["current", "1-30", "31-60", "61-90", "90+"], new AgingPolicy().BucketNames());
    }

    [Fact]
    public void Disputed_and_promised_parts_stand_apart_in_the_bucket_of_their_age()
    {
        OpenItem[] items = [Item("A", 100, new(2024, 1, 31)), Item("B", 50, new(2024, 3, 1)), Item("P", -20, new(2024, 1, 1), OpenItemKind.Payment)];
        AgingParts[] parts =
        [
            new() { Item = new("A"), Disputed = Eur(30) }, new() { Item = new("A"), Disputed = Eur(10), Promised = Eur(500) },
            new() { Item = new("P"), Disputed = Eur(5) }, new() { Item = new("another"), Disputed = Eur(5) },
        ];
        var row = Aging.Of(items, new(2024, 2, 10), new(), parts: parts).Rows[0];
        Assert.Equal((Eur(0), Eur(40), Eur(60)), (row.Buckets[1], row.Disputed[1], row.Promised[1]));
        Assert.Equal((Eur(50), Eur(-20), Eur(130)), (row.Buckets[0], row.Unapplied, row.Total));
        Assert.Equal(Eur(130), row.Functional!.Total);
        Assert.Throws<ArgumentException>(() => Aging.Of(items, new(2024, 2, 10), new(), parts: [new() { Item = new("A"), Promised = Eur(-1) }]));
        Assert.Throws<CurrencyMismatchException>(() =>
            Aging.Of(items, new(2024, 2, 10), new(), parts: [new() { Item = new("A"), Promised = Money.Of(1, Currency.Usd) }]));
        Assert.Throws<ArgumentException>(() => Aging.Of(
            [.. items, Item("X", 1, new(2024, 1, 31)) with { FunctionalAmount = Money.Of(1, Currency.Usd) }], new(2024, 2, 10), new()));
    }

    [Fact]
    public void Credits_pay_what_is_oldest_and_what_is_left_of_them_stands_apart()
    {
        OpenItem[] items = [Item("A", 100, new(2024, 1, 31)), Item("B", 50, new(2023, 10, 1), on: new(2023, 9, 1)), Item("C", -70, new(2024, 1, 1), OpenItemKind.CreditNote)];
        AgingRow Row(params OpenItem[] more) => Aging.Of([.. items, .. more], new(2024, 2, 10), new() { Credits = AgingCredits.OldestFirst }).Rows[0];
        Assert.Equal([Eur(0), Eur(80), Eur(0), Eur(0), Eur(0)], Row().Buckets);
        Assert.Equal(Eur(0), Row().Unapplied);
        Assert.Equal((Eur(-30), Eur(-30)), (Row(Item("P", -110, new(2024, 1, 1), OpenItemKind.Payment)).Unapplied, Row(Item("P", -110, new(2024, 1, 1), OpenItemKind.Payment)).Total));
    }

    [Fact]
    public void An_item_taken_over_is_not_in_the_books_before_they_began()
    {
        var books = Books.InEuro();
        Expect.Success(books.Commit(Ledger.OpenBalance(new()
        {
            Entry = books.NextEntry(), LegalEntity = Books.Entity, Date = Books.Day,
            Items = [new() { Item = new("O"), Customer = Books.Customer, DocumentNumber = "O", DocumentDate = Books.Day.PlusDays(-50), DueDate = Books.Day.PlusDays(-20), Amount = Eur(9) }],
        }, books.Policy, Books.Clerk, books.Now)));
        Assert.Equal((Eur(0), Eur(9)), (books["O"].OpenOn(Books.Day.PlusDays(-1)), books["O"].OpenOn(Books.Day)));
        Assert.Equal(Eur(9), Aging.Of(books.All, Books.Day, new()).Rows[0].Buckets[1]);
        Expect.Refused(LedgerErrors.DateBeforeDocument, books.WriteOff("O", "W", Books.Day.PlusDays(-1)));
    }

    [Fact]
    public void Credits_net_or_stand_apart_and_the_total_stays()
    {
        OpenItem[] items =
        [
            Item("A", 100, new(2024, 1, 31)), Item("C", -30, new(2024, 1, 31), OpenItemKind.CreditNote), Item("P", -20, new(2024, 1, 31), OpenItemKind.Payment),
        ];
        AgingRow Row(AgingCredits credits) => Aging.Of(items, new(2024, 2, 10), new() { Credits = credits }).Rows[0];
        Assert.Equal((Eur(70), Eur(-20)), (Row(AgingCredits.CreditNotesByDate).Buckets[1], Row(AgingCredits.CreditNotesByDate).Unapplied));
        Assert.Equal((Eur(100), Eur(-50)), (Row(AgingCredits.Apart).Buckets[1], Row(AgingCredits.Apart).Unapplied));
        Assert.Equal((Eur(50), Eur(0)), (Row(AgingCredits.AllByDate).Buckets[1], Row(AgingCredits.AllByDate).Unapplied));
    }

    [Fact]
    public void A_payment_taken_back_later_does_not_change_the_aging_of_then()
    {
        var books = Books.InEuro();
        books.Invoice("A", Eur(100), due: 0);
        books.Receive("P", Eur(100));
        books.Apply(Books.Day.PlusDays(1), Books.Request("1", "P", "A", Eur(100)));
        var then = Aging.Of(books.Items.Values, Books.Day.PlusDays(5), new());
        books.Return("P", Books.Day.PlusDays(40));
        Assert.Equal(then, Aging.Of(books.Items.Values, Books.Day.PlusDays(5), new()));
        Assert.Empty(then.Rows);
        Assert.Equal(Eur(100), Aging.Of(books.Items.Values, Books.Day.PlusDays(40), new()).Rows[0].Buckets[2]);
    }
}
