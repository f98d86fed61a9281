using OrderToCash.Banking;
using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>A payment on account, the advice that came for it, and what becomes of it.</summary>
public sealed record AdvisedPayment
{
    /// <summary>The payment.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>Whose money it is booked as.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What the payer sent; several advices that are the payment together are one, with the lines of all.</summary>
    public required RemittanceAdvice Advice { get; init; }

    /// <summary>The matching engine's decision.</summary>
    public required MatchDecision Decision { get; init; }

    /// <summary>
    /// What would be applied: the engine's allocations where it is sure and some of the items are this customer's, or nobody
    /// knew whose the money is; what is of others is transferred to them.
    /// </summary>
    public EquatableArray<MatchAllocation> Allocations { get; init; }

    /// <summary>What the payer keeps back of it, and why (<see cref="AdvicePlan.Deductions"/>).</summary>
    public EquatableArray<ClaimedDeduction> Deductions { get; init; }
}
