namespace OrderToCash.Matching;

/// <summary>
/// Money that came in, as a row: what <see cref="IncomingPayment"/> says, without objects, for runs over millions. One reference
/// instead of claims; who has an advice with several claims uses the objects.
/// </summary>
public readonly record struct PaymentRow
{
    /// <summary>The host's number; unique in a run. Between equals the lower comes first.</summary>
    public required long Number { get; init; }

    /// <summary>What arrived; zero or less is not cash.</summary>
    public required Money Amount { get; init; }

    /// <summary>The value date.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>The payer when somebody or something certain says so; default when nobody does.</summary>
    public CustomerId Payer { get; init; }

    /// <summary>
    /// The number of our own that the money arrived at, where it may be one given to the payer; null or empty when it is not.
    /// </summary>
    public string? ReceivingAccount { get; init; }

    /// <summary>The other side's account; null or empty when unknown.</summary>
    public string? Account { get; init; }

    /// <summary>The structured reference; null or empty when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The text the payer wrote; null or empty when there is none.</summary>
    public string? Text { get; init; }

    /// <summary>The items a person said it is not for: never applied and never suggested for it.</summary>
    public EquatableArray<OpenItemId> Rejected { get; init; }

    /// <summary>Rows of the same bank line have the same number; 0 when the bank gives none.</summary>
    public long BankLine { get; init; }

    /// <summary>True when the bank takes an earlier entry back.</summary>
    public bool IsReversal { get; init; }
}
