namespace OrderToCash.Tax;

/// <summary>A line while its document is computed: exact figures first, then minor units on each grid.</summary>
internal sealed class LineFigures(LineOrigin origin, TaxProgram program, ExactAmount amount, ExactAmount quantity)
{
    internal LineOrigin Origin { get; } = origin;

    internal TaxProgram Program { get; } = program;

    /// <summary>Price x quantity, discount taken off.</summary>
    internal ExactAmount Amount { get; } = amount;

    /// <summary>Figures that were agreed before and are not computed again; by tax.</summary>
    internal StatedTax[]? Stated { get; set; }

    /// <summary>A net amount that stands already.</summary>
    internal long[]? StatedNet { get; set; }

    internal ExactAmount[] Net { get; private set; } = [];

    internal TaxFigures[] Taxes { get; private set; } = [];

    internal long[] NetAlone { get; private set; } = [];

    internal long[] GrossAlone { get; private set; } = [];

    internal long[] NetAdjustment { get; private set; } = [];

    internal long NetOn(int grid) => NetAlone[grid] + NetAdjustment[grid];

    /// <summary>Computes the exact figures, and rounds the line as if it were alone.</summary>
    internal void Compute(DocumentScale scale)
    {
        var line = Program.Line(Amount, quantity, PriceMeaning.AsDefined, scale.LineGrid);
        var grids = scale.Grids;
        Net = scale.Exact(line.Net, scale.Rounding.RoundsLineNets);
        if (StatedNet is { } stated) Net = [.. stated.Select((units, g) => grids[g].Exact(units))];
        Taxes = new TaxFigures[line.Taxes.Count];
        for (int i = 0, tax = -1; i < Taxes.Length; i++)
        {
            var part = line.Taxes[i];
            if (!part.IsCounterTax) tax++;
            Taxes[i] = new(tax, part, scale, Stated?[tax]);
        }
        NetAlone = [.. Net.Select((net, g) => grids[g].Round(net))];
        GrossAlone = [.. NetAlone];
        foreach (var tax in Taxes)
            for (var g = 0; g < grids.Length; g++) GrossAlone[g] += tax.Tax[g];
        NetAdjustment = new long[grids.Length];
    }

    internal TaxedLine ToLine(DocumentScale scale) => new()
    {
        Origin = Origin,
        NetAlone = scale.Pair(NetAlone),
        GrossAlone = scale.Pair(GrossAlone),
        Net = scale.Pair([.. NetAlone.Zip(NetAdjustment, static (a, b) => a + b)]),
        Taxes = Taxes.Select(t => t.ToAmount(scale)).ToEquatableArray(),
    };
}
