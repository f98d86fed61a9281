using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// What a debtor pays us who was not told that his debt is pledged: it is passed on to the factor in the commit that applies it,
/// and comes back in the one that takes the application back.
/// </summary>
internal sealed class FactorPassing
{
    private readonly Dictionary<FactoringId, DecisionChain<FactoringAssignment, FactoringEvent>> assignments = [];

    private FactorPassing() { }

    /// <summary>The assignments that some items are pledged by without their debtor knowing.</summary>
    public static async Task<Result<FactorPassing>> LoadAsync(
        CommandRunner runner, IEnumerable<OpenItem> items, CancellationToken cancellationToken)
    {
        var (passing, errors) = (new FactorPassing(), new List<DomainError>());
        foreach (var id in items.Where(i => i.Pledge is { IsConfidential: true }).Select(i => i.Pledge!.Assignment).Distinct())
        {
            var stored = await runner.RequireAsync<FactoringAssignment>(Streams.Factoring(id), a => a.Check(), cancellationToken)
                .ConfigureAwait(false);
            if (stored.TryGet(out var found, out var wrong)) passing.assignments[id] = new(found.State, found.Version);
            errors.AddRange(wrong);
        }
        return Result.Validated(passing, errors);
    }

    /// <summary>True where we collect for a factor.</summary>
    public static bool IsTrusted(OpenItem item) => item.Pledge is { IsConfidential: true, Outstanding.IsPositive: true };

    /// <summary>Passes on what a payment brings for an item.</summary>
    public Result<LedgerDecision> PassOn(
        OpenItem item, OpenItem payment, Money amount, string source, LocalDate on, LedgerPolicy policy, Actor by, Instant at)
    {
        var posted = Result.Failure<LedgerDecision>(ProcessErrors.WithFactor.At("item", ("item", item.Id)));
        if (item.Pledge is not { } pledge || !assignments.TryGetValue(pledge.Assignment, out var assignment)) return posted;
        var facts = new FactorMoneyFacts { Entry = new(DerivedId.Of($"J-{source}>{item.Id}>factor")), Amount = amount, On = on };
        assignment.Then(a =>
        {
            var step = a.PassOn(item, payment, facts, policy, by, at);
            posted = step.Map(s => s.Postings[0]);
            return step.Map(s => s.Decision);
        });
        return posted;
    }

    /// <summary>The item that an application was passed on for by itself; null where it was not.</summary>
    public static OpenItem? PassedOn(IEnumerable<OpenItem> items, ItemApplicationId application) =>
        items.FirstOrDefault(i => i.Pledge is { IsConfidential: true } pledge && pledge.Applications.Contains(application));

    /// <summary>Takes back what was passed on.</summary>
    public Result<LedgerDecision> Recall(
        OpenItem item, OpenItem payment, UnapplyFacts facts, LedgerPolicy policy, Actor by, Instant at)
    {
        var posted = Result.Failure<LedgerDecision>(ProcessErrors.WithFactor.At("item", ("item", item.Id)));
        if (item.Pledge is not { } pledge || !assignments.TryGetValue(pledge.Assignment, out var assignment)) return posted;
        assignment.Then(a =>
        {
            var step = a.Recall(item, payment, facts, policy, by, at);
            posted = step.Map(s => s.Postings[0]);
            return step.Map(s => s.Decision);
        });
        return posted;
    }

    /// <summary>The changes of the assignments.</summary>
    public IEnumerable<StreamChange> Changes() =>
        assignments.OrderBy(a => a.Key).SelectMany(a => a.Value.Changes(Streams.Factoring(a.Key)));
}
