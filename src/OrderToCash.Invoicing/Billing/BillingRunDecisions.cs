namespace OrderToCash.Invoicing;

public sealed partial record BillingRun
{
    /// <summary>Puts a plan up for approval. Refused with <see cref="BillingErrors.NothingPlanned"/>.</summary>
    /// <param name="id">The id of the run.</param>
    /// <param name="plan">What is to be billed.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<BillingRun, BillingRunEvent>> Propose(BillingRunId id, BillingPlan plan, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Invoices.IsEmpty)
            return Refuse(BillingErrors.NothingPlanned.At("plan", ("day", plan.Day)));
        var proposed = new BillingProposed { Run = id, Plan = plan, By = by, At = at };
        return Decision.Born<BillingRun, BillingRunEvent>(From(proposed), proposed);
    }

    /// <summary>
    /// Lets the plan be executed; a second approval is a decision without events. Refused with
    /// <see cref="BillingErrors.WrongStatus"/> when rejected, <see cref="BillingErrors.SamePerson"/>.
    /// </summary>
    /// <param name="needsOtherPerson">True when the one who proposed may not approve.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="at">When.</param>
    public Result<Decision<BillingRun, BillingRunEvent>> Approve(bool needsOtherPerson, Actor by, Instant at) => Status switch
    {
        BillingRunStatus.Rejected => Refuse(BillingErrors.WrongStatus.With(("run", Id), ("status", Status))),
        BillingRunStatus.Proposed when needsOtherPerson && by.Id == ProposedBy.Id =>
            Refuse(BillingErrors.SamePerson.With(("person", by), ("run", Id))),
        BillingRunStatus.Proposed => Decide(new BillingApproved { Run = Id, By = by, At = at }),
        _ => Decide(),
    };

    /// <summary>
    /// Puts the plan away; a second time is a decision without events. Refused with <see cref="BillingErrors.WrongStatus"/> once
    /// approved, <see cref="BillingErrors.ReasonMissing"/>.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who rejects.</param>
    /// <param name="at">When.</param>
    public Result<Decision<BillingRun, BillingRunEvent>> Reject(string reason, Actor by, Instant at)
    {
        if (Status == BillingRunStatus.Rejected) return Decide();
        if (Status != BillingRunStatus.Proposed) return Refuse(BillingErrors.WrongStatus.With(("run", Id), ("status", Status)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(BillingErrors.ReasonMissing.At("reason"))
            : Decide(new BillingRejected { Run = Id, Reason = reason, By = by, At = at });
    }

    /// <summary>
    /// Records that a document became an invoice; asked again with the same invoice it is a decision without events. Refused
    /// with <see cref="BillingErrors.WrongStatus"/>, <see cref="BillingErrors.DocumentUnknown"/>,
    /// <see cref="BillingErrors.AlreadyDone"/>, and one <see cref="BillingErrors.ItemChanged"/> per item that was billed,
    /// credited or held since the plan was made.
    /// </summary>
    /// <param name="document">The planned document.</param>
    /// <param name="invoice">The invoice made of it, committed together with this.</param>
    /// <param name="now">The facts of its items as they are now; others do no harm.</param>
    /// <param name="by">Who bills.</param>
    /// <param name="at">When.</param>
    public Result<Decision<BillingRun, BillingRunEvent>> Bill(
        ContentHash document, InvoiceId invoice, IEnumerable<BillableItem> now, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (invoice.IsNone) throw new ArgumentException("An invoice needs its id.", nameof(invoice));
        if (OutcomeOf(document) is { } outcome)
            return outcome.Invoice == invoice ? Decide() : Done(outcome);
        if (Status != BillingRunStatus.Approved) return Refuse(BillingErrors.WrongStatus.With(("run", Id), ("status", Status)));
        var index = Plan.Invoices.FindIndex(i => i.Key == document);
        if (index < 0) return Refuse(BillingErrors.DocumentUnknown.At("document", ("run", Id), ("document", document)));
        var findings = Changes(Plan.Invoices[index], now);
        return findings.Count > 0
            ? Result.Failure<Decision<BillingRun, BillingRunEvent>>(findings)
            : Decide(new PlannedInvoiceBilled { Run = Id, Document = document, Invoice = invoice, By = by, At = at });
    }

    /// <summary>
    /// Leaves a document out; a second time is a decision without events. Refused with <see cref="BillingErrors.WrongStatus"/>,
    /// <see cref="BillingErrors.DocumentUnknown"/>, <see cref="BillingErrors.AlreadyDone"/>,
    /// <see cref="BillingErrors.ReasonMissing"/>.
    /// </summary>
    /// <param name="document">The planned document.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who skips it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<BillingRun, BillingRunEvent>> Skip(ContentHash document, string reason, Actor by, Instant at)
    {
        if (OutcomeOf(document) is { } outcome) return outcome.IsBilled ? Done(outcome) : Decide();
        if (Status != BillingRunStatus.Approved) return Refuse(BillingErrors.WrongStatus.With(("run", Id), ("status", Status)));
        if (Plan.Invoices.FindIndex(i => i.Key == document) < 0)
            return Refuse(BillingErrors.DocumentUnknown.At("document", ("run", Id), ("document", document)));
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(BillingErrors.ReasonMissing.At("reason"))
            : Decide(new PlannedInvoiceSkipped { Run = Id, Document = document, Reason = reason, By = by, At = at });
    }

    private static List<DomainError> Changes(PlannedInvoice planned, IEnumerable<BillableItem> now)
    {
        var facts = new Dictionary<BillableItemId, BillableItem>();
        foreach (var item in now) facts[item.Id] = item;
        var findings = new List<DomainError>();
        for (var i = 0; i < planned.Lines.Count; i++)
        {
            var line = planned.Lines[i];
            var item = facts.GetValueOrDefault(line.Item);
            if (item is not null && item.Billed == line.BilledBefore && item.HeldBecause.Length == 0) continue;
            findings.Add(BillingErrors.ItemChanged.At($"lines[{i}]",
                ("item", line.Item),
                ("planned", line.BilledBefore),
                ("now", item is null ? "gone" : item.HeldBecause.Length > 0 ? "held" : item.Billed.ToString())));
        }
        return findings;
    }

    private Result<Decision<BillingRun, BillingRunEvent>> Done(BillingOutcome outcome) => Refuse(
        BillingErrors.AlreadyDone.At("document", ("document", outcome.Document), ("run", Id),
            ("outcome", outcome.IsBilled ? $"billed as {outcome.Invoice}" : $"skipped: {outcome.SkippedBecause}")));

    private static Result<Decision<BillingRun, BillingRunEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<BillingRun, BillingRunEvent>>(error);

    private Result<Decision<BillingRun, BillingRunEvent>> Decide(params ReadOnlySpan<BillingRunEvent> events) =>
        Decision.Of(this, (state, happened) => state.Apply(happened), events);
}
