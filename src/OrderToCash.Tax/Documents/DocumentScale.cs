namespace OrderToCash.Tax;

/// <summary>The grids of a document - its own, and the company's where there is one - and the policies between them.</summary>
internal sealed class DocumentScale
{
    private readonly ExactAmount companyRate;

    internal DocumentScale(TaxDocument document)
    {
        Rounding = document.Rounding;
        Distribution = document.Distribution;
        Conversion = document.CompanyConversion ?? CompanyConversion.For(Rounding);
        var own = RoundingGrid.Of(document.Currency, document.Step);
        Grids = [own];
        if (document.CompanyRate is not { } rate) return;
        var (company, isBase) = rate.Base == document.Currency ? (rate.Quote, true) : (rate.Base, false);
        Grids = [own, RoundingGrid.Of(company, document.CompanyStep)];
        companyRate = isBase ? ExactAmount.Of(rate.Rate) : ExactAmount.Of(1) / ExactAmount.Of(rate.Rate);
    }

    internal TaxRounding Rounding { get; }

    internal DeltaDistribution Distribution { get; }

    internal CompanyConversion Conversion { get; }

    /// <summary>The grid of the document first.</summary>
    internal RoundingGrid[] Grids { get; }

    internal Currency CompanyCurrency => Grids[^1].Currency;

    internal RoundingGrid? LineGrid => Rounding.RoundsLineAmounts ? Grids[0] : null;

    /// <summary>A figure of a line on each grid, as exact as the policies keep it.</summary>
    internal ExactAmount[] Exact(ExactAmount figure, bool roundsLine)
    {
        if (roundsLine && !Rounding.RoundsLineAmounts) figure = Grids[0].Snap(figure);
        if (Grids.Length == 1) return [figure];
        var company = figure * companyRate;
        return [figure, Conversion == CompanyConversion.EachLine ? Grids[1].Snap(company) : company];
    }

    /// <summary>What a sum is on a grid; the company's may follow from the rounded sum of the document.</summary>
    internal long Target(int grid, ExactAmount sum, long ofDocument) =>
        grid == 1 && Conversion == CompanyConversion.DocumentTotals
        ? ToCompany(ofDocument)
        : Grids[grid].Round(sum);

    internal long ToCompany(long ofDocument) => Grids[1].Round(Grids[0].Exact(ofDocument) * companyRate);

    internal AmountPair Pair(long[] units)
    {
        var own = Grids[0].ToMoney(units[0]);
        return new() { Document = own, Company = units.Length == 1 ? own : Grids[1].ToMoney(units[1]) };
    }
}
