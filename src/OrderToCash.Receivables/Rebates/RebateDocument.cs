using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What one invoice adds to an agreement, less what was credited on it so far.</summary>
public sealed record RebateDocument
{
    /// <summary>The invoice.</summary>
    public required InvoiceId Document { get; init; }

    /// <summary>The day that says whether it is in the period: its tax point or date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What is left of it per category and rate: the bases are its turnover, zero or above.</summary>
    public required EquatableArray<TaxShare> Shares { get; init; }

    /// <summary>The quantity left of it, for agreements by volume; zero or above.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal Quantity { get; init; }

    /// <summary>Its turnover.</summary>
    internal Money Net(Currency currency) => Money.Sum(Shares.Select(s => s.Base), currency);
}
