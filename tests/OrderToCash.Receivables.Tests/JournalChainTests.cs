using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

public class JournalChainTests
{
    private static (List<JournalEntry> Entries, JournalChain End) Recorded()
    {
        var books = Books.InEuro();
        books.Invoice("A", Money.Parse("100.00 EUR"));
        books.Receive("P", Money.Parse("100.00 EUR"));
        books.Apply(Books.Day, Books.Request("1", "P", "A", Money.Parse("100.00 EUR")));
        books.Unapply("1", Books.Day.PlusDays(1));
        return (books.Chained(), books.Chain);
    }

    private static JournalEntry Forged(JournalEntry entry, string from, string to) =>
        JsonSerializer.Deserialize<JournalEntry>(JsonSerializer.Serialize(entry).Replace(from, to))!;

    [Fact]
    public void Every_entry_is_linked_to_the_one_before()
    {
        var (entries, end) = Recorded();
        Assert.Equal([1L, 2, 3, 4], entries.Select(e => e.Link!.Number));
        Assert.True(entries[0].Link!.Previous.IsNone);
        Assert.Equal(entries[2].Link!.Hash, entries[3].Link!.Previous);
        Assert.Equal((4, entries[3].Link!.Hash), (end.Count, end.Head));
        Assert.Empty(JournalChain.Verify(entries, end));
        Assert.Empty(JournalChain.Verify(entries.Select(e => Forged(e, "none", "none")), end));
    }

    [Theory]
    [InlineData("100.00 EUR", "100.01 EUR"), InlineData("2026-03-02", "2026-03-01"), InlineData("clerk", "clark"), InlineData("J-2", "J-9")]
    [InlineData("PaymentReceived", "DepositReceived"), InlineData("cash.bank", "cash.box"), InlineData("C-1", "C-2"), InlineData("LE-1", "LE-2")]
    public void A_changed_entry_is_the_first_that_is_found(string from, string to)
    {
        var (entries, end) = Recorded();
        entries[1] = Forged(entries[1], from, to);
        var found = Expect.Found(JournalErrors.ContentChanged, JournalChain.Verify(entries, end));
        Assert.Equal("2", found.Fact("number"));
    }

    [Fact]
    public void Entries_taken_out_put_in_moved_or_cut_off_are_found()
    {
        var (entries, end) = Recorded();
        Expect.Found(JournalErrors.ChainBroken, JournalChain.Verify([entries[0], entries[2], entries[3]], end));
        Expect.Found(JournalErrors.ChainBroken, JournalChain.Verify([entries[1], entries[0], entries[2], entries[3]], end));
        Expect.Found(JournalErrors.ChainCut, JournalChain.Verify(entries.Take(3), end));
        Assert.Empty(JournalChain.Verify(entries.Take(3)));
        var books = Books.InEuro();
        books.Invoice("B", Money.Parse("1.00 EUR"));
        Expect.Found(JournalErrors.NotChained, JournalChain.Verify(books.Journal));
    }

    [Fact]
    public void An_entry_is_recorded_once_and_in_its_own_partition()
    {
        var (entries, end) = Recorded();
        Assert.Throws<ArgumentException>(() => end.Append(entries[0], out _));
        var books = Books.InEuro();
        books.Invoice("B", Money.Parse("1.00 EUR"));
        Assert.Throws<ArgumentException>(() => (end with { Customer = new("C-2") }).Append(books.Journal[0], out _));
        Assert.Equal(1, JournalChain.For(books.Journal[0]).Append(books.Journal[0], out _).Count);
    }
}
