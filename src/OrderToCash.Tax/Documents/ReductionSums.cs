namespace OrderToCash.Tax;

/// <summary>Net, taxes and gross of lines, without amounts per quantity: what a share is taken of.</summary>
internal sealed class ReductionSums
{
    internal ReductionSums(List<LineFigures> lines, DocumentScale scale)
    {
        var grids = scale.Grids.Length;
        (Net, Gross, ExactGross) = (new long[grids], new long[grids], new ExactAmount[grids]);
        foreach (var line in lines)
            for (var g = 0; g < grids; g++)
            {
                checked { Net[g] += line.NetOn(g); }
                ExactGross[g] += line.Net[g];
                foreach (var tax in line.Taxes)
                    if (line.Program.Flat[tax.Index].FollowsPrice) Add(tax, g);
            }
        for (var g = 0; g < grids; g++)
        {
            Gross[g] = Net[g];
            foreach (var tax in Taxes.Values) checked { Gross[g] += tax[g]; }
        }
    }

    internal long[] Net { get; }

    internal long[] Gross { get; }

    internal ExactAmount[] ExactGross { get; }

    /// <summary>By id; tax and counter-tax of a reverse charge come to nothing.</summary>
    internal Dictionary<string, long[]> Taxes { get; } = [];

    private void Add(TaxFigures tax, int grid)
    {
        if (!Taxes.TryGetValue(tax.TaxId, out var sum)) Taxes.Add(tax.TaxId, sum = new long[Net.Length]);
        checked { sum[grid] += tax.Tax[grid]; }
        ExactGross[grid] += tax.ExactTax[grid];
    }
}
