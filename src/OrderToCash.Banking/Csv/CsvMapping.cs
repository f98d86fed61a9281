namespace OrderToCash.Banking;

/// <summary>
/// What the columns of a bank's CSV mean. A column is named by its heading, or by its position from 1 (<c>"3"</c>) where there
/// are no headings; an empty name means that the bank has no such column. It is data: load it from JSON, check it once.
/// </summary>
public sealed record CsvMapping
{
    /// <summary>What separates the columns.</summary>
    public char Delimiter { get => field == default ? ',' : field; init => field = value == ',' ? default : value; }

    /// <summary>Lines in front of the headings, or of the first row, that are passed over.</summary>
    public int LinesToSkip { get; init; }

    /// <summary>True when there is no line of headings.</summary>
    public bool HasNoHeadings { get; init; }

    /// <summary>The account; empty when a column says it.</summary>
    public string Account { get; init => field = value ?? ""; } = "";

    /// <summary>The account's currency (ISO 4217); empty when a column says it.</summary>
    public string Currency { get; init => field = value ?? ""; } = "";

    /// <summary>How dates are written, as a NodaTime pattern: <c>uuuu-MM-dd</c>, <c>dd.MM.uuuu</c>, <c>MM/dd/uuuu</c>.</summary>
    public string DatePattern { get => field ?? "uuuu-MM-dd"; init => field = value == "uuuu-MM-dd" ? null! : value; }

    /// <summary>The decimal separator.</summary>
    public char DecimalSeparator { get => field == default ? '.' : field; init => field = value == '.' ? default : value; }

    /// <summary>The column of the booking date.</summary>
    public required string BookedOn { get; init; }

    /// <summary>The column of the value date.</summary>
    public string ValueOn { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the signed amount, or of the unsigned one beside <see cref="Direction"/>.</summary>
    public string Amount { get; init => field = value ?? ""; } = "";

    /// <summary>The column of money in, where there are two.</summary>
    public string Credit { get; init => field = value ?? ""; } = "";

    /// <summary>The column of money out, where there are two.</summary>
    public string Debit { get; init => field = value ?? ""; } = "";

    /// <summary>The column that says whether it is money in or out.</summary>
    public string Direction { get; init => field = value ?? ""; } = "";

    /// <summary>What the direction says for money out; anything else but <see cref="CreditMark"/> is refused.</summary>
    public string DebitMark { get => field ?? "D"; init => field = value == "D" ? null! : value; }

    /// <summary>What the direction says for money in.</summary>
    public string CreditMark { get => field ?? "C"; init => field = value == "C" ? null! : value; }

    /// <summary>The column of the account.</summary>
    public string AccountColumn { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The column of the own account number the money was sent to, such as a virtual IBAN
    /// (<see cref="BankEntry.VirtualAccount"/>).
    /// </summary>
    public string VirtualAccount { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the currency.</summary>
    public string CurrencyColumn { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the balance after the row: the totals are checked by it.</summary>
    public string Balance { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the amount in the currency it was ordered in, where that is another one.</summary>
    public string OriginalAmount { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the currency of <see cref="OriginalAmount"/>.</summary>
    public string OriginalCurrency { get; init => field = value ?? ""; } = "";

    /// <summary>The column of what the bank kept back.</summary>
    public string Charges { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the mandate of a collection.</summary>
    public string MandateId { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the other side's name.</summary>
    public string CounterpartyName { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the other side's account.</summary>
    public string CounterpartyAccount { get; init => field = value ?? ""; } = "";

    /// <summary>The columns of what the payer wrote, joined by a blank.</summary>
    public EquatableArray<string> Text { get; init; }

    /// <summary>The column of the bank's reference: it makes rows the same when they are read again.</summary>
    public string BankReference { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the end-to-end id.</summary>
    public string EndToEndId { get; init => field = value ?? ""; } = "";

    /// <summary>The column of the bank's code for the kind of transaction.</summary>
    public string TransactionCode { get; init => field = value ?? ""; } = "";

    /// <summary>Everything that keeps it from being used (<see cref="BankFileErrors.MappingInvalid"/>).</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(BookedOn)) Find("bookedOn", "names no column for the booking date");
        if (Amount.Length == 0 && (Credit.Length == 0 || Debit.Length == 0))
            Find("amount", "names neither a column for the amount nor one for money in and one for money out");
        if (Direction.Length > 0 && Amount.Length == 0) Find("direction", "names a direction without an amount");
        if (OriginalAmount.Length > 0 != OriginalCurrency.Length > 0)
            Find("originalAmount", "names an original amount without its currency, or the other way round");
        if (Account.Length == 0 && AccountColumn.Length == 0) Find("account", "names neither an account nor its column");
        if (Currency.Length == 0 && CurrencyColumn.Length == 0) Find("currency", "names neither a currency nor its column");
        if (Currency.Length > 0 && !Primitives.Currency.TryOf(Currency, out _))
            Find("currency", $"has the unknown currency {Currency}");
        if (LinesToSkip < 0) Find("linesToSkip", "skips fewer than no lines");
        if (!CsvText.TryPattern(DatePattern, out _)) Find("datePattern", $"has the date pattern '{DatePattern}', which is none");
        return [.. findings];

        void Find(string target, string what) => findings.Add(BankFileErrors.MappingInvalid.At(target, ("what", what)));
    }

    internal IEnumerable<string> Columns =>
    [
        BookedOn, ValueOn, Amount, Credit, Debit, Direction, AccountColumn, CurrencyColumn, Balance,
        CounterpartyName, CounterpartyAccount, .. Text, BankReference, EndToEndId, TransactionCode, OriginalAmount,
        OriginalCurrency, Charges, MandateId, VirtualAccount,
    ];
}
