namespace OrderToCash.Receivables;

/// <summary>The ages of what is ours and of what is with a factor, side by side; print the second one, or do not.</summary>
public sealed record FactoredAging
{
    /// <summary>What we collect ourselves.</summary>
    public required AgingReport Own { get; init; }

    /// <summary>What is with a factor and not paid, by the ages of the receivables.</summary>
    public required AgingReport Factored { get; init; }

    /// <summary>What is broken in stored items, which are left out; empty when all are sound.</summary>
    public EquatableArray<DomainError> Quarantined { get; init; }

    /// <summary>
    /// Both on a day, as known at a moment. What was sold is not in the books; its ages are what they would be if it had not
    /// been, less what the factor got. What was borrowed on is in the books and here under factored.
    /// </summary>
    public static FactoredAging Of(IEnumerable<OpenItem> items, IEnumerable<FactoringAssignment> assignments, LocalDate asOf,
        AgingPolicy policy, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(assignments);
        var lines = assignments.SelectMany(a => a.Lines.Select(l => (Of: a, Line: l))).ToLookup(l => l.Line.Item);
        var (own, factored) = (new List<OpenItem>(), new List<OpenItem>());
        foreach (var item in items)
        {
            var place = own;
            var shown = item;
            foreach (var (assignment, line) in lines[item.Id])
            {
                if (assignment.Facts.Terms.Treatment == FactoringTreatment.TrueSale)
                {
                    if (AsIfKept(item, line, asOf, knownAt) is not { } kept) continue;
                    shown = kept;
                }
                else if (assignment.Facts.On > asOf || line.ReturnedOn <= asOf) continue;
                place = factored;
            }
            place.Add(shown);
        }
        return new()
        {
            Own = Aging.Of(own, asOf, policy, knownAt: knownAt), Factored = Aging.Of(factored, asOf, policy, knownAt: knownAt),
        };
    }

    // The item without its sale, settled by what the factor got; null where the sale does not hold, so it is in the books.
    private static OpenItem? AsIfKept(OpenItem item, FactoredLine line, LocalDate asOf, Instant? knownAt)
    {
        var sale = item.Applications.FirstOrDefault(a => a.Id == line.Application);
        if (sale is null || !sale.HeldOn(asOf, knownAt)) return null;
        var collected = line.Collections.Select((c, i) => new Application
        {
            Id = new(FormattableString.Invariant($"{line.Application}/{i}")), Counterpart = default, Amount = c.Amount,
            FunctionalAmount = sale.FunctionalAmount.Part(c.Amount, sale.Amount), On = c.On, RecordedAt = c.RecordedAt,
        });
        return item with
        {
            Applications = item.Applications.Where(a => a.Id != line.Application && a.HeldOn(asOf, knownAt))
                .Concat(collected).ToEquatableArray(),
        };
    }
}
