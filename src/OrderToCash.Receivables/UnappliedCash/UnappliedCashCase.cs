namespace OrderToCash.Receivables;

/// <summary>Who looks after money that waits.</summary>
public sealed record UnappliedCashCase
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>Who looks after it; none while nobody does.</summary>
    public PersonId Owner { get; init; }

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

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another case, or is unknown.</exception>
    public UnappliedCashCase Apply(UnappliedCashEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Payment != Payment) throw new ArgumentException($"The event is about {e.Payment}, not about {Payment}.", nameof(e));
        return e switch
        {
            UnappliedCashAssigned assigned => this with { Owner = assigned.Owner },
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored case, as <see cref="UnappliedCashErrors.StateBroken"/>.</summary>
    public EquatableArray<DomainError> Check() => !Payment.IsNone ? []
        : [UnappliedCashErrors.StateBroken.At("payment", ("item", Payment), ("what", "it is about no payment"))];

    private DomainError? NotWaiting(OpenItem item) =>
        item.Id == Payment && item.Kind == OpenItemKind.Payment && item.Open.IsNegative ? null
        : UnappliedCashErrors.NotWaiting.At("item", ("item", item.Id), ("kind", item.Kind), ("open", item.Open));
}
