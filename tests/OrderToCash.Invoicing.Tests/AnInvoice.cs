using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace OrderToCash.Invoicing.Tests;

/// <summary>Builds drafts and posted invoices: a British seller, a British buyer, 20 % tax, unless said otherwise.</summary>
public static class AnInvoice
{
    public static readonly Actor Clerk = Actor.Person("billing");
    public static readonly Instant Noon = Instant.FromUtc(2011, 2, 1, 12, 0);
    public static readonly TaxTreatment Twenty = new() { Category = TaxCategory.Standard, Rate = Percentage.Of(20), Country = new("GB"), Rule = "domestic" };
    public static readonly TaxTreatment Five = Twenty with { Rate = Percentage.Of(5) };
    public static readonly TaxTreatment Zero = Twenty with { Category = TaxCategory.ZeroRated, Rate = Percentage.Zero };
    public static readonly TaxTreatment Union = new()
    {
        Category = TaxCategory.IntraCommunity, Rate = Percentage.Zero, ReasonCode = VatexCode.IntraCommunity, ReasonText = "Intra-Community supply",
    };

    public static DraftInvoice Draft(Currency? currency = null) => new()
    {
        Id = new("I-1"),
        LegalEntity = new("UK"),
        Customer = new("C-17850"),
        Seller = Party("Gifts & Co <Ltd>", "London", "GB", "GB123456789"),
        Buyer = Party("Smith's Store", "Leeds", "GB", "GB987654321"),
        Currency = currency ?? Currency.Gbp,
        DocumentDate = new(2011, 2, 1),
        TaxPoint = new(2011, 1, 31),
    };

    public static Party Party(string name, string city, string country, string vatId) => new()
    {
        Name = name,
        Address = new() { Lines = ["1 High Street"], City = city, PostCode = "X1 2YZ", Country = new(country) },
        TaxRegistrations = vatId.Length == 0 ? [] : [new() { Country = new(country), Id = vatId }],
    };

    public static InvoiceLine Line(string description, decimal quantity, string price, TaxTreatment? tax = null) =>
        InvoiceLine.Priced(description, Quantity.Pieces(quantity), UnitPrice.Parse(price), tax ?? Twenty) with
        {
            Order = new("SO-1"), OrderLine = new(description), Product = new(description),
        };

    public static InvoicePosting Posting(this DraftInvoice draft, PaymentTerms? terms = null) => new()
    {
        Number = new("INV-2011-000001"),
        PaymentReference = "RF18539007547034",
        Instalments = draft.Lines.IsEmpty || draft.Check().Count > 0 ? [] : Expect.Success(draft.Schedule(terms ?? PaymentTerms.Days(30), BusinessCalendar.EveryDay)),
    };

    public static InvoiceAccount Posted(this DraftInvoice draft, ExchangeRate? rate = null, PaymentTerms? terms = null) =>
        Expect.Success(draft.Post(draft.Posting(terms) with
        {
            BookingRate = rate,
            FunctionalCurrency = rate is null ? null : rate.Base == draft.Currency ? rate.Quote : rate.Base,
        }, Clerk, Noon)).State;

    public static InvoiceAccount PostedAs(this DraftInvoice draft, string number, PaymentTerms? terms = null) =>
        Expect.Success(draft.Post(draft.Posting(terms) with { Number = new(number) }, Clerk, Noon)).State;

    public static Money Gbp(decimal amount) => Money.Of(amount, Currency.Gbp);

    public static CreditNote NoteOf(Decision<InvoiceAccount, InvoiceEvent> decision) => ((CreditNotePosted)decision.Events[^1]).CreditNote;

    public static CreditNotePosting Credit(int number, params CreditRequest[] lines) => new()
    {
        Id = new($"C-{number}"),
        Number = new($"CN-2011-{number:000000}"),
        DocumentDate = new(2011, 3, 1),
        Reason = CreditReason.Return,
        IsWhole = lines.Length == 0,
        Lines = lines.ToEquatableArray(),
    };

    public static Result<Decision<InvoiceAccount, InvoiceEvent>> Credited(this InvoiceAccount account, int number, params CreditRequest[] lines) =>
        account.Credit(Credit(number, lines), Clerk, Noon);

    /// <summary>The converters a host brings for dates and moments.</summary>
    public static readonly JsonSerializerOptions Stored = new() { Converters = { new DateConverter(), new MomentConverter() } };

    private sealed class DateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class MomentConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
