namespace OrderToCash.Tax;

/// <summary>A sale in the United States, ready to be taxed.</summary>
public sealed record SalesTaxQuestion
{
    /// <summary>Where the goods leave.</summary>
    public required SalesTaxPlace ShipFrom { get; init; }

    /// <summary>Where they arrive.</summary>
    public required SalesTaxPlace ShipTo { get; init; }

    /// <summary>The states the seller collects for. Elsewhere nothing is charged.</summary>
    public EquatableArray<string> CollectsIn { get; init; }

    /// <summary>The day that decides about rates.</summary>
    public required LocalDate TaxPoint { get; init; }

    /// <summary>The currency of all lines.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The lines.</summary>
    public EquatableArray<SalesTaxLine> Lines { get; init; }

    /// <summary>The buyer's certificates; only those that count on the day exempt anything.</summary>
    public EquatableArray<ExemptionCertificate> Certificates { get; init; }

    /// <summary>The document, for certificates that hold for a single one; may be empty.</summary>
    public string Document { get; init => field = value ?? ""; } = "";
}
