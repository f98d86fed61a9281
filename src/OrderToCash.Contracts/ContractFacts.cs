namespace OrderToCash.Contracts;

/// <summary>What a contract is drafted from: the order, its parties, its goods and prices.</summary>
public sealed record ContractFacts
{
    /// <summary>Who delivers and invoices.</summary>
    public required Party Seller { get; init; }

    /// <summary>Who receives and pays.</summary>
    public required Party Buyer { get; init; }

    /// <summary>The orders the contract governs; a frame contract governs many.</summary>
    public required EquatableArray<OrderId> Orders { get; init; }

    /// <summary>The goods; may be empty for a frame contract.</summary>
    public EquatableArray<ContractLine> Lines { get; init; }

    /// <summary>The total without tax.</summary>
    public required Money Total { get; init; }

    /// <summary>The payment terms in words.</summary>
    public string PaymentTerms { get; init => field = value ?? ""; } = "";

    /// <summary>From when to when.</summary>
    public required ContractTerm Term { get; init; }

    /// <summary>Merge fields of the host's own; a name of the built-in ones is refused.</summary>
    public EquatableArray<ContractField> Fields { get; init; }
}
