namespace OrderToCash.Collections;

/// <summary>How late payers are reminded, as data: ordered levels. It loads from JSON and is checked as a whole.</summary>
public sealed record DunningPolicy
{
    /// <summary>The host's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>Which version of it; plans and letters remember it.</summary>
    public required int Version { get; init; }

    /// <summary>The levels: numbers and triggers ascending.</summary>
    public required EquatableArray<DunningLevel> Levels { get; init; }

    /// <summary>
    /// True when an instalment may go straight to the highest level its days allow; else it passes each level in turn.
    /// </summary>
    public bool MayJumpLevels { get; init; }

    /// <summary>
    /// True when nothing goes out to a customer whose unapplied credits cover all that is due, and minimum amounts are compared
    /// after credits. Credits are shown in any case.
    /// </summary>
    public bool CreditsSuppress { get; init; }

    /// <summary>
    /// A courtesy reminder three days before, a first reminder a week after, and a second one two weeks after that.
    /// </summary>
    public static DunningPolicy Default { get; } = new()
    {
        Name = "standard", Version = 1, CreditsSuppress = true,
        Levels =
        [
            new() { Number = 1, TriggerDays = -3, TextKey = "courtesy" },
            new() { Number = 2, TriggerDays = 7, TextKey = "first", MinimumDaysAfterPrevious = 7 },
            new() { Number = 3, TriggerDays = 21, TextKey = "second", MinimumDaysAfterPrevious = 14, Channel = Channel.Letter },
        ],
    };

    /// <summary>
    /// Everything that is wrong with it: <c>dunning.no-levels</c>, <c>dunning.levels-out-of-order</c>,
    /// <c>dunning.days-negative</c>, <c>dunning.amount-negative</c>, <c>dunning.currency-twice</c>,
    /// <c>dunning.text-key-missing</c>, <c>dunning.fee-before-due</c>, <c>dunning.interest-unsupported</c>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Levels.IsEmpty) findings.Add(DunningErrors.NoLevels.At("levels"));
        for (var i = 0; i < Levels.Count; i++)
        {
            var (level, target) = (Levels[i], $"levels[{i}]");
            if (i > 0 && (level.Number <= Levels[i - 1].Number || level.TriggerDays <= Levels[i - 1].TriggerDays))
                findings.Add(DunningErrors.LevelsOutOfOrder.At(target, ("number", level.Number), ("days", level.TriggerDays)));
            if (level.MinimumDaysAfterPrevious < 0)
                findings.Add(DunningErrors.DaysNegative.At($"{target}.minimumDaysAfterPrevious",
                    ("days", level.MinimumDaysAfterPrevious)));
            if (string.IsNullOrWhiteSpace(level.TextKey)) findings.Add(DunningErrors.TextKeyMissing.At($"{target}.textKey"));
            if (level.IsCourtesy && !level.Fees.IsEmpty)
                findings.Add(DunningErrors.FeeBeforeDue.At($"{target}.fees", ("number", level.Number)));
            if (level.ChargesInterest)
                findings.Add(DunningErrors.InterestUnsupported.At($"{target}.chargesInterest", ("number", level.Number)));
            CheckAmounts(level.MinimumAmounts, $"{target}.minimumAmounts", findings);
            CheckAmounts(level.Fees, $"{target}.fees", findings);
        }
        return findings.ToEquatableArray();
    }

    private static void CheckAmounts(EquatableArray<Money> amounts, string target, List<DomainError> findings)
    {
        var currencies = new HashSet<Currency>();
        for (var i = 0; i < amounts.Count; i++)
        {
            if (amounts[i].IsNegative) findings.Add(DunningErrors.AmountNegative.At($"{target}[{i}]", ("amount", amounts[i])));
            if (!currencies.Add(amounts[i].Currency))
                findings.Add(DunningErrors.CurrencyTwice.At($"{target}[{i}]", ("currency", amounts[i].Currency)));
        }
    }
}
