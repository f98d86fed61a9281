using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Receivables.Tests;

/// <summary>
/// The cases of ledger-entries.json as commands: only given, date, event and do are handed over; the lines are what is compared. What the
/// ledger does not know yet is listed by name, with the reason.
/// </summary>
public class LedgerVectors
{
    private const string File = "ledger/ledger-entries.json";

    public static TheoryData<string> Supported => new(All.Where(id => LedgerVectorBooks.NotYet(VectorFile.Case(File, id)) is null));

    private static IEnumerable<string> All => 
        JsonDocument.Parse(VectorFile.Text(File)).RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("id").GetString()!);

    [Theory, MemberData(nameof(Supported)), Trait("Category", "Vectors")]
    public void Ledger_entries(string id)
    {
        var c = VectorFile.Case(File, id);
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
        foreach (var item in c.GetProperty("expect").GetProperty("openItems").EnumerateObject())
            Assert.Equal(item.Value.GetString(), books.Open(item.Name).Amount.ToString(CultureInfo.InvariantCulture));
        foreach (var balance in c.GetProperty("expect").GetProperty("balances").EnumerateObject())
            Assert.Equal(decimal.Parse(balance.Value.GetString()!, CultureInfo.InvariantCulture), balances.GetValueOrDefault(balance.Name));
    }

    [Fact]
    public void Not_yet_supported()
    {
        if (Environment.GetEnvironmentVariable("O2C_VECTORS") is { Length: > 0 }) return;
        var notYet = All.Select(id => (id, LedgerVectorBooks.NotYet(VectorFile.Case(File, id)))).Where(x => x.Item2 is not null);
        Assert.Equal("""
            L021: revaluation
            L030: DeductionOpened
            L031: DeductionOpened
            L034: BankChargeBooked apart from a return
            L035: ChargebackReceived
            L036: OpeningBalance
            L037: OpeningBalance
            L038: BadDebtWrittenOff
            L039: BadDebtWrittenOff
            L040: BadDebtWrittenOff
            L044: InterestWaived
            L046: DepositReceived
            L050: other credits than unapplied cash
            L051: deferred parts of an invoice
            L052: deferred parts of an invoice
            L054: deferred parts of an invoice
            """.ReplaceLineEndings("\n"), string.Join('\n', notYet.Select(x => $"{x.id}: {x.Item2}")));
    }

    private static string Expected(JsonElement line) => string.Join(' ',
        line.GetProperty("side").GetString(), line.GetProperty("account").GetString(), line.GetProperty("doc").GetProperty("amount").GetString(),
        line.GetProperty("doc").GetProperty("currency").GetString(), line.GetProperty("func").GetString(),
        line.TryGetProperty("openItem", out var item) ? item.GetString() : "");

    private static string Actual(JournalLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{(line.Side == EntrySide.Debit ? "D" : "C")} {line.Account} {line.Document.Amount} {line.Document.Currency} {line.Functional.Amount} {line.Item}");
}
