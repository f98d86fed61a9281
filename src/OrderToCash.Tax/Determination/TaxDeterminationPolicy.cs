namespace OrderToCash.Tax;

/// <summary>What a seller chooses in determination; the default is the strict reading.</summary>
public sealed record TaxDeterminationPolicy
{
    /// <summary>
    /// True: a buyer's VAT id counts without an official check. False, the default: an unchecked id where one is needed is
    /// refused (<see cref="TaxErrors.BuyerIdNotVerified"/>), because the seller owes the tax when the id proves wrong.
    /// </summary>
    public bool AcceptUnverifiedBuyerIds { get; init; }

    /// <summary>How old a check may be, and what holds meanwhile; null is <see cref="VatIdPolicy.Default"/>.</summary>
    public VatIdPolicy? VatIds { get; init; }

    /// <summary>What holds for sales to consumers in other member states when a question states no figures.</summary>
    public UnstatedDistanceSales UnstatedDistanceSales { get; init; }

    /// <summary>The products for which countries make the buyer liable.</summary>
    public EquatableArray<ReverseChargeClass> ReverseChargeClasses { get; init; }

    /// <summary>
    /// Rules of the host, asked before the built-in ones whatever their priority; one with the id of a built-in rule replaces
    /// it: the built-in one is not asked.
    /// </summary>
    public EquatableArray<TaxRule> Rules { get; init; }

    /// <summary>Every choice at its strict default.</summary>
    public static TaxDeterminationPolicy Default { get; } = new();

    /// <summary>
    /// What is wrong with it: <see cref="TaxErrors.RuleInvalid"/>, <see cref="TaxErrors.RuleDuplicate"/>. A policy with faults
    /// decides nothing.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        if (Rules.IsEmpty) return [];
        var findings = new List<DomainError>();
        for (var i = 0; i < Rules.Count; i++)
        {
            foreach (var finding in Rules[i].Check()) findings.Add(finding.Below($"rules[{i}]"));
            if (Rules.FindIndex(r => r.Id == Rules[i].Id) < i)
                findings.Add(TaxErrors.RuleDuplicate.At($"rules[{i}]", ("rule", Rules[i].Id)));
        }
        return [.. findings];
    }
}
