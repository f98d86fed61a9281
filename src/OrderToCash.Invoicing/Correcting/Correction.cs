using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>A debit note or corrective invoice as the document it cites remembers it.</summary>
public sealed record Correction
{
    /// <summary>Its id.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>Its number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>Its type: 383 or 384; 386 and 389 for their own kind.</summary>
    public required DocumentType Type { get; init; }

    /// <summary>Its date.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>True when it stands in the place of the document, which was taken back as a whole.</summary>
    public bool IsReplacement { get; init; }

    /// <summary>Its total without tax.</summary>
    public required Money Net { get; init; }

    /// <summary>Its tax.</summary>
    public required Money Tax { get; init; }

    /// <summary>Its total with tax.</summary>
    [JsonIgnore]
    public Money Gross => Net + Tax;

    internal static Correction Of(Invoice invoice, bool isReplacement) => new()
    {
        Id = invoice.Id,
        Number = invoice.Number,
        Type = invoice.Type,
        DocumentDate = invoice.DocumentDate,
        IsReplacement = isReplacement,
        Net = invoice.Totals.Net,
        Tax = invoice.Totals.Tax,
    };
}
