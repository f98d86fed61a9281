namespace OrderToCash.Matching;

/// <summary>
/// What a payment names without anybody knowing it: a rest that is large then belongs to it, and not on account.
/// </summary>
internal sealed partial class Matcher
{
    private const int LeastDigitsOfUnread = 6;

    // A rest beyond this part of what is named is more than a slip of the pen.
    private const int LargeRestDivisor = 10;

    // What it names keeps its payment, so that no other one takes it meanwhile; but a person says what the rest is for.
    private MatchDecision Doubted(PaymentObjects objects, int payment)
    {
        var applied = Applied(objects, payment);
        var confidence = Math.Min(applied.Confidence, policy.ApplyAt - 1);
        return applied with
        {
            Outcome = MatchOutcome.Suggested,
            Allocations = [],
            Residual = payments.Amount(payment),
            Confidence = confidence,
            Alternatives =
                [new() { Allocations = applied.Allocations, Confidence = confidence, Evidence = applied.Evidence[0].Kind }],
        };
    }

    /// <summary>
    /// True when much more was paid than the named items ask for, and the payer names something else that was not found.
    /// </summary>
    private bool LeavesMuchUnread(int payment)
    {
        ref readonly var row = ref rows[payment];
        if (row.Outcome != MatchOutcome.Over) return false;
        var open = 0L;
        foreach (ref readonly var allot in settled.AsSpan(row.AllotStart, row.AllotCount)) open += allot.Cash;
        if (row.Amount - open <= open / LargeRestDivisor) return false;
        return HasUnread(payment);
    }

    /// <summary>True when the payer names something that was not found.</summary>
    private bool HasUnread(int payment)
    {
        ref readonly var row = ref rows[payment];
        for (var claim = 1; claim <= row.ClaimCount; claim++)
            if (!IsClaimRead(row, claim)) return true;
        var mentioned = MentionsOf(row, payment);
        steps += mentioned.Length;
        foreach (ref readonly var mention in mentioned)
            if (IsNumberLike(mention) && !IsMentionRead(row, mention)) return true;
        return false;
    }

    // Digits in one piece or a whole reference: joined pieces are dates and telephones more often than numbers of invoices.
    private static bool IsNumberLike(in NumberMention mention) =>
        mention.Kind == MentionKind.Reference
            || (mention.Kind == MentionKind.Number && mention.Digits >= LeastDigitsOfUnread && mention.Digits == mention.Length);

    private bool IsClaimRead(in PaymentState row, int claim)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Claim == claim) return true;
        return false;
    }

    private bool IsMentionRead(in PaymentState row, in NumberMention mention)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Start < mention.Start + mention.Length
                && mention.Start < naming.Start + naming.Length)
                return true;
        return false;
    }
}
