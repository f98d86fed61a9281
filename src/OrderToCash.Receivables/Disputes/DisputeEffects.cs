namespace OrderToCash.Receivables;

/// <summary>
/// What disputes do to the rest of the house, always to the disputed part only: dunning, interest, credit and aging ask here.
/// Pure; O(cases + items).
/// </summary>
public static class DisputeEffects
{
    /// <summary>
    /// What all cases together keep apart on a day, one part per item, ordered by item. It may be more than is open of the item
    /// when money came in meanwhile: <see cref="DisputedOf"/> caps it.
    /// </summary>
    /// <param name="cases">Cases of any customers.</param>
    /// <param name="day">The business day; any day of the past.</param>
    /// <param name="knownAt">What was recorded up to this moment (inclusive); null for all that is known.</param>
    public static EquatableArray<DisputedPart> Withheld(IEnumerable<DisputeCase> cases, LocalDate day, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var sums = new SortedDictionary<OpenItemId, Money>();
        foreach (var one in cases)
            foreach (var part in one.WithheldOn(day, knownAt))
                sums[part.Item] = sums.TryGetValue(part.Item, out var sum) ? sum + part.Amount : part.Amount;
        return sums.Select(s => new DisputedPart { Item = s.Key, Amount = s.Value }).ToEquatableArray();
    }

    /// <summary>How much of what is open of an item is disputed: never more than is open, never below zero.</summary>
    /// <param name="open">What is open of the item on the day.</param>
    /// <param name="item">The item.</param>
    /// <param name="withheld">The answer of <see cref="Withheld"/> for the day.</param>
    public static Money DisputedOf(Money open, OpenItemId item, EquatableArray<DisputedPart> withheld)
    {
        var zero = Money.Zero(open.Currency);
        foreach (var part in withheld)
            if (part.Item == item) return Money.Min(part.Amount, Money.Max(open, zero));
        return zero;
    }

    /// <summary>
    /// Days the oldest item is overdue of which something is open and undisputed; 0 when nothing is. What the credit check asks.
    /// </summary>
    public static int OldestOverdueDays(
        IEnumerable<OpenItem> items, EquatableArray<DisputedPart> withheld, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(items);
        var disputed = withheld.ToDictionary(p => p.Item, p => p.Amount);
        var oldest = 0;
        foreach (var item in items)
        {
            if (!item.IsDebit || !item.IsOfAccount || item.DueDate >= day) continue;
            var owed = item.Open - disputed.GetValueOrDefault(item.Id, Money.Zero(item.Open.Currency));
            if (owed.IsPositive) oldest = Math.Max(oldest, Period.DaysBetween(item.DueDate, day));
        }
        return oldest;
    }

    /// <summary>
    /// Which parts bear no interest: while a claim is undecided all of it, from the day it came in; what was found valid was
    /// never owed and bears none at all until it is settled. A claim found invalid or withdrawn leaves nothing: interest runs
    /// from the original due date, also for the days of the dispute.
    /// </summary>
    public static EquatableArray<InterestPause> InterestPauses(IEnumerable<DisputeCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var pauses = new List<InterestPause>();
        foreach (var one in cases)
        {
            foreach (var round in one.EarlierRounds) AddSettled(round.Finding, round.Resolutions, pauses);
            if (one.Status == DisputeStatus.Withdrawn) continue;
            if (one.IsUndecided)
                pauses.AddRange(one.Parts.Select(p =>
                    new InterestPause { Item = p.Item, Amount = p.Amount, From = one.OpenedOn }));
            else
            {
                AddSettled(one.Finding, one.Resolutions, pauses);
                foreach (var part in one.Steps[^1].Withheld) pauses.Add(new() { Item = part.Item, Amount = part.Amount });
            }
        }
        return pauses.ToEquatableArray();
    }

    /// <summary>
    /// What of an item bears interest for late payment on the days asked for: what was open when each day after the due date
    /// began, less what is paused then; spans of equal amounts, in order. The day of a payment still bears interest on what was
    /// paid: interest runs from the day after the due date through the day of payment (Directive 2011/7/EU art. 3). An accountant
    /// multiplies each by its days and rate.
    /// </summary>
    /// <param name="item">The item owed.</param>
    /// <param name="pauses">The answer of <see cref="InterestPauses"/>; other items' pauses do no harm.</param>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="until">The day after the last, exclusive.</param>
    public static EquatableArray<InterestSpan> InterestSpans(
        OpenItem item, EquatableArray<InterestPause> pauses, LocalDate from, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(item);
        var first = item.DueDate.PlusDays(1);
        if (from < first) from = first;
        var own = pauses.Where(p => p.Item == item.Id).ToArray();
        var changes = new SortedSet<LocalDate> { from };
        foreach (var application in item.Applications)
        {
            changes.Add(application.On.PlusDays(1));
            if (application.ReversedOn is { } reversed) changes.Add(reversed.PlusDays(1));
        }
        foreach (var pause in own)
        {
            if (pause.From is { } start) changes.Add(start);
            if (pause.Until is { } end) changes.Add(end);
        }
        var days = changes.Where(d => d >= from && d < until).ToArray();
        var bases = new List<InterestSpan>();
        for (var i = 0; i < days.Length; i++)
        {
            var (day, next) = (days[i], i + 1 < days.Length ? days[i + 1] : until);
            var amount = item.OpenOn(day.PlusDays(-1));
            foreach (var pause in own)
                if (pause.HoldsOn(day)) amount -= pause.Amount;
            if (!amount.IsPositive) continue;
            if (bases.Count > 0 && bases[^1].Until == day && bases[^1].Amount == amount)
                bases[^1] = bases[^1] with { Until = next };
            else bases.Add(new() { From = day, Until = next, Amount = amount });
        }
        return bases.ToEquatableArray();
    }

    // What was settled and found valid was never owed, not on the day it was settled either; what was given up out of goodwill
    // was.
    private static void AddSettled(
        DisputeFinding? finding, EquatableArray<DisputeResolution> resolutions, List<InterestPause> pauses)
    {
        foreach (var valid in finding?.Valid ?? [])
        {
            var left = valid.Amount;
            foreach (var resolution in resolutions)
            {
                if (resolution.Item != valid.Item || !resolution.IsSettled) continue;
                var part = Money.Min(left, resolution.Amount);
                if (!part.IsPositive) break;
                left -= part;
                pauses.Add(new() { Item = valid.Item, Amount = part, Until = resolution.On.PlusDays(1) });
            }
        }
    }
}
