using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OrderToCash.Invoicing;

/// <summary>
/// A posted invoice: numbered, immutable, its figures consistent. There is no way to make one but <see cref="DraftInvoice.Post"/>
/// and <see cref="Restore"/>, and none to change one: corrections are credit notes.
/// </summary>
[JsonConverter(typeof(InvoiceJsonConverter))]
public sealed record Invoice
{
    private Invoice(InvoiceContent content) => Content = content;

    /// <summary>All of it as plain data, for stores.</summary>
    public InvoiceContent Content { get; }

    /// <summary>The id, that of the draft.</summary>
    public InvoiceId Id => Content.Draft.Id;

    /// <summary>The number (BT-1).</summary>
    public InvoiceNumber Number => Content.Number;

    /// <summary>What it is (BT-3).</summary>
    public DocumentType Type => Content.Draft.Type;

    /// <summary>Whose books it is in.</summary>
    public LegalEntityId LegalEntity => Content.Draft.LegalEntity;

    /// <summary>Who owes.</summary>
    public CustomerId Customer => Content.Draft.Customer;

    /// <summary>The seller as printed.</summary>
    public Party Seller => Content.Draft.Seller;

    /// <summary>The buyer as printed.</summary>
    public Party Buyer => Content.Draft.Buyer;

    /// <summary>The currency of the document.</summary>
    public Currency Currency => Content.Draft.Currency;

    /// <summary>The date on the document.</summary>
    public LocalDate DocumentDate => Content.Draft.DocumentDate;

    /// <summary>The day the tax falls due.</summary>
    public LocalDate TaxPoint => Content.Draft.TaxPoint;

    /// <summary>The lines; a line's number is its position, from 1.</summary>
    public EquatableArray<InvoiceLine> Lines => Content.Draft.Lines;

    /// <summary>What is taken off and put on the document.</summary>
    public EquatableArray<AllowanceCharge> AllowancesCharges => Content.Draft.AllowancesCharges;

    /// <summary>The tax per category and rate.</summary>
    public EquatableArray<TaxShare> Breakdown => Content.Breakdown;

    /// <summary>The totals.</summary>
    public InvoiceTotals Totals => InvoiceTotals.Of(Content.Draft, Content.Breakdown);

    /// <summary>The day by which all is to be paid: that of the last instalment (BT-9); null when there is none.</summary>
    public LocalDate? DueDate => Instalments.IsEmpty ? null : Instalments.Max(i => i.DueDate);

    /// <summary>What is to be paid when; adds up to the payable total.</summary>
    public EquatableArray<Instalment> Instalments => Content.Instalments;

    /// <summary>The structured reference the buyer is to pay with.</summary>
    public string PaymentReference => Content.PaymentReference;

    /// <summary>The currency of the seller's books.</summary>
    public Currency FunctionalCurrency => Content.FunctionalCurrency;

    /// <summary>The rate frozen by posting; null when both currencies are one.</summary>
    public ExchangeRate? BookingRate => Content.BookingRate;

    /// <summary>The breakdown in the functional currency.</summary>
    public EquatableArray<TaxShare> FunctionalBreakdown => Content.FunctionalBreakdown;

    /// <summary>
    /// The totals in the functional currency: the gross, and what stands beside the lines, are each converted once; the parts add
    /// up to them.
    /// </summary>
    public InvoiceTotals FunctionalTotals
    {
        get
        {
            var totals = Totals;
            return InvoiceTotals.Of(Content.FunctionalBreakdown, FunctionalCurrency, Booked(totals.Allowances),
                Booked(totals.Charges), Booked(totals.Prepaid), Booked(totals.RoundingAmount));
        }
    }

    /// <summary>
    /// The nets of the lines in the functional currency, in their order; they add up to the functional line sum.
    /// </summary>
    public EquatableArray<Money> FunctionalLineNets() => BookingAmounts.ConvertTo(
        [.. Lines.Select(l => l.Net)], FunctionalCurrency, BookingRate, FunctionalTotals.LineNet);

    /// <summary>The currency tax is accounted in (BT-6): that of the document unless another was stated.</summary>
    public Currency TaxCurrency => Content.TaxCurrency ?? Currency;

    /// <summary>
    /// The breakdown in the tax currency: at the rate frozen for it, bases and taxes each adding up to their converted sum; the
    /// booked figures where the tax currency is the functional one at the same rate, so that return and ledger agree.
    /// </summary>
    public EquatableArray<TaxShare> TaxCurrencyBreakdown => TaxAccounting(Content.Breakdown);

    /// <summary>The tax total in the tax currency (BT-111); never of another sign than the tax.</summary>
    public Money TaxInTaxCurrency => Money.Sum(TaxCurrencyBreakdown.Select(s => s.Tax), TaxCurrency);

    /// <summary>
    /// The instalments' amounts in the functional currency, in their order; they add up to the functional gross.
    /// </summary>
    public EquatableArray<Money> FunctionalInstalments()
    {
        if (Instalments.IsEmpty) return default;
        var weights = new long[Instalments.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = Instalments[i].Amount.MinorUnits;
        var total = FunctionalTotals.Payable;
        return weights.All(w => w == 0) ? Instalments.Select(_ => total).ToEquatableArray() : total.Allocate(weights);
    }

    /// <summary>What does not follow from the lines; empty for every invoice there is.</summary>
    public EquatableArray<DomainError> Check() => InvoiceFigures.Check(Content);

    /// <summary>The invoice of stored data, or all contradictions in it (<see cref="InvoiceErrors"/>).</summary>
    public static Result<Invoice> Restore(InvoiceContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Result.Validated(new Invoice(content), InvoiceFigures.Check(content));
    }

    /// <summary>An amount of the document in the functional currency, at the rate frozen by posting.</summary>
    /// <exception cref="CurrencyMismatchException">The amount is in another currency.</exception>
    public Money InFunctional(Money amount) =>
        amount.Currency == Currency ? Booked(amount) : throw new CurrencyMismatchException(amount.Currency, Currency);

    internal EquatableArray<TaxShare> TaxAccounting(EquatableArray<TaxShare> shares) =>
        Content.TaxCurrency == FunctionalCurrency && Content.TaxRate == Content.BookingRate
            ? BookingAmounts.Convert(shares, FunctionalCurrency, BookingRate)
            : BookingAmounts.ConvertApart(shares, TaxCurrency, Content.TaxRate);

    internal Money Booked(Money amount) => amount.IsZero
        ? Money.Zero(FunctionalCurrency)
        : BookingRate is { } rate && amount.Currency != FunctionalCurrency
            ? amount.Convert(rate, Rounding.HalfAwayFromZero)
            : amount;

    // Posting computes the figures it hands over here; checking them again would do all work twice.
    internal static Invoice Of(InvoiceContent computed) => new(computed);

    /// <summary>Reads the stored form through <see cref="Restore"/> and writes <see cref="Content"/>.</summary>
    public sealed class InvoiceJsonConverter : JsonConverter<Invoice>
    {
        /// <inheritdoc/>
        public override Invoice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var content = JsonSerializer.Deserialize(ref reader,
                (JsonTypeInfo<InvoiceContent>)options.GetTypeInfo(typeof(InvoiceContent)))
                ?? throw new JsonException("An invoice must be a JSON object.");
            return Restore(content).Match(invoice => invoice, errors => throw new JsonException(string.Join("; ", errors)));
        }

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Invoice value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer, value.Content, (JsonTypeInfo<InvoiceContent>)options.GetTypeInfo(typeof(InvoiceContent)));
    }
}
