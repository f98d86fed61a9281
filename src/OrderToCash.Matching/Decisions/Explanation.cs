using System.Text;

namespace OrderToCash.Matching;

/// <summary>Puts decisions into words.</summary>
internal static class Explanation
{
    public static string Of(MatchDecision decision)
    {
        var text = new StringBuilder(Headline(decision));
        var first = true;
        foreach (var evidence in decision.Evidence)
        {
            text.Append(first ? ": " : ", ").Append(Words(evidence));
            first = false;
        }
        if (decision.Outcome == MatchOutcome.Suggested) AppendAlternatives(text, decision);
        return text.Append('.').ToString();
    }

    private static string Headline(MatchDecision decision) => decision.Outcome switch
    {
        MatchOutcome.Full => $"Settles {Items(decision.Allocations)}",
        MatchOutcome.Partial => $"Pays {decision.Allocations[0].Cash} of {Items(decision.Allocations)}",
        MatchOutcome.Over => $"Settles {Items(decision.Allocations)}, {decision.Residual} stays on account",
        MatchOutcome.ShortWithinTolerance =>
            $"Settles {Items(decision.Allocations)}, {Total(decision, a => a.WriteOff)} written off ({decision.WriteOffReason})",
        MatchOutcome.Discounted =>
            $"Settles {Items(decision.Allocations)} with {Total(decision, a => a.Discount)} early-payment discount",
        MatchOutcome.Duplicate => $"Repeats payment {decision.DuplicateOf}, nothing applied",
        MatchOutcome.Suggested => "For a person to decide",
        MatchOutcome.NotCash => "No incoming money, nothing applied",
        _ => "Nothing in the book fits",
    };

    private static string Words(MatchEvidence evidence) => evidence.Kind switch
    {
        EvidenceKind.StructuredReference => $"structured reference of {evidence.Item}",
        EvidenceKind.DamagedReference => $"reference of {evidence.Item} with a wrong digit",
        EvidenceKind.Claim => $"the payer claims {evidence.Item}",
        EvidenceKind.DocumentNumber => $"number of {evidence.Item} in the text{At(evidence)}",
        EvidenceKind.PartialNumber => $"part of the number of {evidence.Item} in the text{At(evidence)}",
        EvidenceKind.DamagedNumber => $"damaged number of {evidence.Item} in the text{At(evidence)}",
        EvidenceKind.PayerAccount => "payer known by account",
        EvidenceKind.PayerName => "payer known by name",
        EvidenceKind.ExactAmount => "amount exact",
        EvidenceKind.DiscountedAmount => "amount is the discounted one",
        EvidenceKind.AmountWithinTolerance => "amount within tolerance",
        EvidenceKind.AllOpen => "amount is all that is open",
        EvidenceKind.AllDue => "amount is all that is due",
        EvidenceKind.Combination => "the only combination of this amount",
        EvidenceKind.SamePayment => "same payment again",
        EvidenceKind.OtherNumber => $"other number of {evidence.Item} in the text{At(evidence)}",
        EvidenceKind.PayerLearned => "payer known from other payments of this run",
        EvidenceKind.DueInPeriod => "amount is what falls due in a period",
        EvidenceKind.PartsAddUp => "adds up with other payments of the payer",
        _ => "no evidence",
    };

    private static string At(MatchEvidence evidence) =>
        evidence.Length == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" at {evidence.Start}");

    private static void AppendAlternatives(StringBuilder text, MatchDecision decision)
    {
        var first = true;
        foreach (var alternative in decision.Alternatives)
        {
            text.Append(first ? ": " : "; or ").Append(Items(alternative.Allocations));
            text.Append(" (")
                .Append(Words(new() { Kind = alternative.Evidence, Item = alternative.Allocations[0].Item }))
                .Append(')');
            first = false;
        }
    }

    private static string Items(EquatableArray<MatchAllocation> allocations) =>
        string.Join(" + ", allocations.Select(a => a.Item.Value));

    private static Money Total(MatchDecision decision, Func<MatchAllocation, Money> part) =>
        Money.Sum(decision.Allocations.Select(part), decision.Residual.Currency);
}
