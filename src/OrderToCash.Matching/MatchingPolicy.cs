namespace OrderToCash.Matching;

/// <summary>
/// What a legal entity wants applied by itself, and what it tolerates. Data: hosts store it, version it and compare runs by
/// it.
/// </summary>
public sealed record MatchingPolicy
{
    /// <summary>Named in every run.</summary>
    public required string Version { get; init; }

    /// <summary>From this confidence on, in basis points, a match is applied. Not below <see cref="SuggestAt"/>.</summary>
    public required int ApplyAt { get; init; }

    /// <summary>From this confidence on, in basis points, a match is suggested.</summary>
    public required int SuggestAt { get; init; }

    /// <summary>
    /// What a payment may be short of the items it is for, as a share of them; the cap of the currency limits it as well.
    /// </summary>
    public required Percentage ShortTolerance { get; init; }

    /// <summary>What a payment may be short at most, one amount a currency; a currency without one tolerates nothing.</summary>
    public required EquatableArray<Money> ShortToleranceCaps { get; init; }

    /// <summary>The reason code a tolerated difference is written off with.</summary>
    public required string WriteOffReason { get; init; }

    /// <summary>How many days after its last day a discount is still granted.</summary>
    public required int DiscountGraceDays { get; init; }

    /// <summary>The work one payment may cost in a pass, in steps; whoever needs more is not applied by that pass.</summary>
    public required int StepsPerPass { get; init; }

    /// <summary>
    /// True when payments that name their items and pay them exactly show, for the rest of the run, who pays from an account
    /// or under a name.
    /// </summary>
    public bool LearnsPayers { get; init; }

    /// <summary>
    /// True where payers are known to pay by statement of account: totals and periods are applied although other sets of the
    /// payer's items may have the same amount. Without it they are suggestions then.
    /// </summary>
    public bool TrustsTotals { get; init; }

    /// <summary>What is learned from decisions about payments, for later runs.</summary>
    public MemoryPolicy Memory { get; init => field = value ?? MemoryPolicy.Standard; } = MemoryPolicy.Standard;

    /// <summary>
    /// What a bank's exchange rate may be off the rate of the day, 0 to 10 %; 0 to match no payment to items of other currencies.
    /// </summary>
    public Percentage ExchangeSpread { get; init; }

    /// <summary>
    /// In which order money of a known payer who names nothing settles what he owes; null to leave it on account.
    /// </summary>
    public ImputationPolicy? Imputation { get; init; }

    /// <summary>
    /// Apply at 95 %, suggest at 50 %, 0.5 % short up to 5.00 EUR, USD, GBP or CHF, three days of grace, 20,000 steps.
    /// </summary>
    public static MatchingPolicy Standard { get; } = new()
    {
        Version = "standard-2",
        ApplyAt = 9_500,
        SuggestAt = 5_000,
        ShortTolerance = Percentage.Of(0.5m),
        ShortToleranceCaps =
        [
            Money.FromMinorUnits(500, Currency.Eur), Money.FromMinorUnits(500, Currency.Usd),
            Money.FromMinorUnits(500, Currency.Gbp), Money.FromMinorUnits(500, Currency.Chf),
        ],
        WriteOffReason = "small-difference",
        DiscountGraceDays = 3,
        StepsPerPass = 20_000,
        LearnsPayers = false,
        ExchangeSpread = Percentage.Of(1),
    };

    /// <summary>All that is wrong with it (<see cref="MatchingErrors"/>); empty when it can be used.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (SuggestAt < 0 || ApplyAt < SuggestAt || ApplyAt > 10_000)
            findings.Add(MatchingErrors.ThresholdOrder.At("applyAt", ("applyAt", ApplyAt), ("suggestAt", SuggestAt)));
        if (ShortTolerance.Value is < 0 or > 100)
            findings.Add(MatchingErrors.ToleranceInvalid.At("shortTolerance", ("tolerance", ShortTolerance)));
        for (var i = 0; i < ShortToleranceCaps.Count; i++)
        {
            var cap = ShortToleranceCaps[i];
            if (cap.IsNegative || ShortToleranceCaps.FindIndex(c => c.Currency == cap.Currency) != i)
                findings.Add(MatchingErrors.ToleranceInvalid.At($"shortToleranceCaps[{i}]", ("tolerance", cap)));
        }
        if (ExchangeSpread.Value is < 0 or > 10)
            findings.Add(MatchingErrors.ToleranceInvalid.At("exchangeSpread", ("tolerance", ExchangeSpread)));
        if (DiscountGraceDays is < 0 or > 366) findings.Add(Budget("discountGraceDays", DiscountGraceDays, 0, 366));
        if (StepsPerPass is < 100 or > 10_000_000) findings.Add(Budget("stepsPerPass", StepsPerPass, 100, 10_000_000));
        findings.AddRange(Memory.Check());
        return findings.ToEquatableArray();
    }

    /// <summary>What an amount of this size may be short, in minor units.</summary>
    internal long Tolerance(long amount, Currency currency) =>
        ToleranceCap(currency) is { } cap ? Math.Min(cap, ToleratedShare(amount)) : 0;

    /// <summary>True when an amount may be short by so many minor units, above zero.</summary>
    internal bool Tolerates(long missing, long amount, Currency currency) =>
        ToleranceCap(currency) is { } cap && missing <= cap && missing <= ToleratedShare(amount);

    private long? ToleranceCap(Currency currency)
    {
        foreach (var cap in ShortToleranceCaps)
            if (cap.Currency == currency) return cap.MinorUnits;
        return null;
    }

    private long ToleratedShare(long amount) => (long)decimal.Floor(amount * ShortTolerance.Fraction);

    private static DomainError Budget(string target, int value, int least, int most) =>
        MatchingErrors.BudgetInvalid.At(target, ("name", target), ("value", value), ("least", least), ("most", most));
}
