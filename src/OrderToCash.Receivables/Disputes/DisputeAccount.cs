namespace OrderToCash.Receivables;

/// <summary>
/// What the disputes of one customer come to: what each case keeps apart now, and what was granted without a person. It is a
/// stream of its own, committed with each case: two claims at the same moment can't both take the same open amount, or the same
/// rest of the allowance. Whoever asks what is disputed now reads this, not all cases.
/// </summary>
public sealed record DisputeAccount
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose claims.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What each case keeps apart; cases that keep nothing apart are not here.</summary>
    public EquatableArray<WithheldByDispute> Withheld { get; init; }

    /// <summary>What was granted without a person, in the order of recording.</summary>
    public EquatableArray<GrantedClaim> Granted { get; init; }

    /// <summary>An account without disputes.</summary>
    public static DisputeAccount Empty(LegalEntityId legalEntity, CustomerId customer) =>
        new() { LegalEntity = legalEntity, Customer = customer };

    /// <summary>What is kept apart of each item, one part per item, ordered by item; of all cases, or of all but one.</summary>
    /// <param name="butOf">The case to leave out; none for all.</param>
    public EquatableArray<DisputedPart> Parts(DisputeId butOf = default)
    {
        var sums = new SortedDictionary<OpenItemId, Money>();
        foreach (var one in Withheld)
            if (one.Dispute != butOf)
                foreach (var part in one.Parts)
                    sums[part.Item] = sums.TryGetValue(part.Item, out var sum) ? sum + part.Amount : part.Amount;
        return sums.Select(s => new DisputedPart { Item = s.Key, Amount = s.Value }).ToEquatableArray();
    }

    /// <summary>What was granted since a day, inclusive; later days count too: dating a claim back gains nothing.</summary>
    public Money GrantedSince(LocalDate day, Currency currency) =>
        Money.Sum(Granted.Where(g => g.On >= day && g.Amount.Currency == currency).Select(g => g.Amount), currency);

    /// <summary>Takes over what a case keeps apart now; nothing happens when it is known.</summary>
    public Result<Decision<DisputeAccount, DisputeAccountEvent>> Follow(DisputeCase one, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(one);
        var parts = one.Steps[^1].Withheld;
        var known = Withheld.FindIndex(w => w.Dispute == one.Id);
        return parts == (known < 0 ? [] : Withheld[known].Parts)
            ? Happened()
            : Happened(new DisputeWithheld
            {
                LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Dispute = one.Id, Parts = parts,
            });
    }

    /// <summary>
    /// Takes a grant from the allowance; a grant of zero, and one that was taken before, takes nothing. Refuses
    /// <c>dispute.allowance-used</c>.
    /// </summary>
    public Result<Decision<DisputeAccount, DisputeAccountEvent>> Grant(
        GrantedClaim claim, DisputePolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(policy);
        if (claim.Amount.IsZero || Granted.Any(g => g.Dispute == claim.Dispute && g.Round == claim.Round)) return Happened();
        var (limit, since) = (policy.AllowanceIn(claim.Amount.Currency), claim.On.PlusDays(1 - policy.AllowanceDays));
        var granted = GrantedSince(since, claim.Amount.Currency);
        return granted + claim.Amount > limit
            ? Result.Failure<Decision<DisputeAccount, DisputeAccountEvent>>(DisputeErrors.AllowanceUsed.At("amount",
                ("amount", claim.Amount), ("granted", granted), ("since", since), ("limit", limit)))
            : Happened(new ClaimGranted { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Claim = claim });
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is of another customer or unknown.</exception>
    public DisputeAccount Apply(DisputeAccountEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Customer != Customer || e.LegalEntity != LegalEntity)
            throw new ArgumentException($"The event is about {e.Customer}, not about {Customer}.", nameof(e));
        return e switch
        {
            DisputeWithheld withheld => this with { Withheld = With(withheld.Dispute, withheld.Parts) },
            ClaimGranted granted => this with { Granted = Granted.Add(granted.Claim) },
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored account, as <see cref="DisputeErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        var granted = new HashSet<(DisputeId, int)>();
        for (var i = 0; i < Granted.Count; i++)
            if (!Granted[i].Amount.IsPositive || !granted.Add((Granted[i].Dispute, Granted[i].Round)))
                Broken($"granted[{i}]", Granted[i].Dispute, "it was granted twice, or nothing was");
        var known = new HashSet<DisputeId>();
        for (var i = 0; i < Withheld.Count; i++)
            if (!known.Add(Withheld[i].Dispute) || Withheld[i].Parts.IsEmpty
                || Withheld[i].Parts.Any(p => !p.Amount.IsPositive))
                Broken($"withheld[{i}]", Withheld[i].Dispute, "it is there twice, or keeps nothing apart");
        foreach (var item in Withheld.SelectMany(w => w.Parts).GroupBy(p => p.Item))
            if (item.DistinctBy(p => p.Amount.Currency).Count() > 1)
                Broken("withheld", default, $"{item.Key} is kept apart in two currencies");
        return findings.ToEquatableArray();

        void Broken(string target, DisputeId dispute, string what) =>
            findings.Add(DisputeErrors.StateBroken.At(target, ("dispute", dispute), ("what", what)));
    }

    private EquatableArray<WithheldByDispute> With(DisputeId dispute, EquatableArray<DisputedPart> parts)
    {
        var others = Withheld.Where(w => w.Dispute != dispute).ToEquatableArray();
        return parts.IsEmpty ? others : others.Add(new() { Dispute = dispute, Parts = parts });
    }

    private Result<Decision<DisputeAccount, DisputeAccountEvent>> Happened(params ReadOnlySpan<DisputeAccountEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
