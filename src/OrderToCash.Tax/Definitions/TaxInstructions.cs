namespace OrderToCash.Tax;

/// <summary>
/// A tax set as straight-line arithmetic: in this order, each tax is a factor times the line amount plus or minus taxes computed
/// before it. Batches, inclusion and tax on tax are all resolved when it is made.
/// </summary>
internal sealed class TaxInstructions
{
    private readonly int[] order;
    private readonly ExactAmount[] factors;
    private readonly bool[] perQuantity;
    private readonly Term[][] amountTerms;
    private readonly Term[][] baseTerms;

    private TaxInstructions(int count)
    {
        order = new int[count];
        factors = new ExactAmount[count];
        perQuantity = new bool[count];
        (amountTerms, baseTerms) = (new Term[count][], new Term[count][]);
    }

    /// <summary>Which taxes share the first one's base: they follow its stated amount.</summary>
    internal int FirstBatchEnd { get; private init; }

    internal void Run(
        ExactAmount lineAmount, ExactAmount quantity, RoundingGrid? roundTaxes, Span<ExactAmount> taxes, Span<ExactAmount> bases)
    {
        foreach (var tax in order)
        {
            var amount = perQuantity[tax] ? factors[tax] * quantity : factors[tax] * Sum(lineAmount, amountTerms[tax], taxes);
            taxes[tax] = roundTaxes is { } grid ? grid.Snap(amount) : amount;
        }
        for (var tax = 0; tax < bases.Length; tax++) bases[tax] = Sum(lineAmount, baseTerms[tax], taxes);
    }

    internal static TaxInstructions Make(
        ReadOnlySpan<TaxDefinition> taxes, PriceMeaning meaning, ReadOnlySpan<TaxBatch> batches)
    {
        var made = new TaxInstructions(taxes.Length) { FirstBatchEnd = batches.Length == 0 ? 0 : batches[0].End };
        var place = Order(taxes, meaning, made.order);
        for (var i = 0; i < taxes.Length; i++)
        {
            made.perQuantity[i] = taxes[i].Kind == TaxKind.FixedPerQuantity;
            made.factors[i] = Factor(taxes[i], IsIncluded(taxes[i], meaning), batches[BatchOf(i, batches)].RateSum);
            (made.amountTerms[i], made.baseTerms[i]) = Terms(i, taxes, meaning, batches, place);
        }
        return made;
    }

    // Amounts per quantity need no base and come first; then what is in the price, last tax first, because it is peeled off from
    // the outside; then what comes on top.
    private static int[] Order(ReadOnlySpan<TaxDefinition> taxes, PriceMeaning meaning, int[] order)
    {
        var (place, next) = (new int[taxes.Length], 0);
        for (var pass = 0; pass < 3; pass++)
            for (var i = 0; i < taxes.Length; i++)
            {
                var tax = pass == 2 ? i : taxes.Length - 1 - i;
                var due = taxes[tax].Kind == TaxKind.FixedPerQuantity ? 0 : IsIncluded(taxes[tax], meaning) ? 1 : 2;
                if (due == pass) (order[next], place[tax]) = (tax, next++);
            }
        return place;
    }

    private static (Term[] Amount, Term[] Base) Terms(
        int tax, ReadOnlySpan<TaxDefinition> taxes, PriceMeaning meaning, ReadOnlySpan<TaxBatch> batches, int[] place)
    {
        var (forAmount, forBase) = (new List<Term>(), new List<Term>());
        var own = BatchOf(tax, batches);
        for (var other = 0; other < taxes.Length; other++)
        {
            var batch = BatchOf(other, batches);
            if (batch == own)
            {
                // What is in the price comes off the base once, all of a batch together; tax and counter-tax cancel.
                if (IsIncluded(taxes[tax], meaning) && !TaxFactors.HasCounter(taxes[other])) forBase.Add(new(other, -1));
                continue;
            }
            var sign = Effect(taxes[other], taxes[tax], isEarlier: batch < own, IsIncluded(taxes[other], meaning));
            if (sign == 0) continue;
            forBase.Add(new(other, sign));
            if (place[other] < place[tax]) forAmount.Add(new(other, sign));
        }
        return ([.. forAmount], [.. forBase]);
    }

    // What one tax does to the base of another, in another batch, seen from the line amount.
    private static int Effect(TaxDefinition other, TaxDefinition tax, bool isEarlier, bool otherIncluded)
    {
        var builtOn = isEarlier && other.AddsToBaseOfLaterTaxes && tax.BaseAffectedByEarlierTaxes;
        if (otherIncluded) return builtOn ? 0 : -1;
        return builtOn ? 1 : 0;
    }

    private static ExactAmount Factor(TaxDefinition tax, bool included, decimal rateSum)
    {
        var rate = ExactAmount.Of(tax.Amount) / ExactAmount.Of(100);
        var whole = ExactAmount.Of(1);
        return (tax.Kind, included) switch
        {
            (TaxKind.Percent, true) => rate / (whole + ExactAmount.Of(rateSum) / ExactAmount.Of(100)),
            (TaxKind.Division, false) => rate / (whole - ExactAmount.Of(rateSum) / ExactAmount.Of(100)),
            (TaxKind.FixedPerQuantity, _) => ExactAmount.Of(tax.Amount),
            _ => rate,
        };
    }

    private static int BatchOf(int tax, ReadOnlySpan<TaxBatch> batches)
    {
        var batch = 0;
        while (batches[batch].End <= tax) batch++;
        return batch;
    }

    internal static bool IsIncluded(TaxDefinition tax, PriceMeaning meaning) =>
        meaning == PriceMeaning.Gross || meaning == PriceMeaning.AsDefined && tax.PriceIncluded;

    private static ExactAmount Sum(ExactAmount lineAmount, Term[] terms, ReadOnlySpan<ExactAmount> taxes)
    {
        foreach (var term in terms) lineAmount = term.Sign > 0 ? lineAmount + taxes[term.Tax] : lineAmount - taxes[term.Tax];
        return lineAmount;
    }

    private readonly record struct Term(int Tax, int Sign);
}
