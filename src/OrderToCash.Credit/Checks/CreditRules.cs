namespace OrderToCash.Credit;

/// <summary>The rules of a check, in the order their reasons are given.</summary>
internal static class CreditRules
{
    internal static Func<CreditDecision, CreditPolicy, CreditCheckReason?>[] All { get; } =
        [Insolvent, Limit, Overdue, NewCustomer];

    private static CreditCheckReason? Insolvent(CreditDecision decision, CreditPolicy policy) => decision.Facts.IsInsolvent
        ? Reason(policy.WhenInsolvent, CreditErrors.Insolvent.With(("amount", decision.Amount)))
        : null;

    private static CreditCheckReason? Limit(CreditDecision decision, CreditPolicy policy)
    {
        if (decision.Limit.In(decision.Amount.Currency) is not { } limit) return null;
        var (after, exposure) = (decision.ExposureAfter, decision.Exposure.Total);
        if (after > limit)
            return Reason(policy.AboveLimit,
                CreditErrors.LimitExceeded.With(("amount", decision.Amount), ("exposure", exposure), ("limit", limit)));
        if (policy.WarnAbove is { } share && after.Amount > limit.Amount * share.Fraction)
            return Reason(CreditOutcome.ApproveWithWarning, CreditErrors.LimitNear.With(
                ("amount", decision.Amount), ("exposure", exposure), ("share", share), ("limit", limit)));
        return null;
    }

    private static CreditCheckReason? Overdue(CreditDecision decision, CreditPolicy policy) =>
        policy.MaxOverdueDays is { } bound && decision.Facts.OldestOverdueDays > bound
            ? Reason(policy.WhenOverdue, CreditErrors.Overdue.With(("days", decision.Facts.OldestOverdueDays), ("bound", bound)))
            : null;

    private static CreditCheckReason? NewCustomer(CreditDecision decision, CreditPolicy policy) =>
        decision.Facts.IsNewCustomer && policy.MaxNewCustomerOrder is { } bound && decision.Amount > bound
            ? Reason(policy.WhenNewCustomerOrderTooLarge,
                CreditErrors.NewCustomerOrderTooLarge.With(("amount", decision.Amount), ("bound", bound)))
            : null;

    private static CreditCheckReason Reason(CreditOutcome? outcome, DomainError error) =>
        new() { Outcome = outcome ?? CreditOutcome.Hold, Error = error };
}
