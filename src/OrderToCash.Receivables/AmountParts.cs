namespace OrderToCash.Receivables;

/// <summary>Shares of amounts, exactly; a half goes away from zero.</summary>
internal static class AmountParts
{
    /// <summary>This times part / whole, rounded once; the whole gives this as it is. The part is within the whole.</summary>
    internal static Money Part(this Money amount, Money part, Money whole)
    {
        if (part == whole) return amount;
        if (part.IsZero) return Money.Zero(amount.Currency);
        var share = CumulativeAllocation
            .Of(amount, whole.Abs().MinorUnits, Rounding.HalfAwayFromZero)
            .After(part.Abs().MinorUnits).Given;
        return part.Sign == whole.Sign ? share : -share;
    }
}
