namespace OrderToCash.Contracts;

/// <summary>A person who is to sign for a side.</summary>
public sealed record Signatory
{
    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The name under the signature.</summary>
    public required string Name { get; init; }

    /// <summary>For which side.</summary>
    public required ContractSide Side { get; init; }
}
