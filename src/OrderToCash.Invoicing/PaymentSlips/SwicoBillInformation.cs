using System.Globalization;
using System.Text;

namespace OrderToCash.Invoicing;

/// <summary>
/// Structured billing information on a QR-bill, for the payer's bookkeeping: Swico, "Syntax Definition of Billing Information
/// (S1)", version 1.2 of 23 November 2018. Nothing is needed; what is not given is not written.
/// </summary>
public sealed record SwicoBillInformation
{
    /// <summary>Invoice number (tag 10).</summary>
    public string InvoiceNumber { get; init => field = value ?? ""; } = "";

    /// <summary>Date of the invoice (11).</summary>
    public LocalDate? InvoiceDate { get; init; }

    /// <summary>The customer's reference (20).</summary>
    public string CustomerReference { get; init => field = value ?? ""; } = "";

    /// <summary>The seller's UID, its nine digits only (30).</summary>
    public string Uid { get; init => field = value ?? ""; } = "";

    /// <summary>The day of the supply, or the first of several (31).</summary>
    public LocalDate? SuppliedFrom { get; init; }

    /// <summary>The last day of the supply, inclusive; null for one day.</summary>
    public LocalDate? SuppliedUntil { get; init; }

    /// <summary>The rates with their nets; a rate alone when there is one (32).</summary>
    public EquatableArray<SwicoRate> Rates { get; init; }

    /// <summary>Import tax, pure tax amounts per rate (33).</summary>
    public EquatableArray<SwicoRate> ImportTaxes { get; init; }

    /// <summary>Conditions of payment (40).</summary>
    public EquatableArray<SwicoCondition> Conditions { get; init; }

    /// <summary>
    /// What an invoice says: number, date, the buyer's order or reference, the seller's Swiss UID, the day of supply, the
    /// rates with tax, and discounts and days of a single instalment.
    /// </summary>
    public static SwicoBillInformation Of(Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var draft = invoice.Content.Draft;
        var uid = invoice.Seller.RegistrationIn(new("CH"))?.Id ?? "";
        var rates = invoice.Breakdown.Where(s => s.Rate.Value > 0).ToList();
        var isWhole = rates.Count == 1 && invoice.Breakdown.Count == 1;
        return new()
        {
            InvoiceNumber = invoice.Number.Value,
            InvoiceDate = invoice.DocumentDate,
            CustomerReference = draft.PurchaseOrder.Length > 0 ? draft.PurchaseOrder : draft.BuyerReference,
            Uid = string.Concat(uid.Where(char.IsAsciiDigit)),
            SuppliedFrom = draft.DeliveryDate ?? invoice.TaxPoint,
            Rates = rates.Select(s => new SwicoRate { Rate = s.Rate, Amount = isWhole ? null : s.Base }).ToEquatableArray(),
            Conditions = ConditionsOf(invoice),
        };
    }

    /// <summary>
    /// All that is wrong with it: <see cref="PaymentCodeErrors.FieldInvalid"/>,
    /// <see cref="PaymentCodeErrors.CharacterNotAllowed"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        PaymentCodeText.Field(findings, "invoiceNumber", "invoice number", InvoiceNumber, 140, SwissQrBill.IsAllowed);
        PaymentCodeText.Field(findings, "customerReference", "customer reference", CustomerReference, 140, SwissQrBill.IsAllowed);
        if (Uid.Length > 0 && (Uid.Length != 9 || !Uid.All(char.IsAsciiDigit))) Invalid("uid", "UID of nine digits", Uid);
        if (SuppliedUntil is { } until && (SuppliedFrom is not { } from || until < from))
            Invalid("suppliedUntil", "last day of the supply", until);
        for (var i = 0; i < Rates.Count; i++)
        {
            if (Rates[i].Rate.Value < 0) Invalid($"rates[{i}].rate", "rate", Rates[i].Rate);
            if (Rates[i].Amount is { IsNegative: true } net) Invalid($"rates[{i}].amount", "net of a rate", net);
            if (Rates.Count > 1 && Rates[i].Amount is null) Invalid($"rates[{i}].amount", "net of a rate", "");
        }
        for (var i = 0; i < ImportTaxes.Count; i++)
        {
            if (ImportTaxes[i].Rate.Value < 0) Invalid($"importTaxes[{i}].rate", "rate", ImportTaxes[i].Rate);
            if (ImportTaxes[i].Amount is not { IsNegative: false })
                Invalid($"importTaxes[{i}].amount", "import tax", ImportTaxes[i].Amount);
        }
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (Conditions[i].Discount.Value is < 0 or >= 100)
                Invalid($"conditions[{i}].discount", "discount", Conditions[i].Discount);
            if (Conditions[i].Days < 0) Invalid($"conditions[{i}].days", "number of days", Conditions[i].Days);
        }
        return [.. findings];

        void Invalid(string target, string field, object? value) =>
            findings.Add(PaymentCodeErrors.FieldInvalid.At(target, ("field", field), ("value", value)));
    }

    /// <summary>The text, <c>//S1/10/...</c>; empty when nothing is given. Refused with all of <see cref="Check"/>.</summary>
    public Result<string> Write() => Result.Validated(Compose(), Check());

    private string Compose()
    {
        var text = new StringBuilder("//S1");
        Add("10", Escaped(InvoiceNumber));
        Add("11", InvoiceDate is { } date ? Day(date) : "");
        Add("20", Escaped(CustomerReference));
        Add("30", Uid);
        Add("31", SuppliedFrom is { } from ? Day(from) + (SuppliedUntil is { } until && until != from ? Day(until) : "") : "");
        Add("32", string.Join(';', Rates.Select(Pair)));
        Add("33", string.Join(';', ImportTaxes.Select(Pair)));
        Add("40", string.Join(';', Conditions.Select(c =>
            $"{PaymentCodeText.Figure(c.Discount.Value)}:{c.Days.ToString(CultureInfo.InvariantCulture)}")));
        return text.Length == 4 ? "" : text.ToString();

        void Add(string tag, string value)
        {
            if (value.Length > 0) text.Append('/').Append(tag).Append('/').Append(value);
        }
    }

    private static string Pair(SwicoRate rate) =>
        PaymentCodeText.Figure(rate.Rate.Value) + (rate.Amount is { } amount ? ":" + PaymentCodeText.Figure(amount.Amount) : "");

    private static string Day(LocalDate day) => day.ToString("yyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("/", "\\/");

    private static EquatableArray<SwicoCondition> ConditionsOf(Invoice invoice)
    {
        if (invoice.Instalments.Count != 1) return default;
        var instalment = invoice.Instalments[0];
        return instalment.Discounts
            .Select(d => new SwicoCondition { Discount = d.Percentage, Days = Days(d.Until) })
            .Append(new() { Discount = Percentage.Zero, Days = Days(instalment.DueDate) })
            .ToEquatableArray();

        int Days(LocalDate until) => Period.DaysBetween(invoice.DocumentDate, until);
    }
}
