namespace OrderToCash.Receivables;

public sealed partial record FactoringAssignment
{
    /// <summary>
    /// Assigns all that is open of invoices. A true sale takes them off the books against what the factor owes; borrowing posts
    /// nothing yet, but pledges them: see <see cref="ItemPledge"/>. Finds all at once: <c>factoring.incomplete</c>,
    /// <c>bad-terms</c>, <c>not-assignable</c>, <c>already-assigned</c>, <c>ledger.item-quarantined</c>, and what the ledger
    /// refuses.
    /// </summary>
    /// <param name="facts">What was agreed.</param>
    /// <param name="items">The receivables.</param>
    /// <param name="assigned">What is with a factor already, by any assignment.</param>
    /// <param name="entry">The id of the entry of a sale; applications are numbered below it.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public static Result<FactoringStep> Assign(FactoringFacts facts, EquatableArray<OpenItem> items,
        EquatableArray<OpenItemId> assigned, JournalEntryId entry, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = CheckFacts(facts, items, assigned);
        if (findings.Count > 0) return Result.Failure<FactoringStep>(findings);
        var isSale = facts.Terms.Treatment == FactoringTreatment.TrueSale;
        var work = new LedgerWork(items, entry, facts.On, policy, by, at);
        var lines = new List<FactoredLine>(items.Count);
        foreach (var item in items)
        {
            var application = isSale ? ApplicationOf(facts.Assignment, item.Id) : default;
            if (isSale) work.Sell(item.Id, application, facts.Terms.Account);
            lines.Add(new()
            {
                Item = item.Id, DocumentNumber = item.DocumentNumber, DueDate = item.DueDate,
                Amount = item.Open, Application = application,
            });
        }
        var posted = isSale
            ? work.Finish(facts.LegalEntity, JournalEvents.ReceivablesFactored, facts.Assignment.Value)
            : Result.Success(Pledge(facts, items, entry, by, at));
        if (!posted.IsSuccess) return Result.Failure<FactoringStep>(posted.Errors);
        var first = new ReceivablesAssigned
        {
            Assignment = facts.Assignment, On = facts.On, By = by, At = at, Facts = facts, Lines = lines.ToEquatableArray(),
            Movement = Moved(facts, posted.Value, policy),
        };
        return Decision.Born<FactoringAssignment, FactoringEvent>(From(first), first).Map(d => new FactoringStep
        {
            Decision = d, Postings = [posted.Value],
        });
    }

    /// <summary>
    /// Books the advance, less fee and interest. What is not said is worked out from the terms: the advance of the whole rounded
    /// once and spread by largest remainder. Refuses <c>factoring.already-funded</c>, <c>date-before-assignment</c>,
    /// <c>other-currency</c>, <c>more-than-outstanding</c> (an advance above the receivables, charges above the advance), and
    /// what the ledger refuses.
    /// </summary>
    public Result<FactoringStep> Fund(FundingFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        if (FundedOn is not null) return Refuse(FactoringErrors.AlreadyFunded.With(("assignment", Id)));
        var findings = Dated(facts.On);
        var none = Money.Zero(Facts.Currency);
        var kept = Sum(l => l.ReturnedOn is null ? l.Amount : none);
        var advance = facts.Advance ?? kept.Times(Facts.Terms.AdvanceRate, Rounding.HalfAwayFromZero);
        if (Wrong(advance, "advance") is { } wrong) findings.Add(wrong);
        else if (advance > kept) findings.Add(More("advance", advance, kept));
        if (findings.Count > 0) return Result.Failure<FactoringStep>(findings);
        var advances = advance.Allocate(Lines.Select(l => l.ReturnedOn is null ? l.Amount.MinorUnits : 0).ToArray());
        var fee = facts.Fee ?? kept.Times(Facts.Terms.FeeRate, Rounding.HalfAwayFromZero);
        var interest = facts.Interest ?? Money.Sum(Lines.Select((l, i) => InterestAmount.ForDays(advances[i],
            Facts.Terms.InterestRate, Math.Max(Period.DaysBetween(facts.On, l.DueDate), 0))), Facts.Currency);
        if (fee.Currency != Facts.Currency || interest.Currency != Facts.Currency) findings.Add(Other("fee", fee));
        else if (fee.IsNegative || interest.IsNegative || fee + interest >= advance)
            findings.Add(More("fee", fee + interest, advance));
        if (findings.Count > 0) return Result.Failure<FactoringStep>(findings);
        return Cash(facts.Entry, facts.On, advance, facts.Rate, JournalEvents.FactoringFunded, policy, by, at,
            movement => new AssignmentFunded
            {
                Assignment = Id, On = facts.On, By = by, At = at, Movement = movement, Advances = advances, Fee = fee,
                Interest = interest,
            },
            (AccountRole.FactoringFees, fee), (AccountRole.FactoringInterest, interest),
            (AccountRole.Bank, advance - fee - interest));
    }

    /// <summary>
    /// The debtor paid the factor, or the factor covers what he did not pay. On receivables that were borrowed on it settles the
    /// item. Refuses <c>factoring.not-with-factor</c>, <c>date-before-assignment</c>, <c>other-currency</c>,
    /// <c>amount-not-positive</c>, <c>more-than-outstanding</c>, and what the ledger refuses.
    /// </summary>
    /// <param name="item">The item as it is; of a true sale it stays as it is.</param>
    /// <param name="facts">How much, when.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<FactoringStep> Collect(OpenItem item, FactorMoneyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = Outstanding(item.Id, facts.Amount, facts.On, out _);
        if (findings.Count > 0) return Result.Failure<FactoringStep>(findings);
        Result<LedgerDecision>? posted = Facts.Terms.Treatment == FactoringTreatment.TrueSale
            ? null : Settle(Unmarked(item), facts.Entry, facts.Amount, facts, policy, by, at).Map(p => Pledged(p, item,
                facts.Amount, new ItemApplicationId(facts.Entry.Value), facts.Entry, by, at));
        return Posted(posted, policy, movement => new FactoredItemCollected
        {
            Assignment = Id, On = facts.On, By = by, At = at, Movement = movement, Item = item.Id, Amount = facts.Amount,
        });
    }

    /// <summary>
    /// The debtor paid us: the money is the factor's, see <see cref="PayFactor"/>. On receivables that were borrowed on it
    /// settles the item. Refuses as <see cref="Collect"/> does, and what the ledger refuses for the payment.
    /// </summary>
    /// <param name="item">The item as it is.</param>
    /// <param name="payment">The payment it came with.</param>
    /// <param name="facts">How much, when.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<FactoringStep> PassOn(
        OpenItem item, OpenItem payment, FactorMoneyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = Outstanding(item.Id, facts.Amount, facts.On, out _);
        if (findings.Count > 0) return Result.Failure<FactoringStep>(findings);
        if (payment.Customer != Facts.Customer)
            return Refuse(LedgerErrors.OtherCustomer.At("payment", ("credit", payment.Id), ("creditCustomer", payment.Customer),
                ("debit", item.Id), ("debitCustomer", Facts.Customer)));
        var application = new ItemApplicationId(facts.Entry.Value);
        Result<LedgerDecision> posted;
        if (Facts.Terms.Treatment == FactoringTreatment.TrueSale)
        {
            var work = new LedgerWork([payment], facts.Entry, facts.On, policy, by, at);
            work.PassOn(payment.Id, application, facts.Amount, Facts.Terms.Account);
            posted = work.Finish(Facts.LegalEntity, JournalEvents.FactoredMoneyPassedOn, Id.Value);
        }
        else posted = Ledger.Apply([payment, Unmarked(item)], new()
        {
            Entry = facts.Entry, Date = facts.On,
            Applications = [new() { Id = application, Credit = payment.Id, Debit = item.Id, Amount = facts.Amount }],
        }, policy, by, at).Map(p => Pledged(p, item, facts.Amount, application, facts.Entry, by, at));
        return Posted(posted, policy, movement => new FactoredMoneyPassedOn
        {
            Assignment = Id, On = facts.On, By = by, At = at, Movement = movement, Item = item.Id, Payment = payment.Id,
            Application = application, Amount = facts.Amount,
        });
    }

    /// <summary>
    /// Takes money back that was passed on, so that the payment can be returned or used otherwise. Refuses
    /// <c>factoring.not-with-factor</c> when the item came back since, <c>not-passed-on</c>, and what
    /// <see cref="Ledger.Unapply"/> refuses.
    /// </summary>
    /// <param name="item">The item as it is.</param>
    /// <param name="payment">The payment as it is.</param>
    /// <param name="facts">The application that passed it on, and when.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<FactoringStep> Recall(
        OpenItem item, OpenItem payment, UnapplyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        if (Line(item.Id) is not { ReturnedOn: null } line)
            return Refuse(FactoringErrors.NotWithFactor.At("item", ("item", item.Id), ("assignment", Id)));
        var passed = Money.Sum(line.Collections.Where(c => c.Application == facts.Application).Select(c => c.Amount),
            Facts.Currency);
        if (facts.Application.IsNone || !passed.IsPositive)
            return Refuse(FactoringErrors.NotPassedOn.At("application", ("application", facts.Application), ("item", item.Id)));
        var work = new LedgerWork([payment, Unmarked(item)], facts.Entry, facts.Date, policy, by, at)
        {
            TakesBackFactored = true,
        };
        work.Unapply(facts.Application);
        var posted = work.Finish(Facts.LegalEntity, JournalEvents.PaymentUnapplied, Id.Value);
        if (Facts.Terms.Treatment == FactoringTreatment.Borrowing)
            posted = posted.Map(p => Pledged(p, item, -passed, facts.Application, facts.Entry, by, at));
        return Posted(posted, policy,
            movement => new FactoredMoneyRecalled
            {
                Assignment = Id, On = facts.Date, By = by, At = at, Movement = movement, Item = item.Id,
                Application = facts.Application,
            });
    }

    /// <summary>
    /// We pay the factor what we owe him. Refuses <c>factoring.date-before-assignment</c>, <c>other-currency</c>,
    /// <c>amount-not-positive</c>, <c>more-than-outstanding</c>, and what the ledger refuses. What was passed on may be paid in
    /// full; its reserve is released afterwards.
    /// </summary>
    public Result<FactoringStep> PayFactor(FactorMoneyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = Dated(facts.On);
        if (Wrong(facts.Amount, "amount") is { } wrong) findings.Add(wrong);
        else if (facts.Amount > Payable) findings.Add(More("amount", facts.Amount, Payable));
        return findings.Count > 0
            ? Result.Failure<FactoringStep>(findings)
            : Cash(facts.Entry, facts.On, -facts.Amount, facts.Rate, JournalEvents.FactorSettled, policy, by, at,
                movement => new FactorPaid
                {
                    Assignment = Id, On = facts.On, By = by, At = at, Movement = movement, Amount = facts.Amount,
                }, (AccountRole.Bank, -facts.Amount));
    }

    /// <summary>
    /// The factor pays what he owes beyond the reserves of what he has not collected. Refuses
    /// <c>factoring.date-before-assignment</c>, <c>other-currency</c>, <c>amount-not-positive</c>, <c>more-than-outstanding</c>,
    /// and what the ledger refuses.
    /// </summary>
    /// <param name="facts">How much, charges included; when.</param>
    /// <param name="charges">What he keeps of it; null for nothing.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<FactoringStep> Release(FactorMoneyFacts facts, Money? charges, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var findings = Dated(facts.On);
        var kept = charges ?? Money.Zero(Facts.Currency);
        if (Wrong(facts.Amount, "amount") is { } wrong) findings.Add(wrong);
        else if (facts.Amount > Releasable) findings.Add(More("amount", facts.Amount, Releasable));
        else if (kept.Currency != Facts.Currency) findings.Add(Other("charges", kept));
        else if (kept.IsNegative || kept > facts.Amount) findings.Add(More("charges", kept, facts.Amount));
        return findings.Count > 0
            ? Result.Failure<FactoringStep>(findings)
            : Cash(facts.Entry, facts.On, facts.Amount, facts.Rate, JournalEvents.FactorSettled, policy, by, at,
                movement => new FactoringReserveReleased
                {
                    Assignment = Id, On = facts.On, By = by, At = at, Movement = movement, Amount = facts.Amount, Charges = kept,
                }, (AccountRole.FactoringFees, kept), (AccountRole.Bank, facts.Amount - kept));
    }

    /// <summary>
    /// A receivable comes back: open again as it was, with its original due date, less what came in for it; the advance is owed
    /// to the factor. Refuses <c>factoring.not-with-factor</c>, <c>date-before-assignment</c>, <c>without-recourse</c>,
    /// <c>recourse-too-early</c>, and what the ledger refuses.
    /// </summary>
    /// <param name="item">The item as it is.</param>
    /// <param name="reason">Why.</param>
    /// <param name="facts">When; the amount is not used.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<FactoringStep> TakeBack(
        OpenItem item, FactoringReturnReason reason, FactorReturnFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        if (Line(item.Id) is not { IsWithFactor: true } line)
            return Refuse(FactoringErrors.NotWithFactor.At("item", ("item", item.Id), ("assignment", Id)));
        var findings = Dated(facts.On);
        var (terms, from) = (Facts.Terms, line.DueDate.PlusDays(Facts.Terms.RecourseDays));
        if (reason == FactoringReturnReason.NotPaid && !terms.HasRecourse)
            findings.Add(FactoringErrors.WithoutRecourse.At("reason", ("contract", terms.Contract), ("item", item.Id)));
        else if (reason == FactoringReturnReason.NotPaid && facts.On < from)
            findings.Add(FactoringErrors.RecourseTooEarly.At("on", ("item", item.Id), ("from", from), ("date", facts.On)));
        if (findings.Count > 0) return Result.Failure<FactoringStep>(findings);
        var postings = new List<LedgerDecision>();
        if (terms.Treatment == FactoringTreatment.TrueSale)
        {
            var work = new LedgerWork([item], facts.Entry, facts.On, policy, by, at) { TakesBackFactored = true };
            work.Unapply(line.Application);
            var back = work.Finish(Facts.LegalEntity, JournalEvents.FactoredReturned, Id.Value);
            if (!back.IsSuccess) return Result.Failure<FactoringStep>(back.Errors);
            postings.Add(back.Value);
            if (line.Collected.IsPositive)
            {
                var paid = Settle(back.Value.Item(item.Id)!, facts.CollectedEntry, line.Collected,
                    new()
                    {
                        Entry = facts.CollectedEntry, On = facts.On, Amount = line.Collected, Rate = facts.Rate,
                    }, policy, by, at);
                if (!paid.IsSuccess) return Result.Failure<FactoringStep>(paid.Errors);
                postings.Add(paid.Value);
            }
        }
        else if (item.Pledge is not null) postings.Add(Freed(item, facts.Entry, by, at));
        return Happened(postings, policy, movement => new FactoredItemReturned
        {
            Assignment = Id, On = facts.On, By = by, At = at, Movement = movement, Item = item.Id, Reason = reason,
        });
    }
}
