namespace OrderToCash.Receivables;

/// <summary>What of the receivables of one class of customers is expected not to come in.</summary>
public sealed record ProvisionRates
{
    /// <summary>The class: the host's own word, such as <c>public</c> or <c>export</c>.</summary>
    public required string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The share of each bucket of the matrix, in their order, 0 to 100.</summary>
    public required EquatableArray<Percentage> Rates { get; init; }
}
