namespace OrderToCash.Receivables;

/// <summary>Which declines may be tried again, and how often, as data: card networks fine those who try too often.</summary>
public sealed record RetryPolicy
{
    /// <summary>The rules by code.</summary>
    public EquatableArray<DeclineRule> Rules { get; init; }

    /// <summary>True when a code without a rule may be tried again.</summary>
    public bool RetriesOthers { get; init; }

    /// <summary>How many declines within <see cref="WindowDays"/> end it.</summary>
    public required int Declines { get; init; }

    /// <summary>Over how many days declines are counted.</summary>
    public required int WindowDays { get; init; }

    /// <summary>
    /// The codes of ISO 8583 field 39 that card networks let merchants try again, and those they never do; at most 15 declines
    /// in 30 days (Visa rule on excessive reattempts). Codes without a rule are not tried again.
    /// </summary>
    public static RetryPolicy Cards { get; } = new()
    {
        Declines = 15, WindowDays = 30,
        Rules =
        [
            Never("04", PaymentMethodConsequence.Ended), Never("07", PaymentMethodConsequence.Ended), Never("12"),
            Never("14", PaymentMethodConsequence.Ended), Never("15", PaymentMethodConsequence.Ended),
            Never("41", PaymentMethodConsequence.Ended), Never("43", PaymentMethodConsequence.Ended),
            Never("46", PaymentMethodConsequence.Ended), Never("54", PaymentMethodConsequence.Blocked),
            Never("57", PaymentMethodConsequence.Blocked), Never("R0"), Never("R1", PaymentMethodConsequence.Blocked),
            Never("R3", PaymentMethodConsequence.Ended),
            Later("05", 24), Later("51", 24), Later("61", 24), Later("65", 24), Later("91", 1), Later("96", 1),
        ],
    };

    /// <summary>
    /// From when the same may be tried again. Refuses <c>payment.decline-final</c>, <c>payment.retry-limit</c>.
    /// </summary>
    /// <param name="declines">What was declined so far, oldest first; not empty.</param>
    /// <param name="at">Now.</param>
    public Result<Instant> NextTry(EquatableArray<PaymentDecline> declines, Instant at)
    {
        if (declines.IsEmpty) return Result.Success(at);
        var (last, rule) = (declines[^1], default(DeclineRule));
        foreach (var one in Rules)
            if (one.Code == last.Code) rule = one;
        if (!(rule?.MayRetry ?? RetriesOthers))
            return Result.Failure<Instant>(PaymentErrors.DeclineFinal.With(("code", last.Code)));
        var since = at - Duration.FromDays(WindowDays);
        var count = declines.Count(d => d.At > since);
        return count >= Declines
            ? Result.Failure<Instant>(PaymentErrors.RetryLimit.With(("declines", count), ("days", WindowDays)))
            : Result.Success(last.At + Duration.FromHours(rule?.AfterHours ?? 0));
    }

    /// <summary>What a decline means for the stored way to pay: what its rule says, else it is counted.</summary>
    public PaymentMethodConsequence ConsequenceOf(string code)
    {
        foreach (var rule in Rules)
            if (rule.Code == code) return rule.Consequence ?? PaymentMethodConsequence.Counted;
        return PaymentMethodConsequence.Counted;
    }

    private static DeclineRule Never(string code, PaymentMethodConsequence? consequence = null) =>
        new() { Code = code, Consequence = consequence };

    private static DeclineRule Later(string code, int hours) => new() { Code = code, MayRetry = true, AfterHours = hours };
}
