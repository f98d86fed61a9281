namespace OrderToCash.Orders;

/// <summary>How large the numbers of an order or a policy may be, so that no product of them overflows.</summary>
internal static class PricingBounds
{
    internal const decimal MostUnits = 1_000_000_000m;
    internal const decimal MostPerLine = 100_000_000_000m;
    internal const decimal SmallestBase = 0.000001m;

    internal static bool IsName(string text) => text is { Length: > 0 and <= 100 }
        && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Any(char.IsControl);

    internal static bool IsReal(UnitPrice price) =>
        price is { Amount: >= 0 and <= MostPerLine, Per: >= SmallestBase and <= MostUnits };

    internal static bool IsReal(Money money) => money.Amount is >= 0 and <= MostPerLine;

    internal static bool IsReal(Quantity quantity) => quantity.Value is >= SmallestBase and <= MostUnits;
}
