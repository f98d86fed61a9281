using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// What the payer says he keeps back of an item that his payment settles but for a rest: the money is applied, and the rest is a
/// deduction with a reason instead of a part payment nobody can explain.
/// </summary>
public sealed record ClaimedDeduction
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How much of it, above zero and no more than the payment leaves open.</summary>
    public required Money Amount { get; init; }

    /// <summary>The payer's code (<see cref="RemittanceClaim.KeptBackReason"/>); empty when he gives none.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What claims say of allocations. A number that several of the items have says nothing of any of them.
    /// </summary>
    internal static EquatableArray<ClaimedDeduction> Of(
        EquatableArray<RemittanceClaim> claims, EquatableArray<MatchAllocation> allocations, Func<OpenItemId, OpenItem> itemOf)
    {
        var found = new List<ClaimedDeduction>();
        foreach (var claim in claims)
        {
            if (claim.KeptBack is not { IsPositive: true } kept || claim.DocumentNumber.Length == 0) continue;
            var named = allocations.Where(a => string.Equals(
                itemOf(a.Item).DocumentNumber, claim.DocumentNumber, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
            if (named is not [var only] || only.Cleared.Currency != kept.Currency) continue;
            if (kept <= itemOf(only.Item).Open - only.Cleared)
                found.Add(new() { Item = only.Item, Amount = kept, Reason = claim.KeptBackReason });
        }
        return found.DistinctBy(d => d.Item).ToEquatableArray();
    }

    /// <summary>The command that makes it a deduction with a case, when the host knows the code.</summary>
    internal static IEnumerable<CaptureDeduction> Commands(PaymentId payment, LocalDate on,
        EquatableArray<ClaimedDeduction> deductions, Func<string, DisputeReason?> reasonOf, Actor by)
    {
        foreach (var one in deductions)
            if (reasonOf(one.Reason) is { } reason)
                yield return new()
                {
                    Id = new(DerivedId.Of($"deduct/{payment}/{one.Item}")), By = by,
                    Dispute = new(DerivedId.Of($"{payment}>deduction>{one.Item}")),
                    Of = [one.Item], Amount = one.Amount, Reason = reason, Payment = payment, On = on, Text = one.Reason,
                };
    }
}
