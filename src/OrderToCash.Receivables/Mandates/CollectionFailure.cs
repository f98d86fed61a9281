namespace OrderToCash.Receivables;

/// <summary>What the bank says about a collection that did not bring its money, or brought it for a while only.</summary>
public sealed record CollectionFailure
{
    /// <summary>Which.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>True when no money had moved (pain.002); false for a return (camt).</summary>
    public bool IsReject { get; init; }

    /// <summary>Why, as the bank's code.</summary>
    public required string Reason { get; init; }

    /// <summary>What the bank charges us for it; null for nothing.</summary>
    public Money? Charges { get; init; }

    /// <summary>The bank's date.</summary>
    public required LocalDate On { get; init; }
}
