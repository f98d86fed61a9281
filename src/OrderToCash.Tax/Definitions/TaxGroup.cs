namespace OrderToCash.Tax;

/// <summary>A row of the totals of a document: taxes that are shown as one.</summary>
public sealed record TaxGroup
{
    /// <summary>Its name among the groups.</summary>
    public required string Id { get; init => field = value ?? ""; }

    /// <summary>Its place in the totals, lowest first; then by id.</summary>
    public int Sequence { get; init; }

    /// <summary>
    /// The heading of the subtotal before it: <c>Tax withholding</c>. Empty for the subtotal of the net amount. A subtotal starts
    /// from the net and all taxes of the subtotals before it.
    /// </summary>
    public string Subtotal { get; init => field = value ?? ""; } = "";
}
