namespace OrderToCash.Banking;

/// <summary>
/// What the columns of a payer's remittance list mean: one row for each document paid. A column is named by its heading, or by
/// its position from 1 (<c>"3"</c>) where there are no headings; an empty name means that there is no such column. Rows that
/// stand together with the same number, reference, payer and currency are one advice.
/// </summary>
public sealed record RemittanceCsvMapping
{
    /// <summary>What separates the columns.</summary>
    public char Delimiter { get => field == default ? ',' : field; init => field = value == ',' ? default : value; }

    /// <summary>Lines in front of the headings, or of the first row, that are passed over.</summary>
    public int LinesToSkip { get; init; }

    /// <summary>True when there is no line of headings.</summary>
    public bool HasNoHeadings { get; init; }

    /// <summary>The currency of all rows (ISO 4217); empty when a column says it.</summary>
    public string Currency { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the currency.</summary>
    public string CurrencyColumn { get; init => field = value ?? ""; } = "";

    /// <summary>How dates are written, as a NodaTime pattern: <c>uuuu-MM-dd</c>, <c>dd.MM.uuuu</c>, <c>MM/dd/uuuu</c>.</summary>
    public string DatePattern { get => field ?? "uuuu-MM-dd"; init => field = value == "uuuu-MM-dd" ? null! : value; }

    /// <summary>The decimal separator.</summary>
    public char DecimalSeparator { get => field == default ? '.' : field; init => field = value == '.' ? default : value; }

    /// <summary>The column of the document paid.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The column of what is paid on it: invoices above zero, credit notes below.</summary>
    public required string Paid { get; init; }

    /// <summary>The column of what the document asks for.</summary>
    public string Gross { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the early-payment discount taken; its sign is not looked at, it has that of the row.</summary>
    public string Discount { get; init => field = value ?? ""; } = "";

    /// <summary>The column of what is taken off for other reasons, above zero.</summary>
    public string Deduction { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the reason of the deduction.</summary>
    public string DeductionReason { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the document's date.</summary>
    public string DocumentDate { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the payer's own reference, such as its order.</summary>
    public string PayerReference { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the number of the advice.</summary>
    public string Number { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the reference the payment itself carries.</summary>
    public string PaymentReference { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the day of the advice or of the payment.</summary>
    public string Date { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the payer's name.</summary>
    public string PayerName { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the payer's number.</summary>
    public string PayerId { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the payer's account.</summary>
    public string PayerAccount { get; init => field = value ?? ""; } = "";

    /// <summary>Everything that keeps it from being used (<see cref="BankFileErrors.MappingInvalid"/>).</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(DocumentNumber)) Find("documentNumber", "names no column for the document");
        if (string.IsNullOrWhiteSpace(Paid)) Find("paid", "names no column for what is paid");
        if (Currency.Length == 0 && CurrencyColumn.Length == 0) Find("currency", "names neither a currency nor its column");
        if (Currency.Length > 0 && !Primitives.Currency.TryOf(Currency, out _))
            Find("currency", $"has the unknown currency {Currency}");
        if (DeductionReason.Length > 0 && Deduction.Length == 0) Find("deduction", "names a reason without a deduction");
        if (LinesToSkip < 0) Find("linesToSkip", "skips fewer than no lines");
        if (!CsvText.TryPattern(DatePattern, out _)) Find("datePattern", $"has the date pattern '{DatePattern}', which is none");
        return [.. findings];

        void Find(string target, string what) => findings.Add(BankFileErrors.MappingInvalid.At(target, ("what", what)));
    }

    internal IEnumerable<string> Columns =>
    [
        CurrencyColumn, DocumentNumber, Paid, Gross, Discount, Deduction, DeductionReason, DocumentDate, PayerReference,
        Number, PaymentReference, Date, PayerName, PayerId, PayerAccount,
    ];
}
