namespace OrderToCash.Tax;

/// <summary>
/// Decides category, rate and legal reason of a supply by a table of rules (<see cref="TaxRules"/>), the first that fits; rules
/// of the host come before the built-in ones. What is not known is refused, never guessed. Not covered: services to the French
/// overseas departments, and services performed in other member states without a registration there.
/// </summary>
public static class TaxDetermination
{
    /// <summary>The day distance sales moved to the country of arrival (Directive (EU) 2017/2455).</summary>
    public static LocalDate OneStopShopFrom => TaxRules.OneStopShopFrom;

    /// <summary>The names of the built-in rules, in the order they are asked.</summary>
    public static EquatableArray<string> RuleNames { get; } = TaxRules.Sorted.Select(r => r.Id).ToEquatableArray();

    /// <summary>
    /// The treatment, or all that stands against it: <see cref="TaxErrors.QuestionIncomplete"/>,
    /// <see cref="TaxErrors.DuplicateRegistration"/>, <see cref="TaxErrors.SellerNotRegistered"/>,
    /// <see cref="TaxErrors.TriangulationUnfounded"/>, <see cref="TaxErrors.DistanceSalesNotInEuro"/>, the findings of the
    /// policy; then what the deciding rule lacks: <see cref="TaxErrors.FactMissing"/>, <see cref="TaxErrors.NotDecided"/>,
    /// <see cref="TaxErrors.DestinationNotRegistered"/>, <see cref="TaxErrors.BuyerIdNotVerified"/> and its siblings of
    /// <see cref="VatIdVerification.Judge"/>, <see cref="TaxErrors.RateMissing"/>.
    /// </summary>
    /// <param name="question">The facts of the supply.</param>
    /// <param name="rates">Where rates are looked up, by the tax point.</param>
    /// <param name="policy">What the seller chooses; null is <see cref="TaxDeterminationPolicy.Default"/>.</param>
    public static Result<TaxTreatment> Determine(TaxQuestion question, ITaxRates rates, TaxDeterminationPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(rates);
        policy ??= TaxDeterminationPolicy.Default;
        if (TaxQuestionCheck.Findings(question, policy) is { Count: > 0 } findings) return Result.Failure<TaxTreatment>(findings);
        var situation = new TaxSituation(question, policy);
        if (TaxQuestionCheck.Findings(situation) is { Count: > 0 } unfounded) return Result.Failure<TaxTreatment>(unfounded);
        foreach (var rule in TaxTable.InOrder(policy.Rules))
            switch (TaxTable.Ask(rule, situation, out var fact))
            {
                case RuleAnswer.Matched:
                    return TaxTreatments.Of(rule, situation, rates, policy);
                case RuleAnswer.Unclear:
                    return Result.Failure<TaxTreatment>(TaxErrors.FactMissing.At(TaxFacts.Field(fact!.Value),
                        ("rule", rule.Id), ("fact", TaxFacts.Missing(fact.Value))));
            }
        return Result.Failure<TaxTreatment>(TaxErrors.NotDecided.With(("reason", "no rule fits")));
    }

    /// <summary>
    /// The same with its trace: each rule that was asked and why it fitted or did not. For people and for support; the answer
    /// is that of <see cref="Determine"/>.
    /// </summary>
    public static TaxExplanation Explain(TaxQuestion question, ITaxRates rates, TaxDeterminationPolicy? policy = null)
    {
        policy ??= TaxDeterminationPolicy.Default;
        var answer = Determine(question, rates, policy);
        var verdicts = new List<RuleVerdict>();
        if (TaxQuestionCheck.Findings(question, policy).Count == 0
            && new TaxSituation(question, policy) is var situation && TaxQuestionCheck.Findings(situation).Count == 0)
            foreach (var rule in TaxTable.InOrder(policy.Rules))
            {
                verdicts.Add(TaxTable.Explain(rule, situation));
                if (verdicts[^1].Answer != RuleAnswer.Passed) break;
            }
        return new() { Treatment = answer.IsSuccess ? answer.Value : null, Errors = answer.Errors, Verdicts = [.. verdicts] };
    }
}
