using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// What a document is, as a code of UNCL 1001 (EN 16931 BT-3). The list grows without us; what is known of a code stands in
/// a table here, and codes without a row are not posted.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<DocumentType>))]
public readonly record struct DocumentType : IStringCode<DocumentType>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 3 digits.</exception>
    public DocumentType(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 3 || !value.All(char.IsAsciiDigit))
            throw new ArgumentException($"A document type has 1 to 3 digits: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>380: a commercial invoice; the final invoice of a prepaid supply as well.</summary>
    public static DocumentType Invoice { get; } = new("380");

    /// <summary>326: an invoice over a part of a supply.</summary>
    public static DocumentType Partial { get; } = new("326");

    /// <summary>386: asks for money before the supply; it is no revenue, and its tax falls due when it is paid.</summary>
    public static DocumentType Prepayment { get; } = new("386");

    /// <summary>389: made by the buyer in the supplier's name, under the buyer's numbers.</summary>
    public static DocumentType SelfBilled { get; } = new("389");

    /// <summary>384: corrects an invoice, by replacing it or by the difference.</summary>
    public static DocumentType Corrective { get; } = new("384");

    /// <summary>383: bills what an invoice billed too little.</summary>
    public static DocumentType DebitNote { get; } = new("383");

    /// <summary>84: interest and fees. Damages are outside tax, interest for an agreed plan is exempt.</summary>
    public static DocumentType FeeNote { get; } = new("84");

    /// <summary>393: the receivable was sold; the buyer pays the factor.</summary>
    public static DocumentType Factored { get; } = new("393");

    /// <summary>381: takes an invoice back, in whole or in part.</summary>
    public static DocumentType CreditNote { get; } = new("381");

    /// <summary>261: takes a self-billed invoice back.</summary>
    public static DocumentType SelfBilledCreditNote { get; } = new("261");

    /// <summary>325: looks like an invoice and is none: without a legal number, without a posting.</summary>
    public static DocumentType ProForma { get; } = new("325");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <summary>True when the code is in the table.</summary>
    [JsonIgnore]
    public bool IsKnown => DocumentTypes.Find(this) is not null;

    /// <summary>True for documents that take money back.</summary>
    [JsonIgnore]
    public bool IsCredit => DocumentTypes.Find(this) is { IsCredit: true };

    /// <summary>True when a draft of this type gets a number of the legal series and is posted to the ledger.</summary>
    [JsonIgnore]
    public bool IsPosted => DocumentTypes.Find(this) is { IsPosted: true };

    /// <summary>True when the buyer makes the document, so that its number is of the buyer's series.</summary>
    [JsonIgnore]
    public bool IsSelfBilled => this == SelfBilled || this == SelfBilledCreditNote;

    /// <summary>True when the document must cite another one (BG-3) and say why.</summary>
    [JsonIgnore]
    public bool CitesOriginal => DocumentTypes.Find(this) is { CitesOriginal: true };

    /// <summary>For people: <c>Prepayment invoice</c>; the code when it is not known.</summary>
    [JsonIgnore]
    public string Title => DocumentTypes.Find(this)?.Title ?? $"Document {Value}";

    /// <inheritdoc/>
    public static DocumentType Of(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
