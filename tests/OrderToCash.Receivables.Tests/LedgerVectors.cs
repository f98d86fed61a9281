using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

/// <summary>
/// The cases of ledger-entries.json as commands: only given, date, event and do are handed over; the lines are what is compared.
/// </summary>
public class LedgerVectors
{
    private const string File = "ledger/ledger-entries.json";

    private static readonly Dictionary<string, JsonElement> Own = JsonDocument.Parse(System.IO.File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "OrderToCash.Receivables.Tests", "Cases", "more-ledger-entries.json"))).RootElement
        .GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!);

    public static TheoryData<string> Cases => VectorFile.Ids(File);

    public static TheoryData<string> OwnCases => new(Own.Keys);

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Ledger_entries(string id) => Check(VectorFile.Case(File, id));

    // Other cases of the same events, worked out by hand: other currencies, rates, orders and combinations.
    [Theory, MemberData(nameof(OwnCases))]
    public void More_ledger_entries(string id) => Check(Own[id]);

    private static void Check(JsonElement c)
    {
        var books = new LedgerVectorBooks(c);
        foreach (var before in c.GetProperty("given").TryGetProperty("before", out var b) ? b.EnumerateArray().ToArray() : []) books.Post(before);
        var balances = new Dictionary<string, decimal>();
        foreach (var entry in c.GetProperty("entries").EnumerateArray())
        {
            var lines = books.Post(entry);
            Assert.Equal(entry.GetProperty("lines").EnumerateArray().Select(Expected).Order(StringComparer.Ordinal), lines.Select(Actual).Order(StringComparer.Ordinal));
            foreach (var line in lines)
                balances[line.Account.Value] = balances.GetValueOrDefault(line.Account.Value) + line.SignedFunctional.Amount;
        }
        Assert.Empty(LedgerBalances.Of(books.Books.Journal).Check(books.Books.Items.Values));
        foreach (var item in c.GetProperty("expect").GetProperty("openItems").EnumerateObject())
            Assert.Equal(decimal.Parse(item.Value.GetString()!, CultureInfo.InvariantCulture), books.Open(item.Name).Amount);
        foreach (var balance in c.GetProperty("expect").GetProperty("balances").EnumerateObject())
            Assert.Equal(decimal.Parse(balance.Value.GetString()!, CultureInfo.InvariantCulture), balances.GetValueOrDefault(balance.Name));
    }

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void What_is_posted_does_not_come_from_the_lines(string id)
    {
        var c = VectorFile.Case(File, id);
        Assert.Equal(Posted(c), Posted(WithoutLines(c)));
    }

    [Theory, MemberData(nameof(OwnCases))]
    public void What_is_posted_for_the_other_cases_does_not_come_from_the_lines_either(string id) =>
        Assert.Equal(Posted(Own[id]), Posted(WithoutLines(Own[id])));

    private static string Posted(JsonElement c)
    {
        var books = new LedgerVectorBooks(c);
        foreach (var before in c.GetProperty("given").TryGetProperty("before", out var b) ? b.EnumerateArray().ToArray() : []) books.Post(before);
        foreach (var entry in c.GetProperty("entries").EnumerateArray()) books.Post(entry);
        return JsonSerializer.Serialize(books.Books.Journal);
    }

    private static JsonElement WithoutLines(JsonElement c)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(c.GetRawText())!;
        node.AsObject().Remove("expect");
        foreach (var entry in node["entries"]!.AsArray()) entry!.AsObject().Remove("lines");
        return JsonSerializer.SerializeToElement(node);
    }

    private static string Expected(JsonElement line) => string.Join(' ',
        line.GetProperty("side").GetString(), line.GetProperty("account").GetString(), line.GetProperty("doc").GetProperty("amount").GetString(),
        line.GetProperty("doc").GetProperty("currency").GetString(), line.GetProperty("func").GetString(),
        line.TryGetProperty("openItem", out var item) ? item.GetString() : "");

    private static string Actual(JournalLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{(line.Side == EntrySide.Debit ? "D" : "C")} {line.Account} {line.Document.Amount} {line.Document.Currency} {line.Functional.Amount} {line.Item}");
}
