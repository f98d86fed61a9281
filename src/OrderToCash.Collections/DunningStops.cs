namespace OrderToCash.Collections;

/// <summary>The stops in force on a day, by what they hold for.</summary>
internal sealed class DunningStops
{
    private readonly Dictionary<CustomerId, DunningStop> byCustomer = [];
    private readonly Dictionary<(CustomerId, OpenItemId), DunningStop> whole = [];
    private readonly Dictionary<(CustomerId, OpenItemId), DunningStop> parts = [];

    internal DunningStops(IEnumerable<DunningStop> stops, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(stops);
        foreach (var stop in stops)
        {
            if (!stop.HoldsOn(asOf)) continue;
            if (stop.Item is not { } item) Keep(byCustomer, stop.Customer, stop);
            else if (stop.Amount is null) Keep(whole, (stop.Customer, item), stop);
            else Join((stop.Customer, item), stop);
        }
    }

    /// <summary>The stop that holds for all of an item, or null: of the item before of the customer.</summary>
    internal DunningStop? Whole(CustomerId customer, OpenItemId item) =>
        whole.GetValueOrDefault((customer, item)) ?? byCustomer.GetValueOrDefault(customer);

    /// <summary>The stop for a part of an item, with the sum of all its parts; or null.</summary>
    internal DunningStop? Part(CustomerId customer, OpenItemId item) => parts.GetValueOrDefault((customer, item));

    // The one that holds longest says when dunning goes on; among equals the first reason.
    private static void Keep<TKey>(Dictionary<TKey, DunningStop> stops, TKey key, DunningStop stop) where TKey : notnull
    {
        if (!stops.TryGetValue(key, out var known) || Longer(stop, known)) stops[key] = stop;
    }

    private void Join((CustomerId, OpenItemId) key, DunningStop stop)
    {
        if (!parts.TryGetValue(key, out var known)) parts[key] = stop;
        else parts[key] = (Longer(stop, known) ? stop : known) with { Amount = known.Amount!.Value + stop.Amount!.Value };
    }

    private static bool Longer(DunningStop stop, DunningStop known)
    {
        var (one, other) = (stop.Until ?? LocalDate.MaxIsoValue, known.Until ?? LocalDate.MaxIsoValue);
        if (one != other) return one > other;
        return stop.Reason != known.Reason ? stop.Reason < known.Reason : string.CompareOrdinal(stop.Note, known.Note) < 0;
    }
}
