using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>What a cash plan would do with one bank line.</summary>
public sealed record PlannedPayment
{
    /// <summary>The bank's line.</summary>
    public required BankEntry Entry { get; init; }

    /// <summary>The id the payment has or would have in the books: stable for the line.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>What would be done.</summary>
    public required PaymentTreatment Treatment { get; init; }

    /// <summary>The customer it would be booked on; none where nothing is booked.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>
    /// The customers whose own number the money arrived at, by the directory of payers; empty when it is nobody's.
    /// </summary>
    public EquatableArray<CustomerId> ReceivingCustomers { get; init; }

    /// <summary>The matching engine's decision; null where it was not asked.</summary>
    public MatchDecision? Decision { get; init; }

    /// <summary>The payment that a returned line takes back; none elsewhere.</summary>
    public PaymentId Returns { get; init; }

    /// <summary>The refund that a line pays or brings back; none elsewhere.</summary>
    public RefundId Refund { get; init; }

    /// <summary>Why nothing is booked; null elsewhere.</summary>
    public DomainError? Refusal { get; init; }

    /// <summary>
    /// Why a person has to say what the money is for: it is booked on the account for unidentified money, and nothing is applied;
    /// null elsewhere.
    /// </summary>
    public DomainError? Doubt { get; init; }

    /// <summary>True when the order of debts of the policy decided what is applied, because the payer named nothing.</summary>
    public bool IsImputed { get; init; }

    /// <summary>True when a person chose what would be applied.</summary>
    public bool ChosenByPerson { get; init; }

    /// <summary>What the payer keeps back of what would be applied, and why (<see cref="CashPlan.Deductions"/>).</summary>
    public EquatableArray<ClaimedDeduction> Deductions { get; init; }

    /// <summary>What would be applied: the engine's allocations where it is sure, else none.</summary>
    public EquatableArray<MatchAllocation> Allocations { get; init; }
}
