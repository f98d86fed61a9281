namespace OrderToCash.Contracts;

/// <summary>A merge field of the host's own.</summary>
public sealed record ContractField
{
    /// <summary>Its name: <c>conditions</c>, <c>site.access</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its text.</summary>
    public required string Value { get; init; }
}
