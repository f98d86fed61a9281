namespace OrderToCash.Matching;

/// <summary>
/// The payer says one thing in a claim - a structured reference, an advice - and another in the text, and both name a document
/// that is open: a person decides.
/// </summary>
internal sealed partial class Matcher
{
    // Both are his words. A document that stands in the text and in the claim is no contradiction, whatever stands beside it.
    private bool IsContradicted(in PaymentState row, in Proposal proposal)
    {
        if (row.ClaimCount == 0 || row.NamedCount < 2) return false;
        var (isClaimed, isSaid) = (false, false);
        foreach (ref readonly var allot in allots.AsSpan(proposal.AllotStart, proposal.AllotCount))
        {
            foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            {
                if (naming.Item != allot.Item) continue;
                isClaimed |= naming.Claim != 0;
                isSaid |= naming.Length > 0;
            }
        }
        return isClaimed != isSaid && (isClaimed ? SaysOther(row, proposal) : ClaimsOther(row, proposal));
    }

    // Where the amount is that of what the claim names, numbers beside it are read as documents when it is theirs as well.
    private bool SaysOther(in PaymentState row, in Proposal proposal)
    {
        var (others, isAny, isOne) = ((Int128)0, false, false);
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
        {
            if (naming.Claim != 0 || !IsSaidInText(row, naming) || IsOfProposal(proposal, naming.Item)) continue;
            var left = Left(naming.Item);
            others += left;
            isAny |= naming.Length >= LeastDigitsOfNumber;
            isOne |= left == row.Amount;
        }
        return proposal.AmountEvidence == EvidenceKind.None ? isAny : isOne || (others != 0 && others == row.Amount);
    }

    private bool ClaimsOther(in PaymentState row, in Proposal proposal)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Claim != 0 && naming.Strength >= Strength.Claim && IsOpen(naming.Item)
                && !IsOfProposal(proposal, naming.Item))
                return true;
        return false;
    }

    private bool IsSaidInText(in PaymentState row, in Naming naming) => naming.Strength >= Strength.Number && !naming.IsDoubtful
        && (naming.Strength == Strength.Reference || IsMeant(row, naming)) && IsOpen(naming.Item);

    private bool IsOfProposal(in Proposal proposal, int item)
    {
        foreach (ref readonly var allot in allots.AsSpan(proposal.AllotStart, proposal.AllotCount))
            if (IsSameDocument(allot.Item, item)) return true;
        return false;
    }

    // What the text names stands beside what the claim names.
    private void OfferContradicting(ref List<MatchAlternative>? found, int payment)
    {
        ref readonly var row = ref rows[payment];
        if (row.ClaimCount == 0 || !row.IsContested) return;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
        {
            if (hasOffer || naming.Claim != 0 || !IsSaidInText(row, naming) || Left(naming.Item) < 0) continue;
            var start = allots.Count;
            AddAllot(naming, Math.Min(Left(naming.Item), row.Amount), 0, 0);
            Offer(ref found, row,
                Propose(payment, start, 0, MatchOutcome.Full, EvidenceKind.ExactAmount, NamedConfidence(row, naming)));
        }
    }
}
