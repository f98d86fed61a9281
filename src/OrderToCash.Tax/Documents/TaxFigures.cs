namespace OrderToCash.Tax;

/// <summary>One tax of a line while its document is computed.</summary>
internal sealed class TaxFigures
{
    internal TaxFigures(int tax, LineTax part, DocumentScale scale, StatedTax? stated)
    {
        (Index, TaxId, IsCounterTax) = (tax, part.TaxId, part.IsCounterTax);
        ExactBase = scale.Exact(part.Base, scale.Rounding.RoundsLineNets);
        ExactTax = scale.Exact(part.Tax, scale.Rounding.RoundsLineTaxes);
        (Base, Tax) = (new long[scale.Grids.Length], new long[scale.Grids.Length]);
        for (var g = 0; g < Base.Length; g++)
        {
            if (stated?.Base is { } statedBase) ExactBase[g] = scale.Grids[g].Exact(statedBase[g]);
            if (stated is not null) ExactTax[g] = scale.Grids[g].Exact(part.IsCounterTax ? -stated.Tax[g] : stated.Tax[g]);
            (Base[g], Tax[g]) = (scale.Grids[g].Round(ExactBase[g]), scale.Grids[g].Round(ExactTax[g]));
        }
    }

    /// <summary>The position among the taxes of the program.</summary>
    internal int Index { get; }

    internal string TaxId { get; }

    internal bool IsCounterTax { get; }

    internal ExactAmount[] ExactBase { get; }

    internal ExactAmount[] ExactTax { get; }

    internal long[] Base { get; }

    internal long[] Tax { get; }

    internal TaxedAmount ToAmount(DocumentScale scale) => new()
    {
        TaxId = TaxId, IsCounterTax = IsCounterTax, Base = scale.Pair(Base), Tax = scale.Pair(Tax),
    };
}
