namespace OrderToCash.Tax;

/// <summary>
/// The taxes of a line, checked and compiled: which are computed together, in which order, from what. Made once for a set of
/// definitions and used for any number of lines and documents; immutable and safe to share.
/// </summary>
public sealed class TaxProgram
{
    private readonly TaxDefinition[] taxes;
    private readonly TaxInstructions?[] instructions;

    private TaxProgram(TaxDefinition[] taxes, TaxInstructions?[] instructions) =>
        (this.taxes, this.instructions) = (taxes, instructions);

    /// <summary>No tax at all.</summary>
    public static TaxProgram None { get; } = Compile([]).Value;

    /// <summary>The taxes in the order they are computed, groups resolved.</summary>
    public EquatableArray<TaxDefinition> Taxes => [.. taxes];

    /// <summary>
    /// Compiles definitions, or lists all that is wrong with them: the codes of <see cref="TaxDefinition.Check"/>,
    /// <see cref="TaxComputationErrors.DefinitionConflict"/>, <see cref="TaxComputationErrors.DivisionExceedsPrice"/>,
    /// <see cref="TaxComputationErrors.InclusionImpossible"/>.
    /// </summary>
    /// <param name="taxes">The taxes of a line, in any order; their sequence decides.</param>
    public static Result<TaxProgram> Compile(params EquatableArray<TaxDefinition> taxes)
    {
        var findings = TaxDefinitionRules.Check(taxes, "taxes").ToList();
        if (findings.Count > 0) return Result.Failure<TaxProgram>(findings);
        var flat = new List<TaxDefinition>();
        Flatten(taxes, flat, findings);
        if (findings.Count > 0) return Result.Failure<TaxProgram>(findings);
        return Make([.. flat]);
    }

    /// <summary>
    /// The taxes of one line. <paramref name="roundTo"/> rounds half away from zero the way a line is rounded by itself: the line
    /// amount, each tax in the price, then the net as what is left, then each tax on top.
    /// </summary>
    /// <param name="unitPrice">The price of a unit, discount taken off.</param>
    /// <param name="quantity">How many units.</param>
    /// <param name="meaning">What the price contains.</param>
    /// <param name="roundTo">The grid (0.01), or null to round nothing.</param>
    /// <exception cref="InvalidOperationException">
    /// No price of that meaning can be computed: its taxes leave nothing, as 100 % of division on a net price do.
    /// </exception>
    public LineTaxes Line(
        decimal unitPrice, decimal quantity, PriceMeaning meaning = PriceMeaning.AsDefined, decimal? roundTo = null) =>
        Line(ExactAmount.Of(unitPrice), ExactAmount.Of(quantity), meaning, roundTo);

    /// <summary>The taxes of one line whose price is an exact fraction; the other parameters are the same.</summary>
    public LineTaxes Line(ExactAmount unitPrice, ExactAmount quantity, PriceMeaning meaning, decimal? roundTo = null)
    {
        var amount = unitPrice * quantity;
        quantity = Units(unitPrice, quantity);
        if (roundTo is not { } step) return Line(amount, quantity, meaning, (RoundingGrid?)null);
        // Any step is a whole number of its own smallest part: 0.05 counts in 0.05.
        var scaled = Line(amount / ExactAmount.Of(step), quantity / ExactAmount.Of(step), meaning, RoundingGrid.Of(Currency.Jpy));
        return scaled.Times(ExactAmount.Of(step));
    }

    /// <summary>
    /// The unit price under other taxes that leaves the net amount as it is: 121 with 21 % in it becomes 106 with 6 % in it. A
    /// price that does not contain all of its taxes stays what it is, as it does when the taxes are the same.
    /// </summary>
    public ExactAmount MapPrice(ExactAmount unitPrice, TaxProgram to)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!Array.TrueForAll(taxes, t => t.PriceIncluded) || taxes.AsSpan().SequenceEqual(to.taxes)) return unitPrice;
        var one = Units(unitPrice, ExactAmount.Of(1));
        var net = Line(unitPrice, one, PriceMeaning.AsDefined, (RoundingGrid?)null).Net;
        var taxed = to.Line(net, one, PriceMeaning.Net, (RoundingGrid?)null);
        foreach (var tax in taxed.Taxes)
            if (to.Find(tax.TaxId).PriceIncluded) net += tax.Tax;
        return net;
    }

    /// <summary>How many units are taxed: a price below zero takes them back, as a quantity below zero does.</summary>
    internal static ExactAmount Units(ExactAmount unitPrice, ExactAmount quantity) => unitPrice.Sign < 0 ? -quantity : quantity;

    internal ReadOnlySpan<TaxDefinition> Flat => taxes;

    internal bool Has(Predicate<TaxDefinition> quality) => Array.Exists(taxes, quality);

    /// <summary>The ids of the taxes, sorted: equal for equal sets.</summary>
    internal EquatableArray<string> TaxIds => field.IsEmpty && taxes.Length > 0
        ? field = [.. taxes.Select(static t => t.Id).Order(StringComparer.Ordinal)]
        : field;

    /// <summary>The same taxes without some, in the same order.</summary>
    internal Result<TaxProgram> Keeping(Func<TaxDefinition, bool> keep) =>
        Array.TrueForAll(taxes, t => keep(t)) ? Result.Success(this) : Make(Array.FindAll(taxes, t => keep(t)));

    // Whether a price can mean net or gross is asked only of who uses it so.
    private static Result<TaxProgram> Make(TaxDefinition[] flat)
    {
        var made = new TaxInstructions?[3];
        foreach (var meaning in Enum.GetValues<PriceMeaning>())
        {
            var batches = TaxBatch.Of(flat, meaning);
            var excess = FindExcess(flat, meaning, batches, out var instructions);
            if (meaning == PriceMeaning.AsDefined && !excess.IsEmpty) return Result.Failure<TaxProgram>(excess);
            made[(int)meaning] = instructions;
        }
        return Result.Success(new TaxProgram(flat, made));
    }

    internal int FirstBatchEnd => Instructions(PriceMeaning.AsDefined).FirstBatchEnd;

    internal LineTaxes Line(ExactAmount lineAmount, ExactAmount quantity, PriceMeaning meaning, RoundingGrid? grid)
    {
        if (grid is { } rounding) lineAmount = rounding.Snap(lineAmount);
        if (taxes.Length == 0) return new() { Net = lineAmount, Gross = lineAmount };
        var (amounts, bases) = (new ExactAmount[taxes.Length], new ExactAmount[taxes.Length]);
        Instructions(meaning).Run(lineAmount, quantity, grid, amounts, bases);
        var parts = new List<LineTax>(taxes.Length);
        var gross = bases[0];
        for (var i = 0; i < taxes.Length; i++)
        {
            parts.Add(new() { TaxId = taxes[i].Id, Base = bases[i], Tax = amounts[i] });
            gross += amounts[i];
            if (!TaxFactors.HasCounter(taxes[i])) continue;
            parts.Add(new() { TaxId = taxes[i].Id, IsCounterTax = true, Base = bases[i], Tax = -amounts[i] });
            gross -= amounts[i];
        }
        return new() { Net = bases[0], Gross = gross, Taxes = parts.ToEquatableArray() };
    }

    private TaxInstructions Instructions(PriceMeaning meaning) => instructions[(int)meaning]
        ?? throw new InvalidOperationException($"No {meaning} price can be computed with these taxes.");

    internal TaxDefinition Find(string id) => Array.Find(taxes, t => t.Id == id)!;

    private static void Flatten(EquatableArray<TaxDefinition> taxes, List<TaxDefinition> flat, List<DomainError> findings)
    {
        foreach (var tax in taxes.OrderBy(t => t.Sequence))
        {
            if (tax.Kind == TaxKind.Group)
            {
                Flatten(tax.Children, flat, findings);
                continue;
            }
            var known = flat.Find(t => t.Id == tax.Id);
            if (known is null) flat.Add(tax);
            else if (known != tax) findings.Add(TaxComputationErrors.DefinitionConflict.At("taxes", ("tax", tax.Id)));
        }
    }

    private static EquatableArray<DomainError> FindExcess(
        TaxDefinition[] taxes, PriceMeaning meaning, TaxBatch[] batches, out TaxInstructions? instructions)
    {
        var findings = new List<DomainError>();
        instructions = null;
        foreach (var batch in batches)
        {
            var first = taxes[batch.Start];
            if (first.Kind != TaxKind.Division) continue;
            if (TaxInstructions.IsIncluded(first, meaning) ? batch.RateSum <= 100 : batch.RateSum < 100) continue;
            findings.Add(TaxComputationErrors.DivisionExceedsPrice.At("taxes",
                ("tax", first.Id), ("sum", Percentage.Of(batch.RateSum))));
        }
        if (findings.Count > 0) return findings.ToEquatableArray();
        var made = TaxInstructions.Make(taxes, meaning, batches);
        if (made.IncludedShare <= ExactAmount.Of(-1))
            return [TaxComputationErrors.InclusionImpossible.At("taxes", ("tax", taxes[0].Id),
                ("sum", Percentage.Of((made.IncludedShare * ExactAmount.Of(100)).ToDecimal())))];
        instructions = made;
        return default;
    }
}
