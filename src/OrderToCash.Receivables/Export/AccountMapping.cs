namespace OrderToCash.Receivables;

/// <summary>The way from roles to the accounts of a general ledger: a table that the host keeps.</summary>
public sealed record AccountMapping
{
    /// <summary>What the host calls this version of the table; an export says by which it was made.</summary>
    public required string Version { get; init; }

    /// <summary>The rules, in any order.</summary>
    public EquatableArray<AccountRule> Rules { get; init; }

    /// <summary>
    /// Every rule that can't be used: <see cref="JournalExportErrors.AccountEmpty"/>,
    /// <see cref="JournalExportErrors.RuleTwice"/>.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        var seen = new HashSet<(AccountRole, LegalEntityId, string, string, Currency?)>();
        for (var i = 0; i < Rules.Count; i++)
        {
            var rule = Rules[i];
            if (string.IsNullOrWhiteSpace(rule.Account))
                findings.Add(JournalExportErrors.AccountEmpty.At($"rules[{i}].account", ("role", rule.Role)));
            if (!seen.Add((rule.Role, rule.LegalEntity, rule.CustomerGroup, rule.TaxCode, rule.Currency)))
                findings.Add(JournalExportErrors.RuleTwice.At($"rules[{i}]", ("role", rule.Role), ("account", rule.Account)));
        }
        return findings.ToEquatableArray();
    }

    /// <summary>The account by the most specific rule that fits; null when none does.</summary>
    public string? AccountOf(AccountQuestion question)
    {
        AccountRule? best = null;
        foreach (var rule in Rules)
            if (rule.Fits(question) && (best is null || rule.Weight > best.Weight)) best = rule;
        return best?.Account;
    }
}
