namespace OrderToCash.Receivables;

public sealed partial record RefundRequest
{
    /// <summary>
    /// Asks for a refund. Finds all at once: <c>refund.incomplete</c>, <c>other-item</c>, <c>not-a-credit</c>,
    /// <c>amount-not-positive</c>, <c>other-currency</c>, <c>more-than-open</c>, <c>above-limit</c>,
    /// <c>original-route-first</c>.
    /// </summary>
    /// <param name="facts">What is asked.</param>
    /// <param name="credit">The credit.</param>
    /// <param name="claimed">What other requests claim of it and did not use yet.</param>
    /// <param name="policy">Approvals and limits.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<RefundRequest, RefundEvent>> Request(
        RefundFacts facts, OpenItem credit, Money claimed, RefundPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(credit);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = new List<DomainError>();
        if (facts.Refund.IsNone) findings.Add(RefundErrors.Incomplete.At("refund", ("what", "its id")));
        if (string.IsNullOrWhiteSpace(facts.Reason)) findings.Add(RefundErrors.Incomplete.At("reason", ("what", "why")));
        if (!facts.Route.IsWhole) findings.Add(RefundErrors.Incomplete.At("route", ("what", "where the money goes")));
        if (credit.Id != facts.Credit)
            findings.Add(RefundErrors.OtherItem.At("credit",
                ("item", credit.Id), ("credit", facts.Credit), ("refund", facts.Refund)));
        else if (!IsOfKind(credit, facts.Kind))
            findings.Add(RefundErrors.NotACredit.At("credit",
                ("item", credit.Id), ("kind", credit.Kind), ("amount", credit.Amount), ("refund", facts.Kind)));
        else if (Against(facts.Amount, credit, claimed) is { } error) findings.Add(error);
        var needed = policy.ApprovalsFor(facts.Amount);
        findings.AddRange(needed.Errors);
        if (facts.Original is { } original && original != facts.Route && facts.NotOriginalBecause.Length == 0
            && !policy.MayLeaveOriginalRoute)
            findings.Add(RefundErrors.OriginalRouteFirst.At("route", ("original", original), ("route", facts.Route)));
        if (findings.Count > 0) return Result.Failure<Decision<RefundRequest, RefundEvent>>(findings);
        var requested = new RefundRequested
        {
            Refund = facts.Refund, By = by, At = at, LegalEntity = credit.LegalEntity, Customer = credit.Customer, Facts = facts,
            ApprovalsNeeded = needed.Value,
        };
        return Decision.Born<RefundRequest, RefundEvent>(From(requested), requested);
    }

    /// <summary>
    /// Approves it. Refuses <c>refund.wrong-status</c>, <c>refund.needs-another-person</c>: who asked, who approved already, and
    /// parts of the system don't count.
    /// </summary>
    public Result<Decision<RefundRequest, RefundEvent>> Approve(Actor by, Instant at)
    {
        if (Status != RefundStatus.Requested) return Refuse(NotNow());
        return by.IsAutomatic || by.Id == RequestedBy.Id || Approvals.Any(a => a.By == by.Id)
            ? Refuse(RefundErrors.NeedsAnotherPerson.With(("by", by), ("refund", Id)))
            : Happened(new RefundApproved { Refund = Id, By = by, At = at });
    }

    /// <summary>
    /// Declines it, before the money is ordered. Nothing happens when that was done. Refuses <c>refund.wrong-status</c>,
    /// <c>refund.needs-another-person</c> (who asked cancels), <c>refund.incomplete</c>.
    /// </summary>
    public Result<Decision<RefundRequest, RefundEvent>> Decline(string reason, Actor by, Instant at)
    {
        if (Status == RefundStatus.Declined) return Happened();
        if (!IsClaiming) return Refuse(NotNow());
        if (by.Id == RequestedBy.Id) return Refuse(RefundErrors.NeedsAnotherPerson.With(("by", by), ("refund", Id)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(RefundErrors.Incomplete.At("reason", ("what", "why")))
            : Happened(new RefundDeclined { Refund = Id, By = by, At = at, Reason = reason });
    }

    /// <summary>
    /// Gives it up, before the money is ordered. Nothing happens when that was done. Refuses <c>refund.wrong-status</c>,
    /// <c>refund.incomplete</c>.
    /// </summary>
    public Result<Decision<RefundRequest, RefundEvent>> Cancel(string reason, Actor by, Instant at)
    {
        if (Status == RefundStatus.Cancelled) return Happened();
        if (!IsClaiming) return Refuse(NotNow());
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(RefundErrors.Incomplete.At("reason", ("what", "why")))
            : Happened(new RefundCancelled { Refund = Id, By = by, At = at, Reason = reason });
    }

    /// <summary>
    /// Sends the money, in the commit that posts it: what is open of the credit is looked at again, so that of two refunds of one
    /// rest one wins. Refuses <c>refund.wrong-status</c>, <c>other-item</c>, <c>other-currency</c>, <c>more-than-open</c>,
    /// <c>incomplete</c>.
    /// </summary>
    /// <param name="credit">The credit as it is now.</param>
    /// <param name="application">The application that uses it.</param>
    /// <param name="endToEndId">What the bank or provider will know it by.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="from">Of a deposit: the credit note's item the money is paid from; none where the credit itself pays.</param>
    public Result<Decision<RefundRequest, RefundEvent>> Order(OpenItem credit, ItemApplicationId application, string endToEndId,
        LocalDate on, Actor by, Instant at, OpenItemId from = default)
    {
        ArgumentNullException.ThrowIfNull(credit);
        if (Status != RefundStatus.Approved) return Refuse(NotNow());
        if (credit.Id != Facts.Credit)
            return Refuse(RefundErrors.OtherItem.At("credit",
                ("item", credit.Id), ("credit", Facts.Credit), ("refund", Id)));
        if (application.IsNone || string.IsNullOrWhiteSpace(endToEndId))
            return Refuse(RefundErrors.Incomplete.At("endToEndId", ("what", "what it is known by")));
        return Against(Facts.Amount, credit, Money.Zero(Facts.Amount.Currency)) is { } error
            ? Refuse(error)
            : Happened(new RefundOrdered
            {
                Refund = Id, By = by, At = at, On = on, Application = application, EndToEndId = endToEndId,
                CreditedBy = from,
            });
    }

    /// <summary>
    /// The money arrived. Nothing happens when that is known. Refuses <c>refund.wrong-status</c>,
    /// <c>refund.date-before-order</c>.
    /// </summary>
    public Result<Decision<RefundRequest, RefundEvent>> Confirm(LocalDate on, Actor by, Instant at)
    {
        if (Status == RefundStatus.Paid) return Happened();
        if (Status != RefundStatus.Ordered) return Refuse(NotNow());
        return Early(on) is { } early
            ? Refuse(early)
            : Happened(new RefundPaid { Refund = Id, By = by, At = at, On = on });
    }

    /// <summary>
    /// The money could not be sent or came back, also after it had arrived; the commit that records it opens the credit again.
    /// Nothing happens when that is known. Refuses <c>refund.wrong-status</c>, <c>refund.date-before-order</c>,
    /// <c>refund.incomplete</c>.
    /// </summary>
    public Result<Decision<RefundRequest, RefundEvent>> Fail(string reason, LocalDate on, Actor by, Instant at)
    {
        if (Status == RefundStatus.Failed) return Happened();
        if (Status is not (RefundStatus.Ordered or RefundStatus.Paid)) return Refuse(NotNow());
        if (Early(on) is { } early) return Refuse(early);
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(RefundErrors.Incomplete.At("reason", ("what", "why")))
            : Happened(new RefundFailed { Refund = Id, By = by, At = at, On = on, Reason = reason });
    }

    private static bool IsOfKind(OpenItem credit, RefundKind kind) => !credit.IsDebit && kind == credit.Kind switch
    {
        OpenItemKind.Payment => RefundKind.Overpayment,
        OpenItemKind.CreditNote => RefundKind.Credit,
        OpenItemKind.Deposit => RefundKind.Deposit,
        _ => (RefundKind)(-1),
    };

    private static DomainError? Against(Money amount, OpenItem credit, Money claimed)
    {
        var open = credit.Spendable;
        if (amount.Currency != open.Currency)
            return RefundErrors.OtherCurrency.At("amount", ("amount", amount), ("expected", open.Currency));
        if (!amount.IsPositive) return RefundErrors.AmountNotPositive.At("amount", ("amount", amount));
        var free = claimed.Currency == open.Currency ? open - claimed : open;
        return amount <= free ? null : RefundErrors.MoreThanOpen.At("amount",
            ("amount", amount), ("open", Money.Max(free, Money.Zero(free.Currency))), ("item", credit.Id));
    }

    private DomainError? Early(LocalDate on) => on >= OrderedOn
        ? null
        : RefundErrors.DateBeforeOrder.At("on", ("date", on), ("refund", Id), ("ordered", OrderedOn));

    private DomainError NotNow() => RefundErrors.WrongStatus.With(("refund", Id), ("status", Status));

    private static Result<Decision<RefundRequest, RefundEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<RefundRequest, RefundEvent>>(error);

    private Result<Decision<RefundRequest, RefundEvent>> Happened(params ReadOnlySpan<RefundEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
