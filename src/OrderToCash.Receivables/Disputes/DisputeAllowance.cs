namespace OrderToCash.Receivables;

/// <summary>
/// What one customer was granted without a person. It is a stream of its own, committed with each automatic decision: two
/// claims at the same moment can't both take the rest of the allowance.
/// </summary>
public sealed record DisputeAllowance
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who was granted it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What, in the order of recording.</summary>
    public EquatableArray<GrantedClaim> Granted { get; init; }

    /// <summary>An allowance of which nothing is used.</summary>
    public static DisputeAllowance Unused(LegalEntityId legalEntity, CustomerId customer) =>
        new() { LegalEntity = legalEntity, Customer = customer };

    /// <summary>What was granted since a day, inclusive; later days count too: dating a claim back gains nothing.</summary>
    public Money GrantedSince(LocalDate day, Currency currency) =>
        Money.Sum(Granted.Where(g => g.On >= day && g.Amount.Currency == currency).Select(g => g.Amount), currency);

    /// <summary>
    /// Takes a grant from the allowance; a grant of zero, and one that was taken before, takes nothing. Refuses
    /// <c>dispute.allowance-used</c>.
    /// </summary>
    public Result<Decision<DisputeAllowance, DisputeAllowanceEvent>> Grant(
        GrantedClaim claim, DisputePolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(policy);
        if (claim.Amount.IsZero || Granted.Any(g => g.Dispute == claim.Dispute && g.Round == claim.Round)) return Happened();
        var (limit, since) = (policy.AllowanceIn(claim.Amount.Currency), claim.On.PlusDays(1 - policy.AllowanceDays));
        var granted = GrantedSince(since, claim.Amount.Currency);
        return granted + claim.Amount > limit
            ? Result.Failure<Decision<DisputeAllowance, DisputeAllowanceEvent>>(DisputeErrors.AllowanceUsed.At("amount",
                ("amount", claim.Amount), ("granted", granted), ("since", since), ("limit", limit)))
            : Happened(new ClaimGranted { LegalEntity = LegalEntity, Customer = Customer, By = by, At = at, Claim = claim });
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is of another customer or unknown.</exception>
    public DisputeAllowance Apply(DisputeAllowanceEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Customer != Customer || e.LegalEntity != LegalEntity)
            throw new ArgumentException($"The event is about {e.Customer}, not about {Customer}.", nameof(e));
        return e is ClaimGranted granted
            ? this with { Granted = Granted.Add(granted.Claim) }
            : throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e));
    }

    /// <summary>Every broken rule of a stored allowance, as <see cref="DisputeErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        var seen = new HashSet<(DisputeId, int)>();
        for (var i = 0; i < Granted.Count; i++)
            if (!Granted[i].Amount.IsPositive || !seen.Add((Granted[i].Dispute, Granted[i].Round)))
                findings.Add(DisputeErrors.StateBroken.At($"granted[{i}]",
                    ("dispute", Granted[i].Dispute), ("what", "it was granted twice, or nothing was")));
        return findings.ToEquatableArray();
    }

    private Result<Decision<DisputeAllowance, DisputeAllowanceEvent>> Happened(
        params ReadOnlySpan<DisputeAllowanceEvent> events) => Decision.Of(this, static (s, e) => s.Apply(e), events);
}
