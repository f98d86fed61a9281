namespace OrderToCash.Receivables;

/// <summary>Whether a claim may be decided without a person, and how.</summary>
public static class AutomaticDecision
{
    /// <summary>
    /// What of the claim is granted without a person; zero refuses it. Refuses: <c>dispute.wrong-status</c>,
    /// <c>above-automatic-limit</c> (the whole claim counts, not what is granted), <c>not-decidable</c> (the facts do not decide
    /// it, or refute it and the policy leaves refusals to people). The customer's allowance is asked by
    /// <see cref="DisputeAccount.Grant"/>, in the same commit.
    /// </summary>
    public static Result<Money> Of(DisputeCase claim, TriageResult triage, DisputePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(triage);
        ArgumentNullException.ThrowIfNull(policy);
        if (!claim.IsUndecided)
            return Result.Failure<Money>(DisputeErrors.WrongStatus.With(("dispute", claim.Id), ("status", claim.Status)));
        var terms = policy.TermsFor(claim.Reason);
        var limit = DisputePolicy.In(terms.AutomaticUpTo, claim.Currency);
        if (claim.Disputed > limit)
            return Result.Failure<Money>(DisputeErrors.AboveAutomaticLimit.With(
                ("amount", claim.Disputed), ("limit", limit), ("reason", claim.Reason)));
        return triage.Verdict switch
        {
            TriageVerdict.Undecided when terms.AcceptsUndecided => Result.Success(claim.Disputed),
            TriageVerdict.Valid or TriageVerdict.PartlyValid => Result.Success(triage.ProposedValid),
            TriageVerdict.Invalid when terms.RefusesAutomatically => Result.Success(triage.ProposedValid),
            _ => Result.Failure<Money>(DisputeErrors.NotDecidable.With(("dispute", claim.Id), ("why", triage.Explanation))),
        };
    }
}
