using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Receivables.Tests;

public partial class JournalEntryTests
{
    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static Money Usd(decimal amount) => Money.Of(amount, Currency.Usd);

    private static JournalLine Debit(string account, Money document, Money functional) =>
        new() { Account = new(account), Side = EntrySide.Debit, Document = document, Functional = functional };

    private static JournalLine Credit(string account, Money document, Money functional) =>
        Debit(account, document, functional) with { Side = EntrySide.Credit };

    private static JournalEntryFacts Facts(params JournalLine[] lines) => new()
    {
        Id = new("J-1"),
        LegalEntity = new("LE-1"),
        FunctionalCurrency = Currency.Eur,
        Date = new(2026, 3, 2),
        RecordedAt = Instant.FromUtc(2026, 3, 2, 8, 30) + Duration.FromNanoseconds(1),
        Event = JournalEvents.PaymentReceived,
        By = Actor.System("import"),
        Lines = [.. lines],
    };

    private static void Refuses(ErrorCode code, params JournalLine[] lines)
    {
        var error = Assert.Single(JournalEntry.Restore(Facts(lines)).Errors);
        Assert.Equal(code.Code, error.Code);
    }

    [Fact]
    public void Entries_balance_in_each_document_currency_and_in_the_functional_one()
    {
        Expect.Refused(JournalErrors.TooFewLines, JournalEntry.Restore(Facts(Debit("cash.bank", Eur(1), Eur(1)))));
        Expect.Refused(JournalErrors.Unbalanced, JournalEntry.Restore(Facts(
            Debit("cash.bank", Usd(2), Eur(2)), Credit("revenue.sales", Usd(2), Eur(1)))));
        Expect.Refused(JournalErrors.CurrencyUnbalanced, JournalEntry.Restore(Facts(
            Debit("cash.bank", Usd(2), Eur(1)), Credit("revenue.sales", Eur(1), Eur(1)))));
        Refuses(JournalErrors.Unbalanced, Debit("cash.bank", Usd(2), Eur(2)), Credit("revenue.sales", Usd(2), Eur(1)));
    }

    [Fact]
    public void Lines_are_sound_by_themselves()
    {
        var good = Credit("revenue.sales", Eur(1), Eur(1));
        Expect.Refused(JournalErrors.NegativeAmount, JournalEntry.Restore(Facts(Debit("cash.bank", Eur(-1), Eur(-1)), good)));
        Expect.Refused(JournalErrors.EmptyLine, JournalEntry.Restore(Facts(Debit("cash.bank", Eur(0), Eur(0)), good)));
        Expect.Refused(JournalErrors.OtherFunctionalCurrency, JournalEntry.Restore(Facts(Debit("cash.bank", Usd(1), Usd(1)), good)));
        Expect.Refused(JournalErrors.FunctionalDiffers, JournalEntry.Restore(Facts(Debit("cash.bank", Eur(1), Eur(2)), good)));
        Expect.Refused(JournalErrors.DocumentAmountOnResult, JournalEntry.Restore(Facts(Debit("fx.realised-loss", Usd(1), Eur(1)), good)));
        Expect.Refused(JournalErrors.DocumentAmountMissing, JournalEntry.Restore(Facts(Debit("cash.bank", Usd(0), Eur(1)), good)));
    }

    [Fact]
    public void The_mirror_takes_an_entry_back()
    {
        var entry = JournalEntry.Restore(Facts(Debit("cash.bank", Eur(1), Eur(1)), Credit("revenue.sales", Eur(1), Eur(1)))).Value;
        var mirror = JournalEntry.Restore(Facts([.. entry.Mirror()])).Value;
        Assert.Equal(Eur(1), entry.Balance(AccountRole.Bank));
        Assert.Equal(Eur(-1), mirror.Balance(AccountRole.Bank));
    }

    [JsonSerializable(typeof(JournalEntry))]
    private sealed partial class HostContext : JsonSerializerContext;

    [Fact]
    public void An_entry_survives_json_by_reflection_and_by_generated_metadata_alike()
    {
        var points = Currency.Custom("PTS", 1);
        var entry = JournalEntry.Restore(Facts(
            Debit("cash.bank", Money.Of(1.5m, points), Eur(1)) with { Item = new("A") }, Credit("revenue.sales", Money.Of(1.5m, points), Eur(1)))).Value;
        var text = JsonSerializer.Serialize(entry);
        Assert.Equal(text, JsonSerializer.Serialize(entry, HostContext.Default.JournalEntry));
        Assert.Equal(entry, JsonSerializer.Deserialize<JournalEntry>(text));
        Assert.Equal(entry, JsonSerializer.Deserialize(text, HostContext.Default.JournalEntry));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JournalEntry>(text.Replace("1.00 EUR", "2.00 EUR", StringComparison.Ordinal)
            .Replace("\"Credit\"", "\"Debit\"", StringComparison.Ordinal)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JournalEntry>(text.Replace("2026-03-02\"", "yesterday\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Account_roles_have_a_shape()
    {
        Assert.Equal("receivable.trade", AccountRole.TradeReceivable.ToString());
        Assert.True(default(AccountRole).IsNone);
        foreach (var wrong in (string[])["Receivable", "receivable..trade", ".x", "a b", ""])
            Assert.ThrowsAny<ArgumentException>(() => new AccountRole(wrong));
    }
}
