using OrderToCash.Receivables;

namespace OrderToCash.Collections;

/// <summary>Plans dunning: pure, and linear in the items but for sorting.</summary>
public static class DunningRun
{
    /// <summary>
    /// What to send on a day. The level is per instalment; one letter goes to a customer per legal entity and currency, with the
    /// highest level of its lines. No level is jumped unless the policy says so; a courtesy level is passed over once the
    /// instalment is late.
    /// </summary>
    /// <param name="items">Open items of any customers, credits included; in any order, each once.</param>
    /// <param name="cases">What was sent before; at most one case per legal entity and customer.</param>
    /// <param name="stops">Disputes, pauses, promises ... as given facts.</param>
    /// <param name="policy">The levels; must pass its check.</param>
    /// <param name="asOf">The day.</param>
    /// <exception cref="ArgumentException">The policy does not pass its check.</exception>
    /// <exception cref="CurrencyMismatchException">The part of a stop has another currency than its item.</exception>
    public static DunningPlan Plan(
        IEnumerable<OpenItem> items, IEnumerable<DunningCase> cases, IEnumerable<DunningStop> stops, DunningPolicy policy,
        LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Check() is { IsEmpty: false } findings)
            throw new ArgumentException($"The policy is not sound: {findings}", nameof(policy));
        var (history, kept) = (History(cases), new DunningStops(stops, asOf));
        var (accounts, notDunned) =
            (new Dictionary<(LegalEntityId, CustomerId, Currency), DunningAccount>(), new List<NotDunned>());
        foreach (var item in items)
        {
            var key = (item.LegalEntity, item.Customer, item.Amount.Currency);
            if (!accounts.TryGetValue(key, out var account)) accounts[key] = account = new(policy, asOf, item);
            var before = history.GetValueOrDefault((item.LegalEntity, item.Customer))?.GetValueOrDefault(item.Id);
            account.Add(item, before, kept, notDunned);
        }
        var letters = new List<DunningLetter>();
        foreach (var account in accounts.Values)
            if (account.Close(notDunned) is { } letter) letters.Add(letter);
        letters.Sort(ByAccount);
        notDunned.Sort((a, b) => a.Customer.CompareTo(b.Customer) is not 0 and var c ? c : a.Item.CompareTo(b.Item));
        return new()
        {
            Policy = policy.Name, PolicyVersion = policy.Version, AsOf = asOf,
            Letters = letters.ToEquatableArray(), NotDunned = notDunned.ToEquatableArray(),
        };
    }

    private static Dictionary<(LegalEntityId, CustomerId), Dictionary<OpenItemId, DunnedItem>> History(
        IEnumerable<DunningCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var history = new Dictionary<(LegalEntityId, CustomerId), Dictionary<OpenItemId, DunnedItem>>();
        foreach (var known in cases)
        {
            var byItem = new Dictionary<OpenItemId, DunnedItem>(known.Items.Count);
            foreach (var item in known.Items) byItem[item.Item] = item;
            history.Add((known.LegalEntity, known.Customer), byItem);
        }
        return history;
    }

    private static int ByAccount(DunningLetter a, DunningLetter b)
    {
        if (a.LegalEntity.CompareTo(b.LegalEntity) is not 0 and var byEntity) return byEntity;
        return a.Customer.CompareTo(b.Customer) is not 0 and var byCustomer
            ? byCustomer
            : a.AmountDue.Currency.CompareTo(b.AmountDue.Currency);
    }
}
