namespace OrderToCash.Customers;

public sealed partial record CustomerAccount
{
    /// <summary>
    /// Asks for a bank account, as a further one or in place of another. It waits for a second person: a letter with new bank
    /// details is the usual way to steal a payment.
    /// </summary>
    /// <remarks>Finds everything at once: <c>customer.iban-missing</c>, <c>customer.holder-missing</c>,
    /// <c>customer.reason-missing</c>, <c>customer.bank-account-known</c> (the IBAN is active or waiting),
    /// <c>customer.bank-account-not-active</c> (the one to replace).</remarks>
    /// <param name="iban">The account.</param>
    /// <param name="holder">In whose name it is held.</param>
    /// <param name="replaces">The number of the active account it takes the place of; null for a further one.</param>
    /// <param name="reason">Why: what was received and how it was checked.</param>
    /// <param name="policy">How long it waits.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">When.</param>
    public Result<Decision<CustomerAccount, CustomerEvent>> RequestBankAccountChange(
        Iban iban, string holder, int? replaces, string reason, BankAccountPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        List<DomainError> findings = [.. ReasonFinding(reason)];
        if (iban.IsNone) findings.Add(CustomerErrors.IbanMissing.At("iban"));
        if (string.IsNullOrWhiteSpace(holder)) findings.Add(CustomerErrors.HolderMissing.At("holder"));
        var known =
            BankAccounts.FindIndex(a => a.Iban == iban && a.Status is BankAccountStatus.Requested or BankAccountStatus.Active);
        if (known >= 0)
            findings.Add(CustomerErrors.BankAccountKnown.At("iban",
                ("number", known + 1), ("status", BankAccounts[known].Status)));
        if (replaces is { } old && !HasActiveBankAccount(old))
            findings.Add(CustomerErrors.BankAccountNotActive.At("replaces", ("number", old)));
        if (findings.Count > 0) return Result.Failure<Decision<CustomerAccount, CustomerEvent>>(findings);
        return Happened(new BankAccountChangeRequested
        {
            Customer = Id, Number = BankAccounts.Count + 1, Iban = iban, Holder = holder, Replaces = replaces,
            ApprovableFrom = at + Duration.FromHours(policy.WaitingHours), Reason = reason, By = by, At = at,
        });
    }

    /// <summary>Approves a bank account: it becomes active, and the one it replaces does not count any more.</summary>
    /// <remarks>Refused, in this order: <c>customer.bank-account-unknown</c>, <c>customer.bank-account-not-requested</c>,
    /// <c>customer.approver-not-a-person</c>, <c>customer.maker-is-checker</c>, <c>customer.waiting-time</c> (may be tried again
    /// later), <c>customer.bank-account-not-active</c> (another change replaced the same account in the meantime).</remarks>
    public Result<Decision<CustomerAccount, CustomerEvent>> ApproveBankAccountChange(int number, Actor by, Instant at)
    {
        if (NotRequested(number) is { } refusal) return Refuse(refusal);
        var account = BankAccounts[number - 1];
        if (by.IsAutomatic) return Refuse(CustomerErrors.ApproverNotAPerson.With(("actor", by)));
        if (by.Id == account.RequestedBy.Id) return Refuse(CustomerErrors.MakerIsChecker.With(("actor", by), ("number", number)));
        if (at < account.ApprovableFrom)
            return Refuse(CustomerErrors.WaitingTime.With(("number", number), ("approvableFrom", account.ApprovableFrom)));
        if (account.Replaces is { } old && !HasActiveBankAccount(old))
            return Refuse(CustomerErrors.BankAccountNotActive.At("replaces", ("number", old)));
        return Happened(new BankAccountChangeApproved { Customer = Id, Number = number, By = by, At = at });
    }

    /// <summary>Turns a bank account down. Whoever asked for it may take it back this way.</summary>
    /// <remarks>Refused, in this order: <c>customer.bank-account-unknown</c>, <c>customer.bank-account-not-requested</c>,
    /// <c>customer.reason-missing</c>.</remarks>
    public Result<Decision<CustomerAccount, CustomerEvent>> RejectBankAccountChange(
        int number, string reason, Actor by, Instant at)
    {
        if (NotRequested(number) is { } refusal) return Refuse(refusal);
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(CustomerErrors.ReasonMissing.At("reason"))
            : Happened(new BankAccountChangeRejected { Customer = Id, Number = number, Reason = reason, By = by, At = at });
    }

    private DomainError? NotRequested(int number)
    {
        if (number < 1 || number > BankAccounts.Count) return CustomerErrors.BankAccountUnknown.With(("number", number));
        var status = BankAccounts[number - 1].Status;
        return status == BankAccountStatus.Requested
            ? null
            : CustomerErrors.BankAccountNotRequested.With(("number", number), ("status", status));
    }
}
