using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>What was charged for the late payment of one item: the marker that keeps a day from being charged twice.</summary>
public sealed partial record ItemInterest
{
    /// <summary>The item owed.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Its currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The charges, in their order.</summary>
    public EquatableArray<ItemInterestCharge> Charges { get; init; }

    /// <summary>The item of the compensation; none while none was charged.</summary>
    public OpenItemId Compensation { get; init; }

    /// <summary>The last day that was charged; null before the first charge.</summary>
    [JsonIgnore]
    public LocalDate? ChargedThrough => Charges.IsEmpty ? null : Charges[^1].Through;

    /// <summary>What was charged in all, what was given up later included.</summary>
    [JsonIgnore]
    public Money Charged => Money.Sum(Charges.Select(c => c.Amount), Currency);

    /// <summary>An item on which nothing was charged.</summary>
    public static ItemInterest None(OpenItemId item, Currency currency) => new() { Item = item, Currency = currency };

    /// <summary>The charge of this item, or null.</summary>
    public ItemInterestCharge? Charge(OpenItemId charge) => IndexOf(charge) is var at and >= 0 ? Charges[at] : null;

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is about another item, or unknown.</exception>
    public ItemInterest Apply(ItemInterestEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Item != Item) throw new ArgumentException($"The event is about {e.Item}, not about {Item}.", nameof(e));
        return e switch
        {
            LateInterestCharged charged => this with { Charges = Charges.Add(charged.Charge) },
            LateInterestWaived waived when IndexOf(waived.Charge) is var at and >= 0 => this with
            {
                Charges = Charges.SetItem(at, Charges[at] with { WaivedBecause = waived.Reason }),
            },
            LateCompensationCharged charged => this with { Compensation = charged.Charge },
            _ => throw new ArgumentException($"{e.GetType().Name} is unknown, or about no charge.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of what is stored, as <see cref="InterestErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Item.IsNone) Broken("item", "it is about none");
        for (var i = 0; i < Charges.Count; i++)
        {
            var (charge, target) = (Charges[i], $"charges[{i}]");
            if (charge.Amount.Currency != Currency || !charge.Amount.IsPositive)
                Broken(target, "its amount is not above zero in the currency of the item");
            if (i > 0 && charge.Through <= Charges[i - 1].Through) Broken(target, "its days were charged before");
            if (IndexOf(charge.Charge) != i) Broken(target, "it is there twice");
        }
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(InterestErrors.StateBroken.At(target, ("item", Item), ("what", what)));
    }

    private int IndexOf(OpenItemId charge) => Charges.FindIndex(c => c.Charge == charge);
}
