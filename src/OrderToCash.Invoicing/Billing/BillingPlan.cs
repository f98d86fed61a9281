using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// What would be billed on a day, and what not and why: a pure function of facts and policy, to be looked at before anything
/// happens. Each item is in exactly one document or left out; the order of the facts does not matter.
/// </summary>
public sealed record BillingPlan
{
    /// <summary>The day it was made for.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The documents, ordered by legal entity, customer and what else keeps them apart.</summary>
    public EquatableArray<PlannedInvoice> Invoices { get; init; }

    /// <summary>The items in no document, ordered by item.</summary>
    public EquatableArray<LeftOutItem> LeftOut { get; init; }

    /// <summary>The nets of all documents, one amount a currency, ordered by currency.</summary>
    [JsonIgnore]
    public EquatableArray<Money> Nets => Invoices.GroupBy(i => i.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
        .Select(g => Money.Sum(g.Select(i => i.Net), g.Key)).ToEquatableArray();

    /// <summary>
    /// The plan of a day by one policy. Refused with <see cref="BillingErrors.PolicyInvalid"/>; what is wrong with an item leaves
    /// that item out.
    /// </summary>
    /// <param name="items">What might be billed.</param>
    /// <param name="policy">How.</param>
    /// <param name="day">The day of the run.</param>
    public static Result<BillingPlan> For(IEnumerable<BillableItem> items, BillingPolicy policy, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return For(items, _ => policy, day);
    }

    /// <summary>The plan of a day, each item by the policy of its legal entity, customer or contract. Work is n log n.</summary>
    /// <param name="items">What might be billed.</param>
    /// <param name="policyOf">The policy of an item; the same for the same item, whatever the order.</param>
    /// <param name="day">The day of the run.</param>
    public static Result<BillingPlan> For(
        IEnumerable<BillableItem> items, Func<BillableItem, BillingPolicy> policyOf, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(policyOf);
        return BillingWork.Plan(items, policyOf, day);
    }
}
