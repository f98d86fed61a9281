namespace OrderToCash.Invoicing;

/// <summary>Something of an earlier period that is shown in a later one, with its reference.</summary>
public sealed record TaxCorrection
{
    /// <summary>The document that is shown.</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>The invoice it corrects; none when the document itself came late.</summary>
    public InvoiceNumber Corrects { get; init; }

    /// <summary>The period it belongs to.</summary>
    public required TaxPeriod Period { get; init; }

    /// <summary>The country whose tax it is.</summary>
    public CountryCode Country { get; init; }

    /// <summary>The category.</summary>
    public required TaxCategory Category { get; init; }

    /// <summary>The rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The taxable amount, in the functional currency.</summary>
    public required Money Base { get; init; }

    /// <summary>The tax, in the functional currency.</summary>
    public required Money Tax { get; init; }

    internal static TaxCorrection Of(TaxJournalEntry entry, TaxPeriodLength length) => new()
    {
        Number = entry.Number,
        Corrects = entry.Corrects,
        Period = TaxPeriod.Of(entry.BelongsTo, length),
        Country = entry.Country,
        Category = entry.Category,
        Rate = entry.Rate,
        Base = entry.FunctionalBase,
        Tax = entry.FunctionalTax,
    };

    internal static EquatableArray<TaxCorrection> Among(IEnumerable<TaxJournalEntry> entries, TaxPeriod period) => entries
        .Where(e => e.BelongsTo < period.From)
        .Select(e => Of(e, period.Length))
        .ToEquatableArray();
}
