namespace OrderToCash.Receivables;

/// <summary>A claim that was granted without a person.</summary>
public sealed record GrantedClaim
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>Which round of it, from 0: a case opened again counts again.</summary>
    public int Round { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
