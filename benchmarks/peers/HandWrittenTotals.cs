namespace OrderToCash.Benchmarks.Peers;

/// <summary>A line of the hand-written invoice.</summary>
public readonly record struct HandWrittenLine(decimal Net, string Category, decimal Rate);

/// <summary>A row of its breakdown.</summary>
public sealed record HandWrittenSubtotal(string Category, decimal Rate, decimal Net, decimal Tax);

/// <summary>Its totals.</summary>
public sealed record HandWrittenInvoiceTotals(IReadOnlyList<HandWrittenSubtotal> Subtotals, decimal Net, decimal Tax, decimal Gross);

/// <summary>
/// Totals and breakdown as a competent developer writes them: decimals and LINQ, grouped by category and rate, rounded once a group, half
/// away from zero. Right to the cent, in ten lines; the line we are compared with.
/// </summary>
public static class HandWrittenTotals
{
    public static HandWrittenInvoiceTotals Compute(IReadOnlyList<HandWrittenLine> lines)
    {
        var subtotals = lines
            .GroupBy(l => (l.Category, l.Rate))
            .Select(g =>
            {
                var net = g.Sum(l => l.Net);
                return new HandWrittenSubtotal(g.Key.Category, g.Key.Rate, net, Math.Round(net * g.Key.Rate / 100m, 2, MidpointRounding.AwayFromZero));
            })
            .OrderBy(s => s.Category, StringComparer.Ordinal).ThenBy(s => s.Rate)
            .ToList();
        var (totalNet, tax) = (subtotals.Sum(s => s.Net), subtotals.Sum(s => s.Tax));
        return new(subtotals, totalNet, tax, totalNet + tax);
    }
}
