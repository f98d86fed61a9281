namespace OrderToCash.Receivables;

public sealed partial record DisputeCase
{
    /// <summary>The case that this first event makes.</summary>
    public static DisputeCase From(DisputeOpened first)
    {
        ArgumentNullException.ThrowIfNull(first);
        var facts = first.Facts;
        return new()
        {
            Id = first.Dispute, LegalEntity = first.LegalEntity, Customer = first.Customer,
            DocumentNumber = first.DocumentNumber, Reason = facts.Reason, Status = DisputeStatus.Open, Parts = facts.Parts,
            Lines = facts.Lines, CustomerReference = facts.CustomerReference, Text = facts.Text, Owner = facts.Owner,
            Evidence = facts.Evidence, OpenedOn = first.On, Clock = first.Clock,
            Steps = [new() { Status = DisputeStatus.Open, On = first.On, At = first.At, Withheld = facts.Parts }],
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another case, is the first one, or is unknown.</exception>
    public DisputeCase Apply(DisputeEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Dispute != Id) throw new ArgumentException($"The event is about {e.Dispute}, not about {Id}.", nameof(e));
        return e switch
        {
            DisputeAssigned assigned => this with { Owner = assigned.Owner },
            DisputeEvidenceAdded added => this with { Evidence = Evidence.Add(added.Evidence) },
            DisputeInvestigated => Stepped(this with { Status = DisputeStatus.Investigating }, e),
            DisputeDecided decided => Stepped(Decided(decided), e),
            DisputeAnswered => this with { Clock = Clock with { AnsweredOn = Clock.AnsweredOn ?? e.On } },
            DisputePartResolved resolved => Stepped(Resolved(resolved.Resolution), e),
            DisputeWithdrawn => Stepped(this with
            {
                Status = DisputeStatus.Withdrawn, Clock = Clock with { DecidedOn = Clock.DecidedOn ?? e.On },
            }, e),
            DisputeReopened reopened => Stepped(Reopened(reopened), e),
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored case, as <see cref="DisputeErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone) Broken("id", "it has no id");
        if (Reason.IsNone) Broken("reason", "it has no reason");
        if (Parts.IsEmpty || Steps.IsEmpty)
        {
            Broken("parts", "it is about nothing");
            return findings.ToEquatableArray();
        }
        Amounts(Parts, "parts");
        Amounts(Finding?.Valid ?? [], "finding.valid");
        if (Resolutions.Any(r => !r.Amount.IsPositive || r.Amount.Currency != Currency))
            Broken("resolutions", "an amount is not above zero, or of another currency");
        if (findings.Count > 0) return findings.ToEquatableArray();
        foreach (var part in Finding?.Valid ?? [])
            if (part.Amount > DisputedOf(part.Item)) Broken("finding.valid", $"more of {part.Item} is valid than disputed");
        foreach (var part in Parts)
            if (Resolved(part.Item, _ => true) > part.Amount) Broken("resolutions", $"more of {part.Item} ended than there is");
        if (Status is DisputeStatus.Valid or DisputeStatus.PartlyValid or DisputeStatus.Invalid && Status != Outcome())
            Broken("status", "it is not what was found");
        if (IsUndecided && Finding is not null) Broken("finding", "it is not decided yet");
        if ((Status == DisputeStatus.Resolved) != (!IsUndecided && Status != DisputeStatus.Withdrawn && IsAllResolved()))
            Broken("status", "a case is resolved when all of it is");
        for (var i = 1; i < Steps.Count; i++)
            if (Steps[i].On < Steps[i - 1].On) Broken($"steps[{i}]", "it is before the step before it");
        if (Steps[^1].Status != Status || Steps[^1].Withheld != Withheld()) Broken("steps", "the last is not the present");
        return findings.ToEquatableArray();

        void Amounts(EquatableArray<DisputedPart> parts, string target)
        {
            if (parts.Any(p => !p.Amount.IsPositive || p.Amount.Currency != Currency))
                Broken(target, "an amount is not above zero, or of another currency");
            if (parts.DistinctBy(p => p.Item).Count() != parts.Count) Broken(target, "an item is there twice");
        }

        void Broken(string target, string what) =>
            findings.Add(DisputeErrors.StateBroken.At(target, ("dispute", Id), ("what", what)));
    }

    private DisputeCase Decided(DisputeDecided e)
    {
        var decided = this with
        {
            Finding = new() { Valid = e.Valid, Explanation = e.Explanation, On = e.On, By = e.By },
            Clock = Clock with { DecidedOn = e.On },
        };
        return decided with { Status = decided.Outcome() };
    }

    private DisputeCase Resolved(DisputeResolution resolution)
    {
        var resolved = this with { Resolutions = Resolutions.Add(resolution) };
        return resolved.IsAllResolved() ? resolved with { Status = DisputeStatus.Resolved } : resolved;
    }

    private DisputeCase Reopened(DisputeReopened e) => this with
    {
        Status = DisputeStatus.Investigating, Parts = e.Parts, Finding = null, Resolutions = [], Clock = e.Clock,
        EarlierRounds = EarlierRounds.Add(new() { Parts = Parts, Finding = Finding, Resolutions = Resolutions }),
    };

    private static DisputeCase Stepped(DisputeCase next, DisputeEvent e) => next with
    {
        Steps = next.Steps.Add(new() { Status = next.Status, On = e.On, At = e.At, Withheld = next.Withheld() }),
    };

    private DisputeStatus Outcome() => ValidAmount.IsZero ? DisputeStatus.Invalid
        : ValidAmount == Disputed ? DisputeStatus.Valid
        : DisputeStatus.PartlyValid;

    private bool IsAllResolved() => Money.Sum(Resolutions.Select(r => r.Amount), Currency) == Disputed;

    // While nobody knows, all that is claimed; after the decision what was found valid and is not settled yet.
    private EquatableArray<DisputedPart> Withheld()
    {
        if (IsUndecided) return Parts;
        if (IsClosed) return [];
        return (Finding?.Valid ?? [])
            .Select(p => p with { Amount = p.Amount - Money.Min(p.Amount, Resolved(p.Item, r => r.IsSettled)) })
            .Where(p => p.Amount.IsPositive).ToEquatableArray();
    }
}
