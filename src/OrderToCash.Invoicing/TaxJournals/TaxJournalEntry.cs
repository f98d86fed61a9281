using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// One line of the tax journal: what a document contributes in one category, rate, country and way of reporting. Credit notes
/// have the other sign, so that entries add up.
/// </summary>
public sealed record TaxJournalEntry
{
    /// <summary>Whose return it goes into.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Invoice or credit note.</summary>
    public required TaxEntryKind Kind { get; init; }

    /// <summary>The document.</summary>
    public required InvoiceId Document { get; init; }

    /// <summary>Its number.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The date on it.</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>When it was posted.</summary>
    public required Instant PostedAt { get; init; }

    /// <summary>The day the tax falls due, or is corrected.</summary>
    public required LocalDate TaxPoint { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The country of the buyer's tax id, or of his address when he has none.</summary>
    public CountryCode BuyerCountry { get; init; }

    /// <summary>The buyer's tax id; empty when he has none.</summary>
    public string BuyerTaxId { get; init => field = value ?? ""; } = "";

    /// <summary>The country whose tax it is; none out of scope.</summary>
    public CountryCode Country { get; init; }

    /// <summary>Where it is reported.</summary>
    public required ReportedSupply Supply { get; init; }

    /// <summary>The category.</summary>
    public required TaxCategory Category { get; init; }

    /// <summary>The rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The taxable amount in the document's currency.</summary>
    public required Money Base { get; init; }

    /// <summary>The tax in the document's currency.</summary>
    public required Money Tax { get; init; }

    /// <summary>The taxable amount in the functional currency, at the rate frozen by posting.</summary>
    public required Money FunctionalBase { get; init; }

    /// <summary>The tax in the functional currency.</summary>
    public required Money FunctionalTax { get; init; }

    /// <summary>The invoice that a credit note corrects; none for invoices.</summary>
    public InvoiceNumber Corrects { get; init; }

    /// <summary>The tax point of that invoice, or its date where the invoice itself is not in the journal.</summary>
    public LocalDate? CorrectsTaxPoint { get; init; }

    /// <summary>The day that tells the period it belongs to: of what it corrects, else its own.</summary>
    [JsonIgnore]
    public LocalDate BelongsTo => CorrectsTaxPoint ?? TaxPoint;
}
