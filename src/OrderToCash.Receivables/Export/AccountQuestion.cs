namespace OrderToCash.Receivables;

/// <summary>What an account is asked for: all that a rule may look at.</summary>
public readonly record struct AccountQuestion
{
    /// <summary>The role of the line.</summary>
    public AccountRole Role { get; init; }

    /// <summary>Whose books.</summary>
    public LegalEntityId LegalEntity { get; init; }

    /// <summary>The group of the customer; empty when there is none.</summary>
    public string CustomerGroup { get => field ?? ""; init => field = value is "" ? null! : value; }

    /// <summary>The host's tax code of the line; empty when there is none.</summary>
    public string TaxCode { get => field ?? ""; init => field = value is "" ? null! : value; }

    /// <summary>The document currency of the line.</summary>
    public Currency Currency { get; init; }
}
