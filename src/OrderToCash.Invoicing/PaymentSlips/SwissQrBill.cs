using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// The content of the QR code of a Swiss QR-bill: SIX, "Swiss Implementation Guidelines for the QR-bill" version 2.3, code
/// version 0200. This is the text; drawing it with the Swiss cross is the host's.
/// </summary>
public sealed record SwissQrBill
{
    /// <summary>The most characters of a code.</summary>
    public const int MaxCharacters = 997;

    private const int MaxAdditional = 140;
    private static readonly string[] NoAddress = ["", "", "", "", "", "", ""];

    /// <summary>The account: an IBAN or QR-IBAN of Switzerland or Liechtenstein.</summary>
    public required Iban Iban { get; init; }

    /// <summary>Who is paid.</summary>
    public required SwissAddress Creditor { get; init; }

    /// <summary>CHF or EUR.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The amount, 0.01 to 999,999,999.99; null lets the payer fill it in.</summary>
    public Money? Amount { get; init; }

    /// <summary>Who pays; null lets the payer fill it in.</summary>
    public SwissAddress? Debtor { get; init; }

    /// <summary>A QR reference with a QR-IBAN; a creditor reference (RF) or nothing with another IBAN.</summary>
    public string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>The unstructured message; with the billing information at most 140 characters.</summary>
    public string Message { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// Billing information in the syntax of Swico, such as <see cref="SwicoBillInformation.Write"/> gives; empty for none.
    /// </summary>
    public string BillInformation { get; init => field = value ?? ""; } = "";

    /// <summary>Parameters of alternative schemes, at most two of 100 characters: <c>eBill/B/...</c>.</summary>
    public EquatableArray<string> AlternativeSchemes { get; init; }

    /// <summary><c>QRR</c>, <c>SCOR</c> or <c>NON</c>, as account and reference say.</summary>
    [JsonIgnore]
    public string ReferenceType => CreditorAccount.IsQr(Iban) ? "QRR" : Reference.Length > 0 ? "SCOR" : "NON";

    /// <summary>
    /// The bill for an invoice: what is payable, with its reference and its Swico information. Whether the invoice can be
    /// paid so is for <see cref="Check"/>.
    /// </summary>
    public static SwissQrBill For(Invoice invoice, CreditorAccount account)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(account);
        var information = SwicoBillInformation.Of(invoice).Write();
        return new()
        {
            Iban = account.Iban,
            Creditor = SwissAddress.Of(invoice.Seller),
            Currency = invoice.Currency,
            Amount = invoice.Totals.Payable,
            Debtor = SwissAddress.Of(invoice.Buyer),
            Reference = invoice.PaymentReference,
            BillInformation = information.IsSuccess && information.Value.Length <= MaxAdditional ? information.Value : "",
        };
    }

    /// <summary>
    /// All that stands against it: <see cref="PaymentCodeErrors.FieldMissing"/>, <see cref="PaymentCodeErrors.FieldTooLong"/>,
    /// <see cref="PaymentCodeErrors.FieldInvalid"/>, <see cref="PaymentCodeErrors.CharacterNotAllowed"/>,
    /// <see cref="PaymentCodeErrors.AmountOutOfRange"/>, <see cref="PaymentCodeErrors.CurrencyNotAllowed"/>,
    /// <see cref="PaymentCodeErrors.AccountNotAllowed"/>, <see cref="PaymentCodeErrors.ReferenceMismatch"/>,
    /// <see cref="PaymentCodeErrors.TooLong"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Iban.IsNone) findings.Add(PaymentCodeErrors.FieldMissing.At("iban", ("field", "IBAN")));
        else if (Iban.Country.Value is not ("CH" or "LI"))
            findings.Add(PaymentCodeErrors.AccountNotAllowed.At("iban", ("country", Iban.Country)));
        Creditor.Check("creditor", findings);
        Debtor?.Check("debtor", findings);
        if (Currency.Code is not ("CHF" or "EUR"))
            findings.Add(PaymentCodeErrors.CurrencyNotAllowed.At("currency", ("currency", Currency)));
        if (Amount is { } amount && amount.Currency != Currency)
            findings.Add(PaymentCodeErrors.CurrencyNotAllowed.At("amount", ("currency", amount.Currency)));
        PaymentCodeText.Amount(findings, Amount);
        if (!ReferenceFits()) findings.Add(PaymentCodeErrors.ReferenceMismatch.At("reference", ("reference", Reference)));
        CheckAdditional(findings);
        var length = Compose().EnumerateRunes().Count();
        if (length > MaxCharacters)
            findings.Add(PaymentCodeErrors.TooLong.With(("length", length), ("unit", "characters"), ("most", MaxCharacters)));
        return [.. findings];
    }

    /// <summary>
    /// The text: 31 elements and what follows them, a line feed between, none at the end. Refused with all of
    /// <see cref="Check"/>.
    /// </summary>
    public Result<string> Write() => Result.Validated(Compose(), Check());

    /// <summary>
    /// The characters allowed: Basic Latin, Latin-1 Supplement and Latin Extended-A without controls, the Romanian letters
    /// with comma below, the euro sign.
    /// </summary>
    internal static bool IsAllowed(Rune rune) => rune.Value
        is >= 0x20 and <= 0x7E or >= 0xA0 and <= 0x17F or >= 0x218 and <= 0x21B or 0x20AC;

    private bool ReferenceFits() => ReferenceType switch
    {
        "QRR" => ReferenceSchemes.SwissQr.IsValid(Reference),
        "SCOR" => ReferenceSchemes.Creditor.IsValid(Reference),
        _ => true,
    };

    private void CheckAdditional(List<DomainError> findings)
    {
        PaymentCodeText.Field(findings, "message", "message", Message, MaxAdditional, IsAllowed);
        PaymentCodeText.Field(findings, "billInformation", "billing information", BillInformation, MaxAdditional, IsAllowed);
        if (Message.Length <= MaxAdditional && BillInformation.Length <= MaxAdditional)
            PaymentCodeText.Length(findings, "message", "message with billing information", Message + BillInformation,
                MaxAdditional);
        if (BillInformation.Length is > 0 and < 4
            || BillInformation.Length > 0 && !BillInformation.StartsWith("//", StringComparison.Ordinal))
            findings.Add(PaymentCodeErrors.FieldInvalid.At("billInformation",
                ("field", "billing information (// and two signs of its issuer)"), ("value", BillInformation)));
        if (AlternativeSchemes.Count > 2)
            findings.Add(PaymentCodeErrors.FieldTooLong.At("alternativeSchemes",
                ("field", "The list of alternative schemes"), ("length", AlternativeSchemes.Count), ("most", 2)));
        for (var i = 0; i < AlternativeSchemes.Count; i++)
            PaymentCodeText.Field(findings, $"alternativeSchemes[{i}]", "alternative scheme", AlternativeSchemes[i], 100,
                IsAllowed, true);
    }

    private string Compose()
    {
        var amount = Amount is { } money ? money.Amount.ToString("0.00", CultureInfo.InvariantCulture) : "";
        var reference = string.Concat(Reference.Where(c => c != ' ')).ToUpperInvariant();
        string[] elements =
        [
            "SPC", "0200", "1", Iban.Value, .. Creditor.Elements, .. NoAddress,
            amount, Currency.Code, .. Debtor?.Elements ?? NoAddress,
            ReferenceType, reference, Message, "EPD",
        ];
        var isPlain = AlternativeSchemes.IsEmpty && BillInformation.Length == 0;
        return string.Join('\n', isPlain ? elements : [.. elements, BillInformation, .. AlternativeSchemes]);
    }
}
