using System.Globalization;

namespace OrderToCash.Matching;

/// <summary>Puts decisions into words, as a clerk would note them: what was done, then why.</summary>
internal static class Explanation
{
    public static string Of(MatchDecision decision)
    {
        var notes = new List<string> { Headline(decision) };
        notes.AddRange(Naming(decision));
        foreach (var evidence in decision.Evidence)
            if (evidence.Item.IsNone && !IsInHeadline(decision, evidence) && Words(evidence.Kind) is { Length: > 0 } words)
                notes.Add(words);
        if (decision.Outcome == MatchOutcome.Suggested) notes.Add(Alternatives(decision));
        return string.Join("; ", notes) + ".";
    }

    private static string Headline(MatchDecision decision) => decision.Outcome switch
    {
        MatchOutcome.Full when decision.Allocations[0].Settles is { } settles =>
            $"Pays {Items(decision.Allocations)} in full, {settles} with {decision.Allocations[0].Cash}",
        MatchOutcome.Full when IsOneOfSeveral(decision) => $"Pays the rest of {Items(decision.Allocations)}",
        MatchOutcome.Full => $"Pays {Items(decision.Allocations)} in full",
        MatchOutcome.Partial => $"Part payment of {Total(decision, a => a.Cash)} on {Items(decision.Allocations)}, "
            + (IsOneOfSeveral(decision) ? "other payments pay the rest" : "the rest stays open"),
        MatchOutcome.Over => $"Pays {Items(decision.Allocations)} in full, {decision.Residual} too much stay on account",
        MatchOutcome.ShortWithinTolerance =>
            $"Pays {Items(decision.Allocations)} in full, {Total(decision, a => a.WriteOff)} short, "
            + $"written off as {decision.WriteOffReason.Replace('-', ' ')}",
        MatchOutcome.Discounted =>
            $"Pays {Items(decision.Allocations)} less {Total(decision, a => a.Discount)} early-payment discount",
        MatchOutcome.Duplicate => $"The same as payment {decision.DuplicateOf}, nothing applied",
        MatchOutcome.Suggested => "Not sure, a person decides",
        MatchOutcome.NotCash => "No incoming money, nothing applied",
        _ when NotOpen(decision) is [_, ..] settled =>
            $"It names {string.Join(" and ", settled)}, settled already; the money stays on account",
        _ when decision.Evidence.Any(e => e.Kind == EvidenceKind.NotOpen) =>
            "It names a document that is not open, the money stays on account",
        _ => "Nothing that is open fits, the money stays on account",
    };

    private static string[] NotOpen(MatchDecision decision) =>
        [.. decision.Evidence.Where(e => e.Kind == EvidenceKind.NotOpen && !e.Item.IsNone).Select(e => e.Item.Value)];

    private static bool IsInHeadline(MatchDecision decision, MatchEvidence evidence) =>
        decision.Outcome == MatchOutcome.Unidentified && evidence.Kind == EvidenceKind.NotOpen;

    private static bool IsOneOfSeveral(MatchDecision decision) =>
        decision.Evidence.Any(e => e.Kind == EvidenceKind.PartsAddUp);

    // The items that are named in one way are told together: the numbers of all stand in the text.
    private static IEnumerable<string> Naming(MatchDecision decision)
    {
        var named = decision.Evidence.Where(e => !e.Item.IsNone && !IsInHeadline(decision, e)).GroupBy(e => e.Kind).ToArray();
        foreach (var group in named)
        {
            var items = group.Select(e => e.Item).Distinct().ToArray();
            var isAll = named.Length == 1 && items.Length == decision.Allocations.Count;
            yield return items.Length == 1
                ? Named(group.Key) + (isAll ? "" : $" ({items[0]})")
                : string.Create(CultureInfo.InvariantCulture, $"{Named(group.Key)}, {(isAll ? "all" : "")} {items.Length} items")
                    .Replace("  ", " ", StringComparison.Ordinal);
        }
    }

    private static string Named(EvidenceKind kind) => kind switch
    {
        EvidenceKind.StructuredReference => "by its payment reference",
        EvidenceKind.DamagedReference => "by its payment reference, one digit wrong",
        EvidenceKind.Claim => "named in the payment advice",
        EvidenceKind.DocumentNumber => "number in the text",
        EvidenceKind.PartialNumber => "part of the number in the text",
        EvidenceKind.DamagedNumber => "number in the text, with a slip",
        EvidenceKind.OtherNumber => "another number of it in the text",
        _ => Words(kind),
    };

    private static string Words(EvidenceKind kind) => kind switch
    {
        EvidenceKind.PayerAccount => "payer known by his account",
        EvidenceKind.PayerName => "payer known by name only",
        EvidenceKind.PayerLearned => "payer known from other payments",
        EvidenceKind.ExactAmount => "amount to the cent",
        EvidenceKind.DiscountedAmount => "discount taken in time",
        EvidenceKind.AmountWithinTolerance => "within the tolerance",
        EvidenceKind.AllOpen => "all that is open",
        EvidenceKind.AllDue => "all that is due",
        EvidenceKind.Combination => "no other items of his add up to it",
        EvidenceKind.SamePayment => "same payer, amount and reference",
        EvidenceKind.DueInPeriod => "what falls due in a period",
        EvidenceKind.PartsAddUp => "one of several part payments that add up",
        EvidenceKind.ForeignAmount => "the amount at the rate of the day",
        EvidenceKind.AllButTwo => "all but two items",
        EvidenceKind.NotOpen => "it names a document that is not open",
        _ => "",
    };

    private static string Alternatives(MatchDecision decision) => string.Join(", or ", decision.Alternatives.Select((a, i) =>
        $"{(i == 0 ? "perhaps " : "")}{Items(a.Allocations)} ({Told(a.Evidence)})"));

    private static string Told(EvidenceKind kind) => Words(kind) is { Length: > 0 } words ? words : Named(kind);

    private static string Items(EquatableArray<MatchAllocation> allocations) => allocations.Count switch
    {
        <= 2 => string.Join(" and ", allocations.Select(a => a.Item.Value)),
        _ => string.Join(", ", allocations.Take(allocations.Count - 1).Select(a => a.Item.Value))
            + " and " + allocations[^1].Item.Value,
    };

    private static Money Total(MatchDecision decision, Func<MatchAllocation, Money> part) =>
        Money.Sum(decision.Allocations.Select(part), decision.Residual.Currency);
}
