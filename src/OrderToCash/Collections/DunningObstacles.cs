using OrderToCash.Collections;
using OrderToCash.Customers;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What the books themselves know against reminding somebody: disputed parts, insolvency, blocks, and factors.</summary>
internal sealed class DunningObstacles(IBooks books)
{
    /// <summary>The stops of a day for these items.</summary>
    public async Task<EquatableArray<DunningStop>> FindAsync(
        IReadOnlyCollection<OpenItem> items, LocalDate asOf, CancellationToken cancellationToken)
    {
        var (stops, owners) = (new List<DunningStop>(), items.ToDictionary(i => i.Id));
        var cases = new List<DisputeCase>();
        await foreach (var one in books.AllAsync<DisputeCase>(Streams.DisputeKind, cancellationToken).ConfigureAwait(false))
            cases.Add(one.State);
        foreach (var part in DisputeEffects.Withheld(cases, asOf))
            if (owners.TryGetValue(part.Item, out var item)) stops.Add(new()
            {
                Customer = item.Customer, Item = item.Id, Reason = DunningStopReason.Disputed, Amount = part.Amount,
            });
        foreach (var legalEntity in items.Select(i => i.LegalEntity).Distinct())
            foreach (var id in await FactoredItems
                .CollectedByFactorAsync(books, legalEntity, cancellationToken).ConfigureAwait(false))
                if (owners.TryGetValue(id, out var item))
                    stops.Add(new() { Customer = item.Customer, Item = id, Reason = DunningStopReason.Factored });
        var debtors = items.Where(i => i.Open.IsPositive).Select(i => i.Customer).ToHashSet();
        await foreach (var one in books.AllAsync<CustomerAccount>(Streams.CustomerKind, cancellationToken).ConfigureAwait(false))
            if (debtors.Contains(one.State.Id) && StopOf(one.State, asOf) is { } stop) stops.Add(stop);
        return stops.ToEquatableArray();
    }

    /// <summary>Why a letter of a day does not go out any more.</summary>
    public static DomainError? BlockOf(CustomerAccount customer, LocalDate asOf) =>
        customer.ProfileOn(asOf) is { } profile && profile.IsInsolventOn(asOf)
            ? ProcessErrors.CustomerBlocked.With(("customer", customer.Id), ("kind", CustomerBlockKind.Dunning),
                ("reason", $"insolvent since {profile.InsolventSince}"))
            : ProcessErrors.Blocked(customer, CustomerBlockKind.Dunning);

    private static DunningStop? StopOf(CustomerAccount customer, LocalDate asOf) =>
        customer.ProfileOn(asOf) is { } profile && profile.IsInsolventOn(asOf)
            ? new() { Customer = customer.Id, Reason = DunningStopReason.Insolvent }
        : customer.BlockOf(CustomerBlockKind.Dunning) is { } block
            ? new() { Customer = customer.Id, Reason = DunningStopReason.Paused, Note = block.Reason }
        : null;
}
