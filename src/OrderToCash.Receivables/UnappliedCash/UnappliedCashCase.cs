namespace OrderToCash.Receivables;

/// <summary>Who looks after money that waits, and where it went.</summary>
public sealed record UnappliedCashCase
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>Who looks after it; none while nobody does.</summary>
    public PersonId Owner { get; init; }

    /// <summary>Where it went, those taken back included.</summary>
    public EquatableArray<UnappliedCashMove> Moves { get; init; }

    /// <summary>The case of a payment before anything happened.</summary>
    public static UnappliedCashCase Of(OpenItemId payment) => new() { Payment = payment };

    /// <summary>
    /// Somebody looks after it. Nothing happens when they do already. Refuses <c>unapplied-cash.incomplete</c> without an owner,
    /// <c>not-waiting</c>.
    /// </summary>
    public Result<Decision<UnappliedCashCase, UnappliedCashEvent>> Assign(
        OpenItem item, PersonId owner, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (owner.IsNone)
            return Result.Failure<Decision<UnappliedCashCase, UnappliedCashEvent>>(
                UnappliedCashErrors.Incomplete.At("owner", ("what", "who looks after it")));
        if (NotWaiting(item) is { } wrong) return Result.Failure<Decision<UnappliedCashCase, UnappliedCashEvent>>(wrong);
        return owner == Owner
            ? Decision.Of<UnappliedCashCase, UnappliedCashEvent>(this, static (s, e) => s.Apply(e))
            : Decision.Of<UnappliedCashCase, UnappliedCashEvent>(this, static (s, e) => s.Apply(e),
                new UnappliedCashAssigned { Payment = Payment, On = on, By = by, At = at, Owner = owner });
    }

    /// <summary>
    /// Moves money, or a part of it, to the customer it belongs to: a payment on that account with the day the money came in.
    /// Refuses <c>unapplied-cash.incomplete</c>, <c>not-waiting</c>, <c>same-customer</c>, and what
    /// <see cref="Ledger.MoveCredit"/> refuses.
    /// </summary>
    public Result<UnappliedCashStep> Move(
        OpenItem item, MoveCreditFacts facts, string reason, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(facts);
        var findings = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(reason)) findings.Add(UnappliedCashErrors.Incomplete.At("reason", ("what", "why")));
        if (facts.To.IsNone) findings.Add(UnappliedCashErrors.Incomplete.At("to", ("what", "whose money it is")));
        if (NotWaiting(item) is { } wrong) findings.Add(wrong);
        if (facts.To == item.Customer)
            findings.Add(UnappliedCashErrors.SameCustomer.At("to", ("item", item.Id), ("customer", facts.To)));
        if (findings.Count > 0) return Result.Failure<UnappliedCashStep>(findings);
        var posted = Ledger.MoveCredit(item, facts, policy, by, at);
        if (!posted.IsSuccess) return Result.Failure<UnappliedCashStep>(posted.Errors);
        return Decision.Of<UnappliedCashCase, UnappliedCashEvent>(this, static (s, e) => s.Apply(e), new UnappliedCashMoved
        {
            Payment = Payment, On = facts.Date, By = by, At = at,
            Move = new()
            {
                Entry = facts.Entry, Customer = facts.To, Item = facts.NewItem, On = facts.Date, Reason = reason,
                Amount = posted.Value.Item(facts.NewItem)!.Amount.Abs(),
            },
        }).Map(d => new UnappliedCashStep { Decision = d, Posting = posted.Value });
    }

    /// <summary>
    /// Takes a move back, while nothing used the money on the other account. Refuses <c>unapplied-cash.incomplete</c>,
    /// <c>move-unknown</c>, and what <see cref="Ledger.Reverse"/> refuses.
    /// </summary>
    /// <param name="items">The payment and the item it became.</param>
    /// <param name="moved">The entry that moved it.</param>
    /// <param name="facts">The reversal.</param>
    /// <param name="reason">Why.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<UnappliedCashStep> TakeBack(EquatableArray<OpenItem> items, JournalEntry moved, ReversalFacts facts,
        string reason, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(moved);
        ArgumentNullException.ThrowIfNull(facts);
        if (string.IsNullOrWhiteSpace(reason))
            return Result.Failure<UnappliedCashStep>(UnappliedCashErrors.Incomplete.At("reason", ("what", "why")));
        if (!Moves.Any(m => m.Entry == moved.Id && m.TakenBackOn is null))
            return Result.Failure<UnappliedCashStep>(UnappliedCashErrors.MoveUnknown.At("entry",
                ("entry", moved.Id), ("item", Payment)));
        var posted = Ledger.Reverse(items, moved, facts, policy, by, at);
        if (!posted.IsSuccess) return Result.Failure<UnappliedCashStep>(posted.Errors);
        return Decision.Of<UnappliedCashCase, UnappliedCashEvent>(this, static (s, e) => s.Apply(e), new UnappliedCashTakenBack
        {
            Payment = Payment, On = facts.Date, By = by, At = at, Entry = moved.Id, Reason = reason,
        }).Map(d => new UnappliedCashStep { Decision = d, Posting = posted.Value });
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another case, or is unknown.</exception>
    public UnappliedCashCase Apply(UnappliedCashEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Payment != Payment) throw new ArgumentException($"The event is about {e.Payment}, not about {Payment}.", nameof(e));
        return e switch
        {
            UnappliedCashAssigned assigned => this with { Owner = assigned.Owner },
            UnappliedCashMoved moved => this with { Moves = Moves.Add(moved.Move) },
            UnappliedCashTakenBack back => this with
            {
                Moves = Moves.Select(m => m.Entry == back.Entry ? m with { TakenBackOn = back.On } : m).ToEquatableArray(),
            },
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored case, as <see cref="UnappliedCashErrors.StateBroken"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Payment.IsNone) Broken("payment", "it is about no payment");
        if (Moves.DistinctBy(m => m.Entry).Count() != Moves.Count) Broken("moves", "an entry moved it twice");
        if (Moves.Any(m => !m.Amount.IsPositive || m.Customer.IsNone || m.TakenBackOn < m.On))
            Broken("moves", "a move has no amount, no customer, or was taken back before it was made");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(UnappliedCashErrors.StateBroken.At(target, ("item", Payment), ("what", what)));
    }

    private DomainError? NotWaiting(OpenItem item) =>
        item.Id == Payment && item.Kind == OpenItemKind.Payment && item.Open.IsNegative ? null
        : UnappliedCashErrors.NotWaiting.At("item", ("item", item.Id), ("kind", item.Kind), ("open", item.Open));
}
