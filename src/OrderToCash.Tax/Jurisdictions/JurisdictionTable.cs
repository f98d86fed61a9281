namespace OrderToCash.Tax;

/// <summary>States, their jurisdictions and dated rates, as the host loads them. None are shipped.</summary>
public sealed record JurisdictionTable
{
    /// <summary>The states.</summary>
    public EquatableArray<StateSalesTax> States { get; init; }

    /// <summary>The jurisdictions.</summary>
    public EquatableArray<Jurisdiction> Jurisdictions { get; init; }

    /// <summary>The rates.</summary>
    public EquatableArray<JurisdictionRate> Rates { get; init; }

    /// <summary>
    /// All that is wrong with it: <see cref="SalesTaxErrors.TableInvalid"/> (doubled states or jurisdictions, a jurisdiction of
    /// no state, a rate of no jurisdiction, outside 0 to 100 %, with an empty band or days in the wrong order, two rates of one
    /// jurisdiction, class and name on one day).
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        foreach (var group in States.GroupBy(s => s.State).Where(g => g.Count() > 1)) Add(group.Key, "the state is there twice");
        foreach (var group in Jurisdictions.GroupBy(j => j.Id).Where(g => g.Count() > 1))
            Add(group.Key, "the jurisdiction is there twice");
        var states = States.Select(s => s.State).ToHashSet();
        foreach (var jurisdiction in Jurisdictions.Where(j => !states.Contains(j.State)))
            Add(jurisdiction.Id, "it lies in no state");
        var known = Jurisdictions.Select(j => j.Id).ToHashSet();
        foreach (var rate in Rates)
        {
            if (!known.Contains(rate.Jurisdiction)) Add(rate.Jurisdiction, "no jurisdiction has the id of its rate");
            if (rate.Rate.Value is < 0 or > 100) Add(rate.Jurisdiction, "a rate is outside 0 to 100 %");
            if (rate.Until < rate.From) Add(rate.Jurisdiction, "a last day is before the first");
            if (rate.Above is { } above && rate.UpTo is { } upTo && (above.Currency != upTo.Currency || above >= upTo))
                Add(rate.Jurisdiction, "a band is empty");
        }
        foreach (var group in Rates.GroupBy(r => (r.Jurisdiction, r.Class, r.Name)))
        {
            var sorted = group.OrderBy(r => r.From).ToList();
            for (var i = 1; i < sorted.Count; i++)
                if (sorted[i].From == sorted[i - 1].From || sorted[i - 1].Until >= sorted[i].From)
                    Add(group.Key.Jurisdiction, "two rates hold on one day");
        }
        return [.. findings];

        void Add(object row, string reason) => findings.Add(SalesTaxErrors.TableInvalid.With(("row", row), ("reason", reason)));
    }

    /// <summary>The state's own decisions, or null.</summary>
    public StateSalesTax? Find(string state)
    {
        foreach (var known in States)
            if (known.State == state) return known;
        return null;
    }

    /// <summary>The jurisdictions of a place: the state first, then by level and code.</summary>
    internal List<Jurisdiction> At(SalesTaxPlace place) => [.. Jurisdictions
        .Where(j => j.State == place.State)
        .Where(j => j.PostCodes.IsEmpty || j.PostCodes.Any(p => place.PostCode.StartsWith(p, StringComparison.Ordinal)))
        .OrderBy(j => j.Level).ThenBy(j => j.Id)];

    /// <summary>The rates of a jurisdiction for a class on a day; those of the class, else those of all classes.</summary>
    internal List<JurisdictionRate> RatesOf(JurisdictionId jurisdiction, TaxClass taxClass, LocalDate on)
    {
        var rates = Rates.Where(r => r.Jurisdiction == jurisdiction && r.From <= on && !(on > r.Until)).ToList();
        var own = rates.Where(r => r.Class == taxClass).ToList();
        return [.. (own.Count > 0 ? own : rates.Where(r => r.Class.IsNone))
            .GroupBy(r => r.Name).Select(g => g.MaxBy(r => r.From)!).OrderBy(r => r.Name, StringComparer.Ordinal)];
    }
}
