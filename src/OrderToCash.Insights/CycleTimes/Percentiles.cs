namespace OrderToCash.Insights;

/// <summary>Percentiles of observations, in exact decimal arithmetic.</summary>
public static class Percentiles
{
    /// <summary>The percentile of the observations.</summary>
    /// <param name="ascending">At least one observation, in ascending order.</param>
    /// <param name="percent">Above 0, up to 100.</param>
    /// <param name="definition">Which definition.</param>
    /// <exception cref="ArgumentException">There is no observation, or the percentage is out of range.</exception>
    public static decimal Of(IReadOnlyList<decimal> ascending, Percentage percent, PercentileDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(ascending);
        if (ascending.Count == 0) throw new ArgumentException("A percentile needs observations.", nameof(ascending));
        if (percent.Value is <= 0 or > 100)
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "A percentile is above 0 and up to 100.");
        if (definition == PercentileDefinition.NearestRank)
            return ascending[(int)decimal.Ceiling(percent.Fraction * ascending.Count) - 1];
        var position = percent.Fraction * (ascending.Count - 1);
        var lower = (int)decimal.Floor(position);
        if (lower + 1 == ascending.Count) return ascending[lower];
        return ascending[lower] + (position - lower) * (ascending[lower + 1] - ascending[lower]);
    }
}
