namespace OrderToCash.Invoicing;

/// <summary>How exact a draft must be, and what findings do.</summary>
public sealed record PostingCheckPolicy
{
    /// <summary>True when only what was delivered may be billed; false holds the draft against the order.</summary>
    public bool BillsDeliveredOnly { get; init; }

    /// <summary>How much more than allowed may be billed, of the whole quantity of the order line.</summary>
    public Percentage QuantityTolerance { get; init; }

    /// <summary>How far the net of a line may be off the agreed price, of the agreed amount.</summary>
    public Percentage PriceTolerance { get; init; }

    /// <summary>How far it may be off in any case, at most one amount a currency.</summary>
    public EquatableArray<Money> PriceToleranceAmounts { get; init; }

    /// <summary>
    /// How many days back an invoice counts as a possible duplicate by order number and amount; null is any number.
    /// </summary>
    public int? DuplicateDays { get; init; }

    /// <summary>The severity of codes; those without one hold.</summary>
    public EquatableArray<CodeSeverity> Severities { get; init; }

    /// <summary>
    /// No tolerance; what is billed beyond the delivery, in the wrong currency or twice is refused, a missing order number
    /// warned of, the rest held. Duplicates are looked for a year back.
    /// </summary>
    public static PostingCheckPolicy Strict { get; } = new()
    {
        BillsDeliveredOnly = true,
        DuplicateDays = 365,
        Severities =
        [
            CodeSeverity.Of(PostingCheckErrors.QuantityAboveDelivered, PostingSeverity.Refuse),
            CodeSeverity.Of(PostingCheckErrors.CurrencyDiffers, PostingSeverity.Refuse),
            CodeSeverity.Of(PostingCheckErrors.SameItems, PostingSeverity.Refuse),
            CodeSeverity.Of(PostingCheckErrors.PurchaseOrderMissing, PostingSeverity.Warn),
        ],
    };

    /// <summary>What a code does.</summary>
    public PostingSeverity SeverityOf(string code)
    {
        foreach (var severity in Severities)
            if (severity.Code == code) return severity.Severity;
        return PostingSeverity.Hold;
    }

    internal Money ToleranceIn(Currency currency)
    {
        foreach (var amount in PriceToleranceAmounts)
            if (amount.Currency == currency) return amount;
        return Money.Zero(currency);
    }
}
