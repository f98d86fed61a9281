using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

/// <summary>A case in the form of the ledger vectors, written in a test: events go in, what they post comes out as text.</summary>
internal sealed class Story
{
    private readonly LedgerVectorBooks vector;

    internal Story(string functional = "EUR", string given = "{}") =>
        vector = new(JsonDocument.Parse($$"""{"functionalCurrency": "{{functional}}", "given": {{given}}}""").RootElement);

    internal Books Books => vector.Books;

    /// <summary>The lines of the entry, in the order of text; the functional amount where it differs.</summary>
    internal string Post(string date, string name, string what)
    {
        vector.Post(JsonDocument.Parse($$"""{"date": "{{date}}", "event": "{{name}}", "do": {{what}}}""").RootElement);
        Assert.Empty(LedgerBalances.Of(Books.Journal).Check(Books.Items.Values));
        return Books.LastEntry;
    }

    internal static string Lines(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
}
