namespace OrderToCash.Invoicing;

/// <summary>
/// Splits a document's bases and taxes over its instalments, so that each instalment's shares add up to its amount and each
/// category's shares to the breakdown: every instalment takes its part of what is left by largest remainder, the last one takes
/// the rest.
/// </summary>
internal static class TaxSplit
{
    /// <summary>
    /// The shares of each instalment. What was prepaid takes its part first; the rounding amount belongs to the largest
    /// instalment and to no tax.
    /// </summary>
    internal static EquatableArray<Instalment> Over(
        EquatableArray<Instalment> instalments, EquatableArray<TaxShare> shares, InvoiceTotals totals)
    {
        if (totals.Prepaid.IsZero && totals.RoundingAmount.IsZero) return Over(instalments, shares);
        var largest = 0;
        for (var i = 1; i < instalments.Count; i++)
            if (instalments[i].Amount > instalments[largest].Amount) largest = i;
        EquatableArray<Instalment> parts =
        [
            new() { Number = 0, DueDate = default, Amount = totals.Prepaid },
            .. instalments.Select((p, i) => i == largest ? p with { Amount = p.Amount - totals.RoundingAmount } : p),
        ];
        return Over(parts, shares).Skip(1).Select((p, i) => p with { Amount = instalments[i].Amount }).ToEquatableArray();
    }

    private static EquatableArray<Instalment> Over(EquatableArray<Instalment> instalments, EquatableArray<TaxShare> shares)
    {
        var left = new long[shares.Count * 2];
        Int128 total = 0;
        for (var i = 0; i < shares.Count; i++)
        {
            (left[2 * i], left[2 * i + 1]) = (shares[i].Base.MinorUnits, shares[i].Tax.MinorUnits);
            total += (Int128)left[2 * i] + left[2 * i + 1];
        }
        var result = new Instalment[instalments.Count];
        for (var k = 0; k < result.Length; k++)
        {
            var amount = instalments[k].Amount.MinorUnits;
            var parts = k == result.Length - 1 || amount == total ? left.AsSpan().ToArray() : Proportional(amount, left, total);
            for (var i = 0; i < left.Length; i++) left[i] -= parts[i];
            total -= amount;
            result[k] = instalments[k] with { TaxShares = SharesOf(parts, shares) };
        }
        return [.. result];
    }

    private static EquatableArray<TaxShare> SharesOf(long[] parts, EquatableArray<TaxShare> shares)
    {
        var result = new TaxShare[shares.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var currency = shares[i].Base.Currency;
            result[i] = shares[i] with
            {
                Base = Money.FromMinorUnits(parts[2 * i], currency),
                Tax = Money.FromMinorUnits(parts[2 * i + 1], currency),
            };
        }
        return [.. result];
    }

    // Weights may be below zero (a category of deductions), so the cut goes down, not towards zero.
    private static long[] Proportional(long amount, long[] weights, Int128 total)
    {
        var parts = new long[weights.Length];
        if (amount == 0) return parts;
        var lost = new Int128[weights.Length];
        var missing = amount;
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)amount * weights[i], total);
            if (remainder < 0) (quotient, remainder) = (quotient - 1, remainder + total);
            (parts[i], lost[i]) = ((long)quotient, remainder);
            missing -= parts[i];
        }
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => lost[i]).Take((int)missing)) parts[i]++;
        return parts;
    }
}
