using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>An account of the seller's that invoices are paid to, and how the references of its payments are made.</summary>
public sealed partial record CreditorAccount
{
    /// <summary>Whose account it is.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The currency it is for; null is any.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>Its bank; none where the IBAN is enough.</summary>
    public Bic Bic { get; init; }

    /// <summary>
    /// The scheme agreed with the bank: a code of <see cref="ReferenceSchemes"/>; empty for payments without reference.
    /// </summary>
    public string Scheme { get; init => field = value ?? ""; } = "";

    /// <summary>What references are made of; the invoice number unless said.</summary>
    public ReferenceSource Source { get; init; }

    /// <summary>What every reference begins with, such as the number the bank gave to the seller; empty for nothing.</summary>
    public string Prefix { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// How many digits the customer number has in a reference, filled with zeros, where source is
    /// <see cref="ReferenceSource.CustomerAndInvoice"/>: without a fixed width customer 1, invoice 23 and customer 12, invoice 3
    /// would be one reference.
    /// </summary>
    public int CustomerDigits { get; init; }

    /// <summary>
    /// The digits of the number series, for schemes without letters. Empty: the letters in front of a number are dropped,
    /// which is safe for one series.
    /// </summary>
    public EquatableArray<ReferenceSeries> Series { get; init; }

    /// <summary>
    /// True for a QR-IBAN: of Switzerland or Liechtenstein, bank number 30000 to 31999 (SIX, Implementation Guidelines QR-bill).
    /// Payments to it carry a QR reference and nothing else.
    /// </summary>
    [JsonIgnore]
    public bool IsQrIban => IsQr(Iban);

    internal static bool IsQr(Iban iban) =>
        iban.Country.Value is "CH" or "LI" && string.CompareOrdinal(iban.BankId, "30000") >= 0
        && string.CompareOrdinal(iban.BankId, "31999") <= 0;
}
