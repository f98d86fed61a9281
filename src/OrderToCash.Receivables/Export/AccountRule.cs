using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// Which account of the general ledger a role is posted to. What a rule does not name it takes as it comes; of several rules that
/// fit the most specific wins, where the legal entity counts more than the customer group, that more than the tax code, and that
/// more than the currency.
/// </summary>
public sealed record AccountRule
{
    /// <summary>The role.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>The number of the account in the general ledger.</summary>
    public required string Account { get; init; }

    /// <summary>For the books of this legal entity alone; none for all.</summary>
    public LegalEntityId LegalEntity { get; init; }

    /// <summary>For customers of this group alone; empty for all.</summary>
    public string CustomerGroup { get; init => field = value ?? ""; } = "";

    /// <summary>For lines with this tax code of the host alone; empty for all.</summary>
    public string TaxCode { get; init => field = value ?? ""; } = "";

    /// <summary>For this document currency alone; null for all.</summary>
    public Currency? Currency { get; init; }

    /// <summary>How much the rule names: the higher wins, and two rules that fit one line are never equal.</summary>
    [JsonIgnore]
    internal int Weight => (LegalEntity.IsNone ? 0 : 8) + (CustomerGroup.Length == 0 ? 0 : 4) + (TaxCode.Length == 0 ? 0 : 2)
        + (Currency is null ? 0 : 1);

    internal bool Fits(AccountQuestion question) => Role == question.Role
        && (LegalEntity.IsNone || LegalEntity == question.LegalEntity)
        && (CustomerGroup.Length == 0 || CustomerGroup == question.CustomerGroup)
        && (TaxCode.Length == 0 || TaxCode == question.TaxCode)
        && (Currency is null || Currency == question.Currency);
}
