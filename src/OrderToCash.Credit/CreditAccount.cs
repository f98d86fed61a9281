using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>
/// The credit of one customer with one legal entity: limits, what open orders hold, and what is owed. It is the stream of the
/// limit's owner: whoever takes headroom commits it at the version he saw, so that two orders never take the same headroom.
/// </summary>
public sealed partial record CreditAccount
{
    /// <summary>Whose credit it is.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who gets it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The currency of limit and exposure.</summary>
    public required Currency Currency { get; init; }

    /// <summary>How many events made this state; the version its stream has.</summary>
    public required int Version { get; init; }

    /// <summary>All limits ever granted, in the order they were granted.</summary>
    public EquatableArray<GrantedLimit> Limits { get; init; }

    /// <summary>Releases not used up yet; at most one an order.</summary>
    public EquatableArray<CreditRelease> Releases { get; init; }

    /// <summary>What open orders hold; an order without anything is not here.</summary>
    public EquatableArray<CreditPosition> Positions { get; init; }

    /// <summary>Invoiced and not yet settled.</summary>
    public required Money OpenReceivable { get; init; }

    /// <summary>Money and credit notes not yet applied.</summary>
    public required Money UnappliedCredit { get; init; }

    /// <summary>All buckets; O(open orders).</summary>
    [JsonIgnore]
    public CreditExposure Exposure
    {
        get
        {
            var (reserved, ordered, delivered) = (Money.Zero(Currency), Money.Zero(Currency), Money.Zero(Currency));
            foreach (var position in Positions)
            {
                reserved += position.Reserved;
                ordered += position.Ordered;
                delivered += position.Delivered;
            }
            return new()
            {
                Reserved = reserved, Ordered = ordered, DeliveredNotInvoiced = delivered,
                OpenReceivable = OpenReceivable, UnappliedCredit = UnappliedCredit,
            };
        }
    }

    /// <summary>
    /// The limit that holds on a day: of those whose days contain it the one that begins last, of equals the one granted last. So
    /// a temporary limit wins over the standing one and ends by itself. Null when there is none: the policy's default holds.
    /// </summary>
    public GrantedLimit? LimitOn(LocalDate on)
    {
        GrantedLimit? best = null;
        foreach (var limit in Limits)
            if (limit.Holds(on) && (best is null || limit.From >= best.From)) best = limit;
        return best;
    }

    /// <summary>What an order holds, or null.</summary>
    public CreditPosition? Position(OrderId order) => PositionOf(order) is var at and >= 0 ? Positions[at] : null;

    /// <summary>Every broken invariant of a stored account, as <see cref="CreditErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var errors = new List<DomainError>();
        Amount(OpenReceivable, "openReceivable");
        Amount(UnappliedCredit, "unappliedCredit");
        var orders = new HashSet<OrderId>();
        for (var i = 0; i < Positions.Count; i++)
        {
            var (position, target) = (Positions[i], $"positions[{i}]");
            Amount(position.Reserved, $"{target}.reserved");
            Amount(position.Ordered, $"{target}.ordered");
            Amount(position.Delivered, $"{target}.delivered");
            if (!orders.Add(position.Order)) Broken(target, $"order {position.Order} is there twice");
            if (position is { Reserved.IsZero: true, Ordered.IsZero: true, Delivered.IsZero: true })
                Broken(target, "it is empty");
            if (position.Reserved.IsZero != position.ReservedUntil is null)
                Broken(target, "a reservation has an end, nothing else has");
            if (position.ConfirmedRevision > position.Revision) Broken(target, "a later revision is confirmed than was reserved");
        }
        for (var i = 0; i < Limits.Count; i++)
        {
            if (Limits[i].Limit.Amount is { } amount) Amount(amount, $"limits[{i}]");
            if (Limits[i].To < Limits[i].From) Broken($"limits[{i}]", "it ends before it begins");
        }
        if (Releases.DistinctBy(r => r.Order).Count() != Releases.Count) Broken("releases", "an order has two releases");
        return errors.ToEquatableArray();

        void Amount(Money amount, string target)
        {
            if (amount.Currency != Currency || amount.IsNegative)
                Broken(target, $"{amount} is no amount of {Currency} at zero or above");
        }

        void Broken(string target, string what) => errors.Add(CreditErrors.StateBroken.At(target, ("what", what)));
    }

    private int PositionOf(OrderId order)
    {
        for (var i = 0; i < Positions.Count; i++)
            if (Positions[i].Order == order) return i;
        return -1;
    }
}
