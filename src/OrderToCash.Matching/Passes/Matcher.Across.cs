namespace OrderToCash.Matching;

/// <summary>
/// Whoever pays for several customers - a parent for its child, a collective payer, a factor - and names what he pays by whole
/// numbers, claims or references, which together are the amount.
/// </summary>
internal sealed partial class Matcher
{
    private bool ProposeNamedAcross(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.NamedCount < 2) return false;
        Int128 open = 0, discounted = 0;
        var (first, weakest, confidence, isAcross) = (-1, -1, 10_000, false);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (naming.Strength < Strength.Number || naming.IsDoubtful) continue;
            if (!IsOpen(naming.Item) || book.Items[naming.Item].Dated > row.Date) return false;
            open += Left(naming.Item);
            discounted += Left(naming.Item) - DiscountOn(naming.Item, row.Date);
            first = first < 0 ? i : first;
            isAcross |= book.Items[naming.Item].Scope != book.Items[namings[first].Item].Scope;
            if (NamedConfidence(row, naming) is var sure && sure < confidence) (confidence, weakest) = (sure, i);
            weakest = weakest < 0 ? i : weakest;
        }
        if (!isAcross || (open != row.Amount && discounted != row.Amount)) return false;
        var (start, isExact) = (allots.Count, open == row.Amount);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (naming.Strength < Strength.Number || naming.IsDoubtful) continue;
            var discount = isExact ? 0 : DiscountOn(naming.Item, row.Date);
            AddAllot(naming, Left(naming.Item) - discount, discount, 0);
        }
        proposal = Propose(payment, start, RankOf(row, namings[weakest]), isExact ? MatchOutcome.Full : MatchOutcome.Discounted,
            isExact ? EvidenceKind.ExactAmount : EvidenceKind.DiscountedAmount, confidence - (isExact ? 0 : 50));
        return true;
    }

    // More than all that is named of several customers: the rest is on account. A little more is meant for all of them; of much
    // more a person decides.
    private bool ProposeNamedAcrossOver(int payment, bool isLittle, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        Int128 open = 0;
        var (weakest, confidence, isAcross) = (-1, 10_000, false);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (naming.Strength < Strength.Number || naming.IsDoubtful) return false;
            if (!IsOpen(naming.Item) || book.Items[naming.Item].Dated > row.Date) return false;
            open += Left(naming.Item);
            isAcross |= book.Items[naming.Item].Scope != book.Items[namings[row.NamedStart].Item].Scope;
            var sure = NamedConfidence(row, naming);
            if (weakest < 0 || sure < confidence) (confidence, weakest) = (sure, i);
        }
        if (!isAcross || open <= 0 || open >= row.Amount) return false;
        if (isLittle != (row.Amount - open <= policy.Tolerance((long)open, row.Currency))) return false;
        var start = allots.Count;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++) AddAllot(namings[i], Left(namings[i].Item), 0, 0);
        proposal = Propose(payment, start, RankOf(row, namings[weakest]), MatchOutcome.Over, EvidenceKind.None,
            isLittle ? confidence - 200 : Math.Min(confidence - 200, policy.ApplyAt - 1));
        return true;
    }
}
