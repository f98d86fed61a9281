namespace OrderToCash.Invoicing;

/// <summary>A credit note as its invoice remembers it.</summary>
public sealed record CreditNoteSummary
{
    /// <summary>Its id.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>Its number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>Its date.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>Its total without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>Its tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>Its rounding amount; null for none.</summary>
    public Money? RoundingAmount { get; init; }

    /// <summary>Its total with tax.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Money Gross => Net + Tax;

    internal static CreditNoteSummary Of(CreditNote note) => new()
    {
        Id = note.Id,
        Number = note.Number,
        DocumentDate = note.DocumentDate,
        Net = note.Totals.Net,
        Tax = note.Totals.Tax,
        RoundingAmount = note.Content.RoundingAmount,
    };
}
