namespace OrderToCash.Tax;

/// <summary>Neighbouring taxes that are computed together on one base: from one place among the taxes to another.</summary>
internal readonly record struct TaxBatch(int Start, int End, decimal RateSum)
{
    /// <summary>
    /// Walking from the last tax to the first, a neighbour joins when kind, inclusion and effect on later taxes are the same and
    /// no tax of the batch would build on another.
    /// </summary>
    internal static TaxBatch[] Of(ReadOnlySpan<TaxDefinition> taxes, PriceMeaning meaning)
    {
        var batches = new List<TaxBatch>();
        var end = taxes.Length;
        for (var i = taxes.Length - 1; i >= 0; i--)
            if (i == 0 || !Joins(taxes[i - 1], taxes[i], meaning))
            {
                var sum = 0m;
                foreach (var tax in taxes[i..end]) sum += tax.Amount;
                batches.Add(new(i, end, sum));
                end = i;
            }
        batches.Reverse();
        return [.. batches];
    }

    private static bool Joins(TaxDefinition earlier, TaxDefinition later, PriceMeaning meaning) =>
        earlier.Kind == later.Kind
        && TaxInstructions.IsIncluded(earlier, meaning) == TaxInstructions.IsIncluded(later, meaning)
        && earlier.AddsToBaseOfLaterTaxes == later.AddsToBaseOfLaterTaxes
        && !(earlier.AddsToBaseOfLaterTaxes && !later.IgnoresEarlierTaxes);
}
