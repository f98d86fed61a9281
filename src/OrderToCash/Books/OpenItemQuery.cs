namespace OrderToCash;

/// <summary>Which open items to read; what is not set does not restrict.</summary>
public sealed record OpenItemQuery
{
    /// <summary>Of this legal entity.</summary>
    public LegalEntityId? LegalEntity { get; init; }

    /// <summary>Of this customer.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>Settled items too; false reads only what is open.</summary>
    public bool IncludeSettled { get; init; }
}
