namespace OrderToCash.Quickstart;

/// <summary>One of the seller's bank accounts.</summary>
public sealed record SellerAccount
{
    /// <summary>The seller's name at the bank.</summary>
    public const string Owner = "Candlewick & Thistle Ltd";

    /// <summary>What it is in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Its number.</summary>
    public required Iban Iban { get; init; }

    /// <summary>What was on it before the first day.</summary>
    public required Money Opening { get; init; }

    /// <summary>An account for each currency, always the same ones; ordered by currency.</summary>
    public static IReadOnlyList<SellerAccount> For(IEnumerable<Currency> currencies) =>
        [.. currencies.Distinct().Order().Select(Make)];

    // The letters of the currency are in the account number, so that another currency moves no number.
    private static SellerAccount Make(Currency currency)
    {
        var number = string.Concat(currency.Code.Select(c => (c - 'A' + 10).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var made = Iban.Make(new("GB"), $"QSBK200000{number}00");
        return new()
        {
            Currency = currency,
            Iban = made.IsSuccess ? made.Value : throw new InvalidOperationException($"No account for {currency}: {made}"),
            Opening = Money.FromMinorUnits(25_000 * currency.MinorUnitsPerUnit, currency),
        };
    }
}
