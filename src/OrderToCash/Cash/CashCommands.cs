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
