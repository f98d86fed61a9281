namespace OrderToCash.Receivables;

/// <summary>
/// Which column of a file of opening balances is what. Columns are named by their heading, whatever its case; an empty name is a
/// column the file does not have.
/// </summary>
public sealed record OpeningColumns
{
    /// <summary>The customer; needed.</summary>
    public string Customer { get; init => field = value ?? "customer"; } = "customer";

    /// <summary>The number of the document; needed.</summary>
    public string Document { get; init => field = value ?? "document"; } = "document";

    /// <summary>The date on the document; needed.</summary>
    public string DocumentDate { get; init => field = value ?? "documentDate"; } = "documentDate";

    /// <summary>What is open, credits below zero; needed.</summary>
    public string Amount { get; init => field = value ?? "amount"; } = "amount";

    /// <summary>The last day to pay; where the file has none, or the field is empty, the document date.</summary>
    public string DueDate { get; init => field = value ?? "dueDate"; } = "dueDate";

    /// <summary>The currency of the amount; where the file has none, or the field is empty, that of the books.</summary>
    public string Currency { get; init => field = value ?? "currency"; } = "currency";

    /// <summary>The same amount in the currency of the books.</summary>
    public string Functional { get; init => field = value ?? "functional"; } = "functional";

    /// <summary>
    /// How much of the books' currency one unit of the document's currency was, where no functional amount is given.
    /// </summary>
    public string Rate { get; init => field = value ?? "rate"; } = "rate";

    /// <summary>The number of the instalment, from 1.</summary>
    public string Instalment { get; init => field = value ?? "instalment"; } = "instalment";

    /// <summary>The structured reference the customer was asked to pay with.</summary>
    public string PaymentReference { get; init => field = value ?? "reference"; } = "reference";

    /// <summary>
    /// The id of the open item; where the file has none, or the field is empty, it is made of customer, document and instalment.
    /// </summary>
    public string Item { get; init => field = value ?? "item"; } = "item";

    /// <summary>Between the fields; the default is a comma.</summary>
    public char Delimiter { get; init => field = value == default ? ',' : value; } = ',';

    /// <summary>
    /// Before the decimals of an amount; the default is a point. Blanks and the other of comma and point group.
    /// </summary>
    public char DecimalSeparator { get; init => field = value == default ? '.' : value; } = '.';

    /// <summary>How dates are written, as NodaTime's patterns have it: <c>dd.MM.yyyy</c>; empty for ISO 8601.</summary>
    public string DatePattern { get; init => field = value ?? ""; } = "";

    internal IEnumerable<(string Name, bool IsNeeded)> Names() =>
    [
        (Customer, true), (Document, true), (DocumentDate, true), (Amount, true), (DueDate, false), (Currency, false),
        (Functional, false), (Rate, false), (Instalment, false), (PaymentReference, false), (Item, false),
    ];
}
