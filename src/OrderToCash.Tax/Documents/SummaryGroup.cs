namespace OrderToCash.Tax;

/// <summary>Adds a tax group up over the lines of a document.</summary>
internal sealed class SummaryGroup(TaxGroup? group, AmountPair nothing)
{
    private AmountPair @base = nothing;
    private AmountPair tax = nothing;
    private AmountPair divisions = nothing;
    private bool lineCounted;
    private bool allFixed = true;
    private bool allDivisionsInPrice = true;

    internal string Id { get; } = group?.Id ?? "";

    internal int Sequence { get; } = group?.Sequence ?? 0;

    internal string Subtotal { get; } = group?.Subtotal ?? "";

    internal AmountPair? ShownBase => allFixed ? null : allDivisionsInPrice ? @base + divisions : @base;

    internal void BeginLine() => lineCounted = false;

    internal void Add(
        TaxDefinition definition, TaxedLine line, TaxedAmount amount, Dictionary<string, TaxDefinition> definitions)
    {
        tax += amount.Tax;
        allFixed &= definition.Kind == TaxKind.FixedPerQuantity;
        allDivisionsInPrice &= definition is { Kind: TaxKind.Division, PriceIncluded: true };
        if (lineCounted) return;
        lineCounted = true;
        @base += amount.Base;
        foreach (var other in line.Taxes)
            if (definitions[other.TaxId].Kind == TaxKind.Division) divisions += other.Tax;
    }

    internal void Raise(AmountPair by) => tax += by;

    internal TaxGroupRow ToRow() => new() { GroupId = Id, Base = @base, Tax = tax, ShownBase = ShownBase };
}
