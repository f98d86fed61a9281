using System.Text;

namespace OrderToCash.Invoicing;

/// <summary>
/// The content of a QR code that fills in a SEPA credit transfer: European Payments Council, EPC069-12 version 3.1 (19 March
/// 2024), "Quick Response Code: Guidelines to Enable the Data Capture for the Initiation of a SEPA Credit Transfer". This is
/// the text; drawing it (error correction level M) is the host's.
/// </summary>
public sealed record EpcPaymentCode
{
    /// <summary>The most bytes of a code.</summary>
    public const int MaxBytes = 331;

    private static readonly string[] OutsideUnion = ["IS", "LI", "NO"];

    /// <summary>True writes version 001, which needs the BIC; false, the default, version 002.</summary>
    public bool IsVersion1 { get; init; }

    /// <summary>The character set; UTF-8 unless said.</summary>
    public EpcCharacterSet CharacterSet { get; init; }

    /// <summary>
    /// The bank of the beneficiary; needed in version 001, and for accounts outside the European Economic Area.
    /// </summary>
    public Bic Bic { get; init; }

    /// <summary>The name of the beneficiary, up to 70 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The account of the beneficiary.</summary>
    public required Iban Iban { get; init; }

    /// <summary>The amount in EUR, 0.01 to 999,999,999.99; null lets the payer fill it in.</summary>
    public Money? Amount { get; init; }

    /// <summary>The purpose, up to 4 letters and digits (ISO 20022 external code); empty for none.</summary>
    public string Purpose { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The structured reference, up to 35 characters; empty for none. Beginning with RF it must be a valid one.
    /// </summary>
    public string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>The remittance text, up to 140 characters; empty for none. Not together with a reference.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>A message to the payer, up to 70 characters; empty for none.</summary>
    public string Information { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The code for an invoice: what is payable, with the invoice's reference, or its number as text when it has none.
    /// Whether the invoice can be paid so is for <see cref="Check"/>.
    /// </summary>
    public static EpcPaymentCode For(Invoice invoice, CreditorAccount account)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(account);
        return new()
        {
            Name = invoice.Seller.Name,
            Iban = account.Iban,
            Bic = account.Bic,
            Amount = invoice.Totals.Payable,
            Reference = invoice.PaymentReference,
            Text = invoice.PaymentReference.Length > 0 ? "" : invoice.Number.Value,
        };
    }

    /// <summary>
    /// All that stands against it: <see cref="PaymentCodeErrors.FieldMissing"/>, <see cref="PaymentCodeErrors.FieldTooLong"/>,
    /// <see cref="PaymentCodeErrors.FieldInvalid"/>, <see cref="PaymentCodeErrors.CharacterNotAllowed"/>,
    /// <see cref="PaymentCodeErrors.AmountOutOfRange"/>, <see cref="PaymentCodeErrors.CurrencyNotAllowed"/>,
    /// <see cref="PaymentCodeErrors.ReferenceAndText"/>, <see cref="PaymentCodeErrors.BicMissing"/>,
    /// <see cref="PaymentCodeErrors.TooLong"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        PaymentCodeText.Field(findings, "name", "name", Name, 70, IsAllowed, isRequired: true);
        if (Iban.IsNone) findings.Add(PaymentCodeErrors.FieldMissing.At("iban", ("field", "IBAN")));
        CheckBic(findings);
        if (Amount is { } amount && amount.Currency != Currency.Eur)
            findings.Add(PaymentCodeErrors.CurrencyNotAllowed.At("amount", ("currency", amount.Currency)));
        else PaymentCodeText.Amount(findings, Amount);
        if (Purpose.Length > 4 || !Purpose.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            findings.Add(PaymentCodeErrors.FieldInvalid.At("purpose", ("field", "purpose"), ("value", Purpose)));
        PaymentCodeText.Field(findings, "reference", "reference", Reference, 35, IsAllowed);
        if (Reference.StartsWith("RF", StringComparison.Ordinal) && !ReferenceSchemes.Creditor.IsValid(Reference))
            findings.Add(PaymentCodeErrors.FieldInvalid.At("reference", ("field", "creditor reference"), ("value", Reference)));
        PaymentCodeText.Field(findings, "text", "text", Text, 140, IsAllowed);
        if (Reference.Length > 0 && Text.Length > 0) findings.Add(PaymentCodeErrors.ReferenceAndText.At("text"));
        PaymentCodeText.Field(findings, "information", "information", Information, 70, IsAllowed);
        var bytes = Encoding.GetByteCount(Compose());
        if (bytes > MaxBytes)
            findings.Add(PaymentCodeErrors.TooLong.With(("length", bytes), ("unit", "bytes"), ("most", MaxBytes)));
        return [.. findings];
    }

    /// <summary>
    /// The text: up to twelve elements, a line feed between them, none behind the last that is filled. Refused with all of
    /// <see cref="Check"/>.
    /// </summary>
    public Result<string> Write() => Result.Validated(Compose(), Check());

    /// <summary>
    /// The text in its character set: what goes into the code byte by byte. Refused with all of <see cref="Check"/>.
    /// </summary>
    public Result<EquatableArray<byte>> Encode() => Write().Map(text => EquatableArray.Create<byte>(Encoding.GetBytes(text)));

    private Encoding Encoding => CharacterSet == EpcCharacterSet.Latin1 ? Encoding.Latin1 : Encoding.UTF8;

    private bool IsAllowed(Rune rune) => CharacterSet == EpcCharacterSet.Utf8 || rune.Value <= 0xFF;

    private void CheckBic(List<DomainError> findings)
    {
        if (!Bic.IsNone) return;
        if (IsVersion1) findings.Add(PaymentCodeErrors.BicMissing.At("bic", ("reason", "version 001 always does")));
        else if (!Iban.IsNone && !IsInEconomicArea(Iban.Country))
            findings.Add(PaymentCodeErrors.BicMissing.At("bic",
                ("reason", $"{Iban.Country} is outside the European Economic Area")));
    }

    // The members of today: EPC069-12 has no dates, and a code is paid when it is scanned.
    private static bool IsInEconomicArea(CountryCode country) =>
        OutsideUnion.Contains(country.Value) || Countries.IsInEuropeanUnion(country, LocalDate.MaxIsoValue);

    private string Compose()
    {
        string[] elements =
        [
            "BCD", IsVersion1 ? "001" : "002", CharacterSet == EpcCharacterSet.Latin1 ? "2" : "1", "SCT", Bic.Value, Name,
                Iban.Value,
            Amount is { } amount ? "EUR" + PaymentCodeText.Figure(amount.Amount) : "", Purpose, Reference, Text, Information,
        ];
        return string.Join('\n', elements).TrimEnd('\n');
    }
}
