using System.Globalization;

namespace OrderToCash.Banking;

/// <summary>
/// The communication of a movement. A structured one begins with its kind: 100 is an RF reference, 101 and 102 are payment
/// references (OGM), 105 tells the original amount, 127 is a SEPA collection.
/// </summary>
internal sealed record CodaMessage
{
    public string Text { get; private init; } = "";

    public EquatableArray<RemittanceClaim> Claims { get; private init; }

    public string Mandate { get; private init; } = "";

    public string ReturnReason { get; private init; } = "";

    public bool IsReturn { get; private init; }

    /// <summary>The original amount, in its own currency.</summary>
    public Money? Ordered { get; private init; }

    /// <summary>The rate as it is written, without saying of which currency there is one.</summary>
    public decimal? Rate { get; private init; }

    public static CodaMessage Of(bool isStructured, string communication, Currency currency)
    {
        if (!isStructured || communication.Length < 3) return new() { Text = Tagged.Tidy(communication) };
        var (kind, rest) = (communication[..3], communication[3..]);
        return kind switch
        {
            "100" when rest.Trim().Length > 0 => Referenced(rest[..Math.Min(rest.Length, 25)], rest[Math.Min(rest.Length, 25)..]),
            "101" or "102" when rest.Length >= 12 && rest[..12].All(char.IsAsciiDigit) => Referenced(rest[..12], rest[12..]),
            "105" when rest.Length >= 45 => Original(rest.PadRight(74), currency),
            "127" when rest.Length >= 79 => Collection(rest.PadRight(146)),
            _ => new() { Text = Tagged.Tidy(rest) },
        };
    }

    private static CodaMessage Referenced(string reference, string text) => new()
    {
        Text = Tagged.Tidy(text),
        Claims = [new RemittanceClaim { StructuredReference = reference.Replace(" ", "", StringComparison.Ordinal) }],
    };

    // Gross in the account's currency, gross in the original one (15 digits each, 3 decimals), rate (12 digits, 8 decimals),
    // currency, payment reference, country, equivalent in euro.
    private static CodaMessage Original(string text, Currency account)
    {
        var reference = text[45..57].Trim();
        var isReference = reference.Length == 12 && reference.All(char.IsAsciiDigit) && reference.Any(c => c != '0');
        var amount = Currency.TryOf(text[42..45], out var currency)
            ? AmountOf(text[15..30], currency)
            : AmountOf(text[..15], account);
        return new()
        {
            Ordered = amount,
            Rate = decimal.TryParse(text[30..42], NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate > 0
                ? rate / 100_000_000m
                : null,
            Claims = isReference ? [new RemittanceClaim { StructuredReference = reference }] : [],
        };
    }

    private static Money? AmountOf(string digits, Currency currency) =>
        decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Money.TryOf(number / 1000, currency, out var money) && money.IsPositive ? money : null;

    // Date, kind, scheme, paid or why not, creditor, mandate, text, kind of return, its reason.
    private static CodaMessage Collection(string text) => new()
    {
        Text = Tagged.Tidy(text[79..141]),
        Mandate = text[44..79].Trim(),
        IsReturn = text[8] is >= '1' and <= '9' || text[141] is >= '1' and <= '5',
        ReturnReason = text[142..146].Trim(),
    };
}
