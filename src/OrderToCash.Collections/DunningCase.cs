namespace OrderToCash.Collections;

/// <summary>The dunning of a customer by a legal entity: which instalment reached which level when.</summary>
public sealed partial record DunningCase
{
    /// <summary>Who is owed.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The instalments that reached a level, cured ones included, in the order they first did.</summary>
    public required EquatableArray<DunnedItem> Items { get; init; }

    /// <summary>What an instalment went through; null when it was never dunned. Walks the items.</summary>
    public DunnedItem? Of(OpenItemId item)
    {
        foreach (var dunned in Items)
            if (dunned.Item == item) return dunned;
        return null;
    }

    /// <summary>The case that this first event makes.</summary>
    public static DunningCase From(LevelReached first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new DunningCase { LegalEntity = first.LegalEntity, Customer = first.Customer, Items = [] }.Apply(first);
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another case or is unknown.</exception>
    public DunningCase Apply(DunningEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Customer != Customer || e.LegalEntity != LegalEntity)
            throw new ArgumentException($"The event is about {e.LegalEntity}/{e.Customer}, not about {LegalEntity}/{Customer}.",
                nameof(e));
        return e switch
        {
            LevelReached r => this with { Items = Stepped(r.Letter) },
            DunningCured c => this with { Items = Marked(c.Items, c.On) },
            DunningRestored r => this with { Items = Marked(r.Items, null) },
            _ => throw new ArgumentException($"{e.GetType().Name} is no event of dunning.", nameof(e)),
        };
    }

    /// <summary>Every broken invariant of a stored case: <c>dunning.case-inconsistent</c> per instalment.</summary>
    public EquatableArray<DomainError> Check()
    {
        var (findings, seen) = (new List<DomainError>(), new HashSet<OpenItemId>());
        for (var i = 0; i < Items.Count; i++)
            if (!seen.Add(Items[i].Item) || !Ascends(Items[i].Steps))
                findings.Add(DunningErrors.CaseInconsistent.At($"items[{i}]", ("item", Items[i].Item)));
        return findings.ToEquatableArray();
    }

    // Within a cycle the level rises; a new cycle is the next number.
    private static bool Ascends(EquatableArray<DunningStep> steps)
    {
        if (steps.IsEmpty || steps[0].Cycle != 1) return false;
        for (var i = 1; i < steps.Count; i++)
        {
            var (before, after) = (steps[i - 1], steps[i]);
            if (after.Cycle == before.Cycle ? after.Level <= before.Level : after.Cycle != before.Cycle + 1) return false;
        }
        return true;
    }

    private EquatableArray<DunnedItem> Stepped(DunningLetter letter)
    {
        var (items, places) = (Items.ToList(), Places());
        foreach (var line in letter.Lines)
        {
            var step = new DunningStep { Level = line.Level, Cycle = line.Cycle, On = letter.AsOf };
            if (places.TryGetValue(line.Item, out var at))
                items[at] = items[at] with { Steps = items[at].Steps.Add(step), CuredOn = null };
            else items.Add(new() { Item = line.Item, Steps = [step] });
        }
        return items.ToEquatableArray();
    }

    private EquatableArray<DunnedItem> Marked(EquatableArray<OpenItemId> marked, LocalDate? curedOn)
    {
        var (items, places) = (Items.ToArray(), Places());
        foreach (var item in marked) items[places[item]] = items[places[item]] with { CuredOn = curedOn };
        return items.ToEquatableArray();
    }

    private Dictionary<OpenItemId, int> Places()
    {
        var places = new Dictionary<OpenItemId, int>(Items.Count);
        for (var i = 0; i < Items.Count; i++) places[Items[i].Item] = i;
        return places;
    }
}
