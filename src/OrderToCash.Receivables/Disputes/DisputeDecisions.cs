namespace OrderToCash.Receivables;

public sealed partial record DisputeCase
{
    /// <summary>
    /// Opens a case. Finds all at once: <c>dispute.id-missing</c>, <c>reason-missing</c>, <c>no-parts</c>, <c>part-twice</c>,
    /// <c>item-unknown</c>, <c>amount-not-positive</c>, <c>other-currency</c>, <c>not-a-debit</c>, <c>other-customer</c>,
    /// <c>other-legal-entity</c>, <c>more-than-open</c>, <c>lines-differ</c>.
    /// </summary>
    /// <param name="facts">The claim.</param>
    /// <param name="items">The items it names.</param>
    /// <param name="disputed">What other open cases keep apart of these items already.</param>
    /// <param name="policy">How long answers and decisions may take.</param>
    /// <param name="calendar">The seller's business days.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<DisputeCase, DisputeEvent>> Open(
        DisputeFacts facts, EquatableArray<OpenItem> items, EquatableArray<DisputedPart> disputed, DisputePolicy policy,
        BusinessCalendar calendar, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        var findings = new List<DomainError>();
        if (facts.Dispute.IsNone) findings.Add(DisputeErrors.IdMissing.At("dispute"));
        if (facts.Reason.IsNone) findings.Add(DisputeErrors.ReasonMissing.At("reason", ("dispute", facts.Dispute)));
        if (facts.Parts.IsEmpty) findings.Add(DisputeErrors.NoParts.At("parts", ("dispute", facts.Dispute)));
        CheckParts(facts.Parts, items, disputed, findings);
        if (findings.Count == 0) CheckLines(facts, findings);
        if (findings.Count > 0) return Result.Failure<Decision<DisputeCase, DisputeEvent>>(findings);
        var first = Find(items, facts.Parts[0].Item)!;
        var opened = new DisputeOpened
        {
            Dispute = facts.Dispute, On = facts.On, By = by, At = at, LegalEntity = first.LegalEntity,
            Customer = first.Customer, DocumentNumber = first.DocumentNumber, Facts = facts,
            Clock = ClockFrom(facts.On, policy.TermsFor(facts.Reason), calendar),
        };
        return Decision.Born<DisputeCase, DisputeEvent>(From(opened), opened);
    }

    /// <summary>
    /// Names who works on it; nothing happens when it is he already. Refuses <c>dispute.wrong-status</c> on a closed case.
    /// </summary>
    public Result<Decision<DisputeCase, DisputeEvent>> Assign(PersonId owner, LocalDate on, Actor by, Instant at)
    {
        if (IsClosed) return Refuse(NotNow());
        return owner == Owner
            ? Happened()
            : Happened(new DisputeAssigned { Dispute = Id, On = on, By = by, At = at, Owner = owner });
    }

    /// <summary>
    /// Adds a paper; nothing happens when it is there. Refuses <c>dispute.evidence-twice</c>. Papers may come after the end.
    /// </summary>
    public Result<Decision<DisputeCase, DisputeEvent>> AddEvidence(DisputeEvidence evidence, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        foreach (var known in Evidence)
            if (known == evidence) return Happened();
            else if (known.Reference == evidence.Reference)
                return Refuse(DisputeErrors.EvidenceTwice.At("evidence", ("reference", evidence.Reference), ("dispute", Id)));
        return Happened(new DisputeEvidenceAdded { Dispute = Id, On = on, By = by, At = at, Evidence = evidence });
    }

    /// <summary>
    /// Begins to look into it; nothing happens when somebody does. Refuses <c>dispute.wrong-status</c>,
    /// <c>dispute.date-before-step</c>.
    /// </summary>
    public Result<Decision<DisputeCase, DisputeEvent>> Investigate(LocalDate on, Actor by, Instant at)
    {
        if (Status == DisputeStatus.Investigating) return Happened();
        if (Status != DisputeStatus.Open) return Refuse(NotNow());
        return Before(on) is { } early
            ? Refuse(early)
            : Happened(new DisputeInvestigated { Dispute = Id, On = on, By = by, At = at });
    }

    /// <summary>
    /// Decides who is right. All parts valid is <see cref="DisputeStatus.Valid"/>, none <see cref="DisputeStatus.Invalid"/>.
    /// Refuses, in this order: <c>dispute.wrong-status</c>, <c>date-before-step</c>, then all of <c>explanation-missing</c>,
    /// <c>part-twice</c>, <c>part-unknown</c>, <c>other-currency</c>, <c>amount-not-positive</c>, <c>more-than-disputed</c>.
    /// </summary>
    /// <param name="valid">What of each item the customer rightly does not pay; empty when nothing.</param>
    /// <param name="explanation">Why, for the customer and the auditor.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When.</param>
    public Result<Decision<DisputeCase, DisputeEvent>> Decide(
        EquatableArray<DisputedPart> valid, string explanation, LocalDate on, Actor by, Instant at)
    {
        if (!IsUndecided) return Refuse(NotNow());
        if (Before(on) is { } early) return Refuse(early);
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(explanation))
            findings.Add(DisputeErrors.ExplanationMissing.At("explanation", ("dispute", Id)));
        var seen = new HashSet<OpenItemId>();
        for (var i = 0; i < valid.Count; i++)
        {
            var (part, target) = (valid[i], $"valid[{i}]");
            if (!seen.Add(part.Item)) findings.Add(DisputeErrors.PartTwice.At(target, ("item", part.Item)));
            if (CheckPart(part.Item, part.Amount, target) is { } wrong) findings.Add(wrong);
            else if (part.Amount > DisputedOf(part.Item))
                findings.Add(DisputeErrors.MoreThanDisputed.At(target,
                    ("amount", part.Amount), ("disputed", DisputedOf(part.Item)), ("item", part.Item)));
        }
        return findings.Count > 0
            ? Result.Failure<Decision<DisputeCase, DisputeEvent>>(findings)
            : Happened(new DisputeDecided
            {
                Dispute = Id, On = on, By = by, At = at, Valid = valid, Explanation = explanation,
            });
    }

    /// <summary>
    /// A total found valid, spread over the items in proportion of what is disputed of each, by largest remainder.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below zero, or more than is disputed.</exception>
    public EquatableArray<DisputedPart> Share(Money valid)
    {
        if (valid.IsNegative || valid > Disputed)
            throw new ArgumentOutOfRangeException(nameof(valid), valid, $"Between zero and {Disputed}.");
        var shares = valid.Allocate([.. Parts.Select(p => p.Amount.MinorUnits)]);
        return Parts.Select((p, i) => p with { Amount = shares[i] }).Where(p => p.Amount.IsPositive).ToEquatableArray();
    }

    /// <summary>Records that the customer got an answer. Refuses <c>dispute.date-before-step</c> before the claim.</summary>
    public Result<Decision<DisputeCase, DisputeEvent>> RecordAnswer(string reference, LocalDate on, Actor by, Instant at) =>
        on < Clock.StartedOn
            ? Refuse(DisputeErrors.DateBeforeStep.At("on", ("date", on), ("dispute", Id), ("last", Clock.StartedOn)))
            : Happened(new DisputeAnswered { Dispute = Id, On = on, By = by, At = at, Reference = reference });

    /// <summary>
    /// Records how a part ended; when all parts did, the case is resolved. Nothing happens when the same was recorded. Refuses:
    /// <c>dispute.resolution-twice</c>, <c>wrong-status</c>, <c>date-before-step</c>, <c>part-unknown</c>,
    /// <c>other-currency</c>, <c>amount-not-positive</c>, <c>more-than-left</c> (a credit note takes what was found valid, a
    /// charge to the customer what was found invalid).
    /// </summary>
    public Result<Decision<DisputeCase, DisputeEvent>> Resolve(DisputeResolution resolution, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        foreach (var known in Resolutions)
            if (known == resolution) return Happened();
            else if (known.Item == resolution.Item && known.Kind == resolution.Kind && known.Reference == resolution.Reference)
                return Refuse(DisputeErrors.ResolutionTwice.At("reference", ("reference", known.Reference),
                    ("known", known.Amount), ("item", known.Item), ("amount", resolution.Amount)));
        if (IsUndecided || IsClosed) return Refuse(NotNow());
        if (Before(resolution.On) is { } early) return Refuse(early);
        if (CheckPart(resolution.Item, resolution.Amount, "amount") is { } wrong) return Refuse(wrong);
        var left = LeftOf(resolution.Item, resolution.Kind);
        return resolution.Amount > left
            ? Refuse(DisputeErrors.MoreThanLeft.At("amount",
                ("amount", resolution.Amount), ("left", left), ("item", resolution.Item), ("kind", resolution.Kind)))
            : Happened(new DisputePartResolved { Dispute = Id, On = resolution.On, By = by, At = at, Resolution = resolution });
    }

    /// <summary>
    /// The customer takes it back: all of it is owed from the first due date. Nothing happens when that was done. Refuses
    /// <c>dispute.wrong-status</c> once a part is settled or it is resolved, <c>date-before-step</c>,
    /// <c>explanation-missing</c>.
    /// </summary>
    public Result<Decision<DisputeCase, DisputeEvent>> Withdraw(string reason, LocalDate on, Actor by, Instant at)
    {
        if (Status == DisputeStatus.Withdrawn) return Happened();
        if (Status == DisputeStatus.Resolved || Resolutions.Any(r => r.IsSettled)) return Refuse(NotNow());
        if (Before(on) is { } early) return Refuse(early);
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(DisputeErrors.ExplanationMissing.At("reason", ("dispute", Id)))
            : Happened(new DisputeWithdrawn { Dispute = Id, On = on, By = by, At = at, Reason = reason });
    }

    /// <summary>
    /// Opens a decided or closed case again, about what was not settled in the customer's favour and is still open. Refuses:
    /// <c>dispute.wrong-status</c>, <c>date-before-step</c>, <c>explanation-missing</c>, <c>nothing-left</c>.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="items">The items of the case; one that is not given counts as settled.</param>
    /// <param name="disputed">What other open cases keep apart of these items.</param>
    /// <param name="policy">How long answers and decisions may take.</param>
    /// <param name="calendar">The seller's business days.</param>
    /// <param name="on">The business date.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<DisputeCase, DisputeEvent>> Reopen(
        string reason, EquatableArray<OpenItem> items, EquatableArray<DisputedPart> disputed, DisputePolicy policy,
        BusinessCalendar calendar, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(calendar);
        if (IsUndecided) return Refuse(NotNow());
        if (Before(on) is { } early) return Refuse(early);
        if (string.IsNullOrWhiteSpace(reason))
            return Refuse(DisputeErrors.ExplanationMissing.At("reason", ("dispute", Id)));
        var left = new List<DisputedPart>();
        foreach (var part in Parts)
        {
            if (Find(items, part.Item) is not { } item) continue;
            var amount = Money.Min(part.Amount - Resolved(part.Item, r => r.IsSettled), item.Open - Of(disputed, part.Item));
            if (amount.IsPositive) left.Add(part with { Amount = amount });
        }
        return left.Count == 0
            ? Refuse(DisputeErrors.NothingLeft.With(("dispute", Id)))
            : Happened(new DisputeReopened
            {
                Dispute = Id, On = on, By = by, At = at, Parts = left.ToEquatableArray(), Reason = reason,
                Clock = ClockFrom(on, policy.TermsFor(Reason), calendar),
            });
    }

    private static DisputeClock ClockFrom(LocalDate on, DisputeTerms terms, BusinessCalendar calendar) => new()
    {
        StartedOn = on, AnswerDueOn = calendar.AddBusinessDays(on, terms.AnswerDays),
        DecisionDueOn = calendar.AddBusinessDays(on, terms.DecisionDays),
    };

    private DomainError NotNow() => DisputeErrors.WrongStatus.With(("dispute", Id), ("status", Status));

    private DomainError? Before(LocalDate on) => on >= Steps[^1].On
        ? null
        : DisputeErrors.DateBeforeStep.At("on", ("date", on), ("dispute", Id), ("last", Steps[^1].On));

    private DomainError? CheckPart(OpenItemId item, Money amount, string target)
    {
        if (Parts.FindIndex(p => p.Item == item) < 0)
            return DisputeErrors.PartUnknown.At(target, ("dispute", Id), ("item", item));
        if (amount.Currency != Currency)
            return DisputeErrors.OtherCurrency.At(target, ("amount", amount), ("expected", Currency));
        return amount.IsPositive ? null : DisputeErrors.AmountNotPositive.At(target, ("amount", amount));
    }

    private static Result<Decision<DisputeCase, DisputeEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<DisputeCase, DisputeEvent>>(error);

    private Result<Decision<DisputeCase, DisputeEvent>> Happened(params ReadOnlySpan<DisputeEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
