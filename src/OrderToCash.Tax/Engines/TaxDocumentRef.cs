namespace OrderToCash.Tax;

/// <summary>Which document an engine is asked about; a draft has a key before it has a number.</summary>
public sealed record TaxDocumentRef
{
    /// <summary>The seller's legal entity.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The document's key: the same from draft to reversal.</summary>
    public required string Key { get; init; }

    /// <summary>Its kind.</summary>
    public TaxDocumentKind Kind { get; init; }

    /// <summary><c>DE01/RE-1</c></summary>
    public override string ToString() => $"{LegalEntity}/{Key}";
}
