using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>
/// Books money that came in, and applies it to what it is for. Keyed by the bank line: importing it again books nothing.
/// </summary>
public sealed record BookPayment : Command
{
    /// <summary>Whose account it came to.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>
    /// The customer it is booked on: the payer, the owner of the items it settles, or the account for unidentified money.
    /// </summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The payment's id.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The bank's line.</summary>
    public required BankEntry Entry { get; init; }

    /// <summary>What it settles; empty to leave it on account.</summary>
    public EquatableArray<MatchAllocation> Allocations { get; init; }

    /// <summary>
    /// The customers whose own number the money arrived at (<see cref="IncomingPayment.ReceivingCustomers"/>); empty when it is
    /// nobody's.
    /// </summary>
    public EquatableArray<CustomerId> ReceivingCustomers { get; init; }

    /// <summary>
    /// What is learned of the payer with it: by a person who chose the allocations, or because the payer named them himself
    /// (<see cref="MatchCase.IsProof"/>); null for nothing.
    /// </summary>
    public MatchSource? Teaches { get; init; }
}

/// <summary>
/// A person says what a payment on account is for: it is applied, and remembered. Money nobody could be named for becomes the
/// customer's whose items it settles.
/// </summary>
public sealed record ConfirmMatch : Command
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What it settles: an alternative of a suggestion, or what the person knows.</summary>
    public required EquatableArray<MatchAllocation> Allocations { get; init; }
}

/// <summary>
/// A person says what a payment is not for: it is never applied to it by itself and never suggested again.
/// </summary>
public sealed record RejectMatch : Command
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The items it is not for.</summary>
    public EquatableArray<OpenItemId> Items { get; init; }

    /// <summary>The customers its payer does not pay for: not this time, nor later from the same account.</summary>
    public EquatableArray<CustomerId> Customers { get; init; }

    /// <summary>Why; empty when nobody says.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}

/// <summary>A person moves money on account to the customer whose it is, and it is remembered.</summary>
public sealed record TransferPayment : Command
{
    /// <summary>The payment, or what was transferred of one before.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>Whose it is.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>How much; null for all that is open.</summary>
    public Money? Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Applies a booked payment later: after an investigation, or to an invoice that came afterwards.</summary>
public sealed record ApplyPayment : Command
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>What it settles.</summary>
    public required EquatableArray<MatchAllocation> Allocations { get; init; }
}

/// <summary>Takes back one application, at its own date.</summary>
public sealed record UnapplyPayment : Command
{
    /// <summary>The application.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>The credit side of it: the payment or credit note.</summary>
    public required OpenItemId Credit { get; init; }

    /// <summary>The business date of the reversal.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Books that the bank took a payment back: everything it settled is open again.</summary>
public sealed record ReturnPayment : Command
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>The bank's line of the return.</summary>
    public required BankEntry Entry { get; init; }
}
