namespace OrderToCash.Tax;

/// <summary>The parts a tax is booked in, as fractions.</summary>
internal static class TaxFactors
{
    internal static (decimal Positive, decimal Negative) Sums(TaxDefinition tax)
    {
        if (tax.Factors.IsEmpty) return (1m, 0m);
        var (positive, negative) = (0m, 0m);
        foreach (var factor in tax.Factors)
            if (factor.Value > 0) positive += factor.Fraction;
            else negative += factor.Fraction;
        return (positive, negative);
    }

    internal static bool HasCounter(TaxDefinition tax) => Sums(tax).Negative < 0;
}
