namespace OrderToCash.Tax;

/// <summary>What an engine is asked: a document with its lines. Pure data.</summary>
public sealed record TaxEngineRequest
{
    /// <summary>The document.</summary>
    public required TaxDocumentRef Document { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Where the seller rounds.</summary>
    public required TaxComputation Computation { get; init; }

    /// <summary>The lines.</summary>
    public EquatableArray<TaxEngineLine> Lines { get; init; }

    /// <summary>The place goods leave, in the United States; null elsewhere.</summary>
    public SalesTaxPlace? ShipFrom { get; init; }

    /// <summary>The place goods arrive, in the United States; null elsewhere.</summary>
    public SalesTaxPlace? ShipTo { get; init; }

    /// <summary>The states the seller collects for.</summary>
    public EquatableArray<string> CollectsIn { get; init; }

    /// <summary>The buyer's exemption certificates.</summary>
    public EquatableArray<ExemptionCertificate> Certificates { get; init; }
}
