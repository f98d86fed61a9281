namespace OrderToCash.Customers;

public sealed partial record CustomerAccount
{
    /// <summary>Opens an account with its first version.</summary>
    /// <remarks>Finds everything at once: the codes of <see cref="CustomerProfile.Check"/>, <c>customer.id-missing</c>,
    /// <c>customer.own-parent</c>, <c>customer.reason-missing</c>.</remarks>
    /// <param name="id">The host's own number.</param>
    /// <param name="effectiveFrom">The first day; nothing can be made for the customer before it.</param>
    /// <param name="profile">What holds from that day.</param>
    /// <param name="reason">Why the account is opened.</param>
    /// <param name="by">Who opens it.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<CustomerAccount, CustomerEvent>> Open(
        CustomerId id, LocalDate effectiveFrom, CustomerProfile profile, string reason, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(profile);
        List<DomainError> findings = [.. Findings(id, profile), .. ReasonFinding(reason)];
        if (id.IsNone) findings.Add(CustomerErrors.IdMissing.At("id"));
        if (findings.Count > 0) return Result.Failure<Decision<CustomerAccount, CustomerEvent>>(findings);
        var first = new CustomerOpened
        {
            Customer = id, EffectiveFrom = effectiveFrom, Profile = profile, Reason = reason, By = by, At = at,
        };
        return Decision.Born<CustomerAccount, CustomerEvent>(From(first), first);
    }

    /// <summary>
    /// States what holds from a day on. A day of the future is a planned change, one of the past a correction, which leaves
    /// posted documents as they are. A version that begins on the same day is superseded. Nothing happens when that already holds
    /// on the day.
    /// </summary>
    /// <remarks>Refused: <c>customer.before-first-version</c>, <c>customer.reason-missing</c>, and what the profile's check
    /// finds.</remarks>
    public Result<Decision<CustomerAccount, CustomerEvent>> Change(
        LocalDate effectiveFrom, CustomerProfile profile, string reason, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (effectiveFrom < Versions[0].EffectiveFrom)
            return Refuse(CustomerErrors.BeforeFirstVersion.At("effectiveFrom",
                ("date", effectiveFrom), ("first", Versions[0].EffectiveFrom)));
        List<DomainError> findings = [.. Findings(Id, profile), .. ReasonFinding(reason)];
        if (findings.Count > 0) return Result.Failure<Decision<CustomerAccount, CustomerEvent>>(findings);
        return profile == ProfileOn(effectiveFrom)
            ? Nothing()
            : Happened(new CustomerChanged
            {
                Customer = Id, EffectiveFrom = effectiveFrom, Profile = profile, Reason = reason, By = by, At = at,
            });
    }

    /// <summary>
    /// Keeps the customer from something until it is lifted. Nothing happens when the same block with the same reason is there.
    /// </summary>
    /// <remarks>Refused: <c>customer.reason-missing</c>, <c>customer.already-blocked</c> (for another reason).</remarks>
    public Result<Decision<CustomerAccount, CustomerEvent>> Block(CustomerBlockKind kind, string reason, Actor by, Instant at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refuse(CustomerErrors.ReasonMissing.At("reason"));
        if (BlockOf(kind) is not { } block)
            return Happened(new CustomerBlocked { Customer = Id, Kind = kind, Reason = reason, By = by, At = at });
        return block.Reason == reason
            ? Nothing()
            : Refuse(CustomerErrors.AlreadyBlocked.With(
                ("customer", Id), ("kind", kind), ("by", block.By), ("reason", block.Reason)));
    }

    /// <summary>Lifts a block.</summary>
    /// <remarks>Refused: <c>customer.reason-missing</c>, <c>customer.not-blocked</c>.</remarks>
    public Result<Decision<CustomerAccount, CustomerEvent>> Unblock(CustomerBlockKind kind, string reason, Actor by, Instant at)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refuse(CustomerErrors.ReasonMissing.At("reason"));
        return BlockOf(kind) is null
            ? Refuse(CustomerErrors.NotBlocked.With(("customer", Id), ("kind", kind)))
            : Happened(new CustomerUnblocked { Customer = Id, Kind = kind, Reason = reason, By = by, At = at });
    }

    private static EquatableArray<DomainError> Findings(CustomerId id, CustomerProfile profile) =>
        CheckProfile(id, profile).Select(f => f.Below("profile")).ToEquatableArray();

    private static EquatableArray<DomainError> ReasonFinding(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? [CustomerErrors.ReasonMissing.At("reason")] : [];

    private static Result<Decision<CustomerAccount, CustomerEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<CustomerAccount, CustomerEvent>>(error);

    private Result<Decision<CustomerAccount, CustomerEvent>> Nothing() =>
        Decision.Of<CustomerAccount, CustomerEvent>(this, (s, e) => s.Apply(e));

    private Result<Decision<CustomerAccount, CustomerEvent>> Happened(CustomerEvent e) =>
        Decision.Of<CustomerAccount, CustomerEvent>(this, (s, next) => s.Apply(next), e);
}
