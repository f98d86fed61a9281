namespace OrderToCash.Receivables;

/// <summary>
/// Shares of amounts, exactly; a half goes away from zero. <see cref="Money.Allocate(ReadOnlySpan{long})"/> gives out a whole
/// over
/// all its parts; here one part is asked for at a time, against a whole that changes with every application, so the remainder is
/// kept by who asks.
/// </summary>
internal static class AmountParts
{
    /// <summary>This times part / whole, rounded once; the whole gives this as it is.</summary>
    internal static Money Part(this Money amount, Money part, Money whole)
    {
        if (part == whole) return amount;
        if (part.IsZero || amount.IsZero) return Money.Zero(amount.Currency);
        var (numerator, denominator) = ((Int128)amount.MinorUnits * part.MinorUnits, (Int128)Math.Abs(whole.MinorUnits));
        var magnitude = ((Int128.Abs(numerator) * 2) + denominator) / (denominator * 2);
        var share = Money.FromMinorUnits((long)magnitude, amount.Currency);
        return Int128.Sign(numerator) * whole.Sign < 0 ? -share : share;
    }
}
