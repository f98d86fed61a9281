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
            Never("04"), Never("07"), Never("12"), Never("14"), Never("15"), Never("41"), Never("43"), Never("46"), Never("57"),
            Never("R0"), Never("R1"), Never("R3"),
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

    private static DeclineRule Never(string code) => new() { Code = code };

    private static DeclineRule Later(string code, int hours) => new() { Code = code, MayRetry = true, AfterHours = hours };
}
