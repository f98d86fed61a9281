namespace OrderToCash.Banking;

/// <summary>The control figures of a payment file.</summary>
public readonly record struct PaymentFileTotals
{
    /// <summary>How many transactions.</summary>
    public required int Count { get; init; }

    /// <summary>Their sum, in euro.</summary>
    public required Money Sum { get; init; }

    internal static PaymentFileTotals Of(IEnumerable<Money> amounts)
    {
        var (count, sum) = (0, Money.Zero(Currency.Eur));
        foreach (var amount in amounts) (count, sum) = (count + 1, sum + amount);
        return new() { Count = count, Sum = sum };
    }
}
