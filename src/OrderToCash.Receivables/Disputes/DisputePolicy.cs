namespace OrderToCash.Receivables;

/// <summary>How a legal entity handles disputes, as data. It loads from JSON and is checked as a whole.</summary>
public sealed record DisputePolicy
{
    /// <summary>The host's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>Which version of it; decisions remember it.</summary>
    public required int Version { get; init; }

    /// <summary>The terms: one for each reason that has its own, and one without a reason for the rest.</summary>
    public required EquatableArray<DisputeTerms> Terms { get; init; }

    /// <summary>
    /// What one customer may be granted without a person within <see cref="AllowanceDays"/>, one amount per currency: else small
    /// claims could be farmed. Nothing is granted in a currency that is not here.
    /// </summary>
    public EquatableArray<Money> Allowance { get; init; }

    /// <summary>Over how many days the allowance is counted, the day of the claim included; at least 1.</summary>
    public required int AllowanceDays { get; init; }

    /// <summary>
    /// Two business days to answer, ten to decide; nothing is decided without a person.
    /// </summary>
    public static DisputePolicy Standard { get; } = new()
    {
        Name = "standard", Version = 1, AllowanceDays = 90,
        Terms = [new() { AnswerDays = 2, DecisionDays = 10 }],
    };

    /// <summary>The terms of a reason: its own, else those of the rest.</summary>
    /// <exception cref="InvalidOperationException">The policy has no terms for the rest; its check finds that.</exception>
    public DisputeTerms TermsFor(DisputeReason reason)
    {
        DisputeTerms? rest = null;
        foreach (var terms in Terms)
            if (terms.Reason == reason) return terms;
            else if (terms.Reason.IsNone) rest = terms;
        return rest ?? throw new InvalidOperationException($"The policy {Name} has no terms for the rest.");
    }

    /// <summary>What one customer may be granted in a currency; zero when it is not listed.</summary>
    public Money AllowanceIn(Currency currency) => In(Allowance, currency);

    /// <summary>
    /// Everything that is wrong with it: <c>dispute.policy-broken</c> with its place.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (AllowanceDays < 1) Broken("allowanceDays", "the allowance is counted over at least a day");
        if (Terms.FindIndex(t => t.Reason.IsNone) < 0) Broken("terms", "there are no terms for the rest of the reasons");
        var reasons = new HashSet<DisputeReason>();
        for (var i = 0; i < Terms.Count; i++)
        {
            var (terms, target) = (Terms[i], $"terms[{i}]");
            if (!reasons.Add(terms.Reason)) Broken(target, $"the reason '{terms.Reason}' is there twice");
            if (terms.AnswerDays < 0 || terms.DecisionDays < terms.AnswerDays)
                Broken(target, "the decision is not due before the answer, and neither before the claim");
            Amounts(terms.AutomaticUpTo, $"{target}.automaticUpTo");
        }
        Amounts(Allowance, "allowance");
        return findings.ToEquatableArray();

        void Amounts(EquatableArray<Money> amounts, string target)
        {
            if (amounts.Any(a => a.IsNegative)) Broken(target, "an amount is below zero");
            if (amounts.DistinctBy(a => a.Currency).Count() != amounts.Count) Broken(target, "a currency is there twice");
        }

        void Broken(string target, string what) =>
            findings.Add(DisputeErrors.PolicyBroken.At(target, ("policy", Name), ("what", what)));
    }

    internal static Money In(EquatableArray<Money> amounts, Currency currency)
    {
        foreach (var amount in amounts)
            if (amount.Currency == currency) return amount;
        return Money.Zero(currency);
    }
}
