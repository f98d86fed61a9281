using OrderToCash.Customers;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What the insolvency of a customer changes in its account, in every version from that day on.</summary>
internal static class InsolvencyProfile
{
    /// <summary>
    /// The customer is insolvent from the opening; where an earlier day is known, that one stays. No goods leave until somebody
    /// lifts the block.
    /// </summary>
    public static DecisionChain<CustomerAccount, CustomerEvent> Insolvent(
        Stored<CustomerAccount> customer, InsolvencyFacts facts, Actor by, Instant at)
    {
        var chain = Changed(customer, facts.OpenedOn, p => p.InsolventSince <= facts.OpenedOn
            ? p : p with { InsolventSince = facts.OpenedOn }, ReasonOf(facts), by, at);
        return customer.State.BlockOf(CustomerBlockKind.Shipments) is not null ? chain
            : chain.Then(c => c.Block(CustomerBlockKind.Shipments, ReasonOf(facts), by, at));
    }

    /// <summary>The customer is not insolvent from a day on; the block that one of its cases set is lifted.</summary>
    public static DecisionChain<CustomerAccount, CustomerEvent> Solvent(
        Stored<CustomerAccount> customer, IEnumerable<InsolvencyFacts> cases, LocalDate on, Actor by, Instant at)
    {
        var chain = Changed(customer, on, p => p with { InsolventSince = null }, "insolvency annulled", by, at);
        return customer.State.BlockOf(CustomerBlockKind.Shipments) is not { } block
            || cases.All(facts => ReasonOf(facts) != block.Reason) ? chain
            : chain.Then(c => c.Unblock(CustomerBlockKind.Shipments, "insolvency annulled", by, at));
    }

    private static string ReasonOf(InsolvencyFacts facts) => $"insolvency {facts.CourtReference}";

    private static DecisionChain<CustomerAccount, CustomerEvent> Changed(Stored<CustomerAccount> customer, LocalDate from,
        Func<CustomerProfile, CustomerProfile> change, string reason, Actor by, Instant at)
    {
        var versions = customer.State.Versions;
        var first = LocalDate.Max(from, versions[0].EffectiveFrom);
        var chain = new DecisionChain<CustomerAccount, CustomerEvent>(customer.State, customer.Version);
        LocalDate[] days = [first, .. versions.Select(v => v.EffectiveFrom).Where(day => day > first)];
        foreach (var day in days)
            if (customer.State.ProfileOn(day) is { } profile)
                chain.Then(c => c.Change(day, change(profile), reason, by, at));
        return chain;
    }
}
