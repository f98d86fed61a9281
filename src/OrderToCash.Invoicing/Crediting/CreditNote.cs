using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OrderToCash.Invoicing;

/// <summary>
/// A posted credit note: numbered, immutable, citing one invoice. Its amounts are positive where they give money back (EN 16931
/// type 381). Made by <see cref="InvoiceAccount.Credit"/> and <see cref="Restore"/> only.
/// </summary>
[JsonConverter(typeof(CreditNoteJsonConverter))]
public sealed record CreditNote
{
    private CreditNote(CreditNoteContent content) => Content = content;

    /// <summary>All of it as plain data, for stores.</summary>
    public CreditNoteContent Content { get; }

    /// <summary>What it is (BT-3).</summary>
    public DocumentType Type => Content.Type;

    /// <summary>The id.</summary>
    public InvoiceId Id => Content.Id;

    /// <summary>The number.</summary>
    public InvoiceNumber Number => Content.Number;

    /// <summary>The date on the document.</summary>
    public LocalDate DocumentDate => Content.DocumentDate;

    /// <summary>The invoice it corrects.</summary>
    public InvoiceId Original => Content.Original;

    /// <summary>That invoice's number.</summary>
    public InvoiceNumber OriginalNumber => Content.OriginalNumber;

    /// <summary>The lines.</summary>
    public EquatableArray<CreditNoteLine> Lines => Content.Lines;

    /// <summary>The tax taken back per category and rate.</summary>
    public EquatableArray<TaxShare> Breakdown => Content.Breakdown;

    /// <summary>The totals.</summary>
    public InvoiceTotals Totals => InvoiceTotals.Of(Content.Breakdown, Content.Currency, Sum(charges: false),
        Sum(charges: true), rounding: Content.RoundingAmount ?? default);

    /// <summary>The breakdown in the functional currency.</summary>
    public EquatableArray<TaxShare> FunctionalBreakdown => Content.FunctionalBreakdown;

    /// <summary>What is taken back of the document's allowances and charges.</summary>
    public EquatableArray<CreditNoteAllowanceCharge> AllowancesCharges => Content.AllowancesCharges;

    /// <summary>The totals in the functional currency.</summary>
    public InvoiceTotals FunctionalTotals => InvoiceTotals.Of(Content.FunctionalBreakdown, Content.FunctionalCurrency,
        Booked(Sum(charges: false)), Booked(Sum(charges: true)), rounding: Content.FunctionalRoundingAmount ?? default);

    /// <summary>The breakdown in the tax currency (BT-6).</summary>
    public EquatableArray<TaxShare> TaxCurrencyBreakdown =>
        Content.TaxCurrency is null ? Content.Breakdown : Content.TaxCurrencyBreakdown;

    /// <summary>The tax total in the tax currency (BT-111).</summary>
    public Money TaxInTaxCurrency =>
        Money.Sum(TaxCurrencyBreakdown.Select(s => s.Tax), Content.TaxCurrency ?? Content.Currency);

    /// <summary>What contradicts the lines; empty for every credit note there is.</summary>
    public EquatableArray<DomainError> Check() => CreditChecks.Check(Content);

    /// <summary>The credit note of stored data, or all contradictions in it (<see cref="CreditNoteErrors"/>).</summary>
    public static Result<CreditNote> Restore(CreditNoteContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Result.Validated(new CreditNote(content), CreditChecks.Check(content));
    }

    private Money Sum(bool charges) => Content.AllowancesCharges.IsEmpty
        ? Money.Zero(Content.Currency)
        : AllowanceCharge.Sum(Content.AllowancesCharges.Select(a => a.Item).ToEquatableArray(), Content.Currency, charges);

    private Money Booked(Money amount) => amount.IsZero
        ? Money.Zero(Content.FunctionalCurrency)
        : Content.BookingRate is { } rate && amount.Currency != Content.FunctionalCurrency
            ? amount.Convert(rate, Rounding.HalfAwayFromZero)
            : amount;

    /// <summary>Reads the stored form through <see cref="Restore"/> and writes <see cref="Content"/>.</summary>
    public sealed class CreditNoteJsonConverter : JsonConverter<CreditNote>
    {
        /// <inheritdoc/>
        public override CreditNote Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var content = JsonSerializer.Deserialize(ref reader,
                (JsonTypeInfo<CreditNoteContent>)options.GetTypeInfo(typeof(CreditNoteContent)))
                ?? throw new JsonException("A credit note must be a JSON object.");
            return Restore(content).Match(note => note, errors => throw new JsonException(string.Join("; ", errors)));
        }

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, CreditNote value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer, value.Content, (JsonTypeInfo<CreditNoteContent>)options.GetTypeInfo(typeof(CreditNoteContent)));
    }
}
