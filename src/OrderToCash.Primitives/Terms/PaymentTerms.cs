namespace OrderToCash.Primitives;

/// <summary>
/// When a document is to be paid, as data: instalments, each with a share and steps from the document's date to the due date, and
/// discounts for paying early. Loads from JSON and is checked as a whole; <see cref="Schedule(ScheduleBasis)"/> applies it.
/// </summary>
public sealed partial record PaymentTerms
{
    /// <summary>The host's own id: <c>NET30</c>.</summary>
    public required PaymentTermsId Id { get; init; }

    /// <summary>For people, as printed on documents: <c>30 days net</c>.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The instalments, in order; at least one.</summary>
    public required EquatableArray<InstalmentTerm> Instalments { get; init; }

    /// <summary>Due on the date of the document.</summary>
    public static PaymentTerms Immediate { get; } = Single("IMMEDIATE", "due at once");

    /// <summary>Due so many days after the date of the document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above <see cref="TermsStep.MaxCount"/>.</exception>
    public static PaymentTerms Days(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, TermsStep.MaxCount);
        return Single(
            FormattableString.Invariant($"NET{days}"), FormattableString.Invariant($"{days} days net"), TermsStep.Days(days));
    }

    /// <summary>Due so many days after the end of the month of the document's date (<c>n EOM</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above <see cref="TermsStep.MaxCount"/>.</exception>
    public static PaymentTerms EndOfMonthPlus(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, TermsStep.MaxCount);
        return Single(
            FormattableString.Invariant($"EOM{days}"), FormattableString.Invariant($"{days} days after the end of the month"),
            TermsStep.EndOfMonth, TermsStep.Days(days));
    }

    /// <summary>One instalment of everything, by these steps.</summary>
    public static PaymentTerms Single(string id, string name, params ReadOnlySpan<TermsStep> steps) => new()
    {
        Id = new(id),
        Name = name,
        Instalments = [new() { Share = TermsShare.Balance, Steps = [.. steps] }],
    };

    /// <summary>
    /// The same with one more early-payment discount on every instalment: so much within so many days after the document's date.
    /// </summary>
    public PaymentTerms WithDiscount(Percentage percentage, int days) => WithDiscount(percentage, TermsStep.Days(days));

    /// <summary>The same with one more early-payment discount on every instalment, its last day reached by steps.</summary>
    public PaymentTerms WithDiscount(Percentage percentage, params ReadOnlySpan<TermsStep> steps)
    {
        var discount = new DiscountTerm { Percentage = percentage, Steps = [.. steps] };
        var instalments = Instalments.Select(i => i with { Discounts = i.Discounts.Add(discount) });
        return this with { Instalments = instalments.ToEquatableArray() };
    }

    /// <summary>All that is wrong with the terms, whatever the document; codes of <see cref="PaymentTermsErrors"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Instalments.IsEmpty) findings.Add(PaymentTermsErrors.NoInstalments.At("instalments", ("terms", Id)));
        else CheckShares(findings);
        for (var i = 0; i < Instalments.Count; i++) CheckInstalment(i, findings);
        return findings.ToEquatableArray();
    }

    private void CheckShares(List<DomainError> findings)
    {
        var balances = Instalments.Count(i => i.Share is BalanceShare);
        if (balances > 1) findings.Add(PaymentTermsErrors.SecondBalance.At("instalments", ("terms", Id)));
        var sum = Instalments.Select(i => i.Share).OfType<PercentShare>().Sum(share => share.Percentage.Value);
        if (sum > 100 || balances == 0 && sum != 100)
            findings.Add(PaymentTermsErrors.PercentSum.At("instalments", ("terms", Id), ("sum", Percentage.Of(sum))));
        if (Instalments[0].From == InstalmentStart.PreviousInstalment)
            findings.Add(PaymentTermsErrors.NothingBefore.At("instalments[0].from", ("terms", Id)));
    }

    private void CheckInstalment(int index, List<DomainError> findings)
    {
        var (instalment, at) = (Instalments[index], FormattableString.Invariant($"instalments[{index}]"));
        (bool Sound, object Share) share = instalment.Share switch
        {
            PercentShare s => (IsShare(s.Percentage), s.Percentage),
            PercentOfUntaxedShare s => (IsShare(s.Percentage), s.Percentage),
            FixedShare s => (s.Amount.IsPositive, s.Amount),
            _ => (true, ""),
        };
        if (!share.Sound) findings.Add(PaymentTermsErrors.ShareOutOfRange.At($"{at}.share", ("share", share.Share)));
        CheckSteps(instalment.Steps, at, findings);
        for (var i = 0; i < instalment.Discounts.Count; i++)
        {
            var (discount, below) = (instalment.Discounts[i], FormattableString.Invariant($"{at}.discounts[{i}]"));
            if (discount.Percentage.Value is <= 0 or >= 100)
                findings.Add(PaymentTermsErrors.DiscountOutOfRange.At(
                    $"{below}.percentage", ("percentage", discount.Percentage)));
            if (discount.GraceDays is < 0 or > 366)
                findings.Add(PaymentTermsErrors.GraceOutOfRange.At($"{below}.graceDays", ("days", discount.GraceDays)));
            CheckSteps(discount.Steps, below, findings);
        }
    }

    private static bool IsShare(Percentage percentage) => percentage.Value is > 0 and <= 100;

    private static void CheckSteps(EquatableArray<TermsStep> steps, string at, List<DomainError> findings)
    {
        for (var i = 0; i < steps.Count; i++)
            if (!steps[i].IsSound)
                findings.Add(PaymentTermsErrors.StepOutOfRange.At(
                    FormattableString.Invariant($"{at}.steps[{i}]"), ("step", steps[i].GetType().Name)));
    }
}
