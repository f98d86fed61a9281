namespace OrderToCash.Tax;

/// <summary>
/// A tax set as arithmetic: every amount and base of a line is so much per net and so much per quantity. Inclusion, tax on
/// tax and taxes computed together are all resolved when it is made; a line takes one division and a few multiplications.
/// </summary>
internal sealed class TaxInstructions
{
    private static readonly ExactAmount Whole = ExactAmount.Of(1);

    private readonly Step[] steps;
    private readonly Form priced;

    // A batch of division taxes that is the whole price: no net is left, and the batch takes what the others leave.
    private readonly TaxBatch? wholePrice;

    private TaxInstructions(Step[] steps, TaxBatch? wholePrice)
    {
        (this.steps, this.wholePrice) = (steps, wholePrice);
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Included && !IsWholePrice(i)) priced += steps[i].Amount;
    }

    /// <summary>Where the taxes end that are computed on the net itself, together with the first one.</summary>
    internal int FirstBatchEnd => steps.Length == 0 ? 0 : steps[0].Batch.End;

    /// <summary>What is in the price, in parts of the net; at -1 and below no net leads to a price.</summary>
    internal ExactAmount IncludedShare => priced.PerNet;

    internal static TaxInstructions Make(ReadOnlySpan<TaxDefinition> taxes, PriceMeaning meaning, ReadOnlySpan<TaxBatch> batches)
    {
        var steps = new Step[taxes.Length];
        TaxBatch? whole = null;
        foreach (var batch in batches)
        {
            var rest = Whole - Fraction(batch.RateSum);
            for (var i = batch.Start; i < batch.End; i++)
            {
                var tax = taxes[i];
                var on = new Form(Whole, ExactAmount.Zero);
                for (var s = 0; s < batch.Start && !tax.IgnoresEarlierTaxes; s++)
                    if (taxes[s].AddsToBaseOfLaterTaxes) on += steps[s].Amount;
                var included = IsIncluded(tax, meaning);
                if (included && tax.Kind == TaxKind.Division && rest.IsZero) whole = batch;
                var factor = tax.Kind == TaxKind.Division && !rest.IsZero ? Fraction(tax.Amount) / rest : Fraction(tax.Amount);
                var amount = tax.Kind == TaxKind.FixedPerQuantity
                    ? new(ExactAmount.Zero, ExactAmount.Of(tax.Amount))
                    : on * factor;
                steps[i] = new(batch, included, tax.AddsToBaseOfLaterTaxes, !tax.IgnoresEarlierTaxes, on, amount, factor);
            }
        }
        return new(steps, whole);
    }

    internal static bool IsIncluded(TaxDefinition tax, PriceMeaning meaning) => !TaxFactors.HasCounter(tax)
        && (meaning == PriceMeaning.Gross || meaning == PriceMeaning.AsDefined && tax.PriceIncluded);

    internal void Run(
        ExactAmount lineAmount, ExactAmount quantity, RoundingGrid? grid, Span<ExactAmount> taxes, Span<ExactAmount> bases)
    {
        var net = wholePrice is null ? (lineAmount - priced.PerQuantity * quantity) / (Whole + priced.PerNet) : ExactAmount.Zero;
        for (var i = 0; i < steps.Length; i++)
            (taxes[i], bases[i]) = (steps[i].Amount.At(net, quantity), steps[i].On.At(net, quantity));
        if (wholePrice is { } batch)
        {
            var left = lineAmount - priced.PerQuantity * quantity;
            for (var i = batch.Start; i < batch.End; i++) taxes[i] = left * steps[i].Factor;
        }
        if (grid is { } rounding) Round(lineAmount, quantity, rounding, taxes, bases);
    }

    // What is in the price is rounded first and leaves the net; what comes on top builds on rounded figures.
    private void Round(
        ExactAmount lineAmount, ExactAmount quantity, RoundingGrid grid, Span<ExactAmount> taxes, Span<ExactAmount> bases)
    {
        var net = lineAmount;
        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].Included) continue;
            taxes[i] = grid.Snap(taxes[i]);
            net -= taxes[i];
        }
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            bases[i] = net;
            for (var s = 0; s < step.Batch.Start && step.Affected; s++)
                if (steps[s].Adds) bases[i] += taxes[s];
            if (!step.Included)
                taxes[i] = grid.Snap(step.Amount.PerNet.IsZero ? step.Amount.PerQuantity * quantity : bases[i] * step.Factor);
        }
    }

    private bool IsWholePrice(int tax) => wholePrice is { } batch && tax >= batch.Start && tax < batch.End;

    private static ExactAmount Fraction(decimal percent) => ExactAmount.Of(percent) / ExactAmount.Of(100);

    private readonly record struct Form(ExactAmount PerNet, ExactAmount PerQuantity)
    {
        public static Form operator +(Form left, Form right) =>
            new(left.PerNet + right.PerNet, left.PerQuantity + right.PerQuantity);

        public static Form operator *(Form form, ExactAmount factor) => new(form.PerNet * factor, form.PerQuantity * factor);

        internal ExactAmount At(ExactAmount net, ExactAmount quantity) =>
            PerQuantity.IsZero ? PerNet * net : PerNet * net + PerQuantity * quantity;
    }

    private sealed record Step(
        TaxBatch Batch, bool Included, bool Adds, bool Affected, Form On, Form Amount, ExactAmount Factor);
}
