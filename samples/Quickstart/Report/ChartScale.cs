namespace OrderToCash.Quickstart;

/// <summary>Values on a line of a chart; zero is always on it.</summary>
/// <param name="Low">The lowest value, at most zero.</param>
/// <param name="High">The highest value, at least zero.</param>
/// <param name="From">The place of the lowest value.</param>
/// <param name="To">The place of the highest value.</param>
internal readonly record struct ChartScale(decimal Low, decimal High, decimal From, decimal To)
{
    private static readonly decimal[] RoundSteps = [1m, 2m, 2.5m, 5m, 10m];

    /// <summary>From the lowest to the highest of the values.</summary>
    public static ChartScale Of(IEnumerable<decimal> values, decimal from, decimal to)
    {
        var all = values.Append(0m).ToList();
        return new(all.Min(), all.Max(), from, to);
    }

    /// <summary>The place of a value; with nothing to show, everything is at the start.</summary>
    public decimal At(decimal value) => High == Low ? From : From + (value - Low) / (High - Low) * (To - From);

    /// <summary>A scale that ends on round numbers, with about so many steps between them.</summary>
    public (ChartScale Scale, decimal Step) Rounded(int steps)
    {
        if (High == Low) return (this with { High = 1m }, 1m);
        var rough = (High - Low) / steps;
        var power = 0.01m;
        while (power * 10m < rough) power *= 10m;
        var step = power * RoundSteps.First(s => power * s >= rough || s == 10m);
        return (this with { Low = Math.Floor(Low / step) * step, High = Math.Ceiling(High / step) * step }, step);
    }
}
