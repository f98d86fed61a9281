namespace OrderToCash.Primitives;

/// <summary>Two amounts of different currencies met in one operation: a bug of the caller, never a conversion.</summary>
public sealed class CurrencyMismatchException : InvalidOperationException
{
    /// <summary>Names the two currencies.</summary>
    public CurrencyMismatchException(Currency left, Currency right)
        : base($"{left} and {right} do not mix: convert one of them with an exchange rate first.") =>
            (Left, Right) = (left, right);

    /// <summary>The currency of the left operand.</summary>
    public Currency Left { get; }

    /// <summary>The currency of the right operand.</summary>
    public Currency Right { get; }
}
