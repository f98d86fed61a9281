namespace OrderToCash.Receivables;

/// <summary>The balance of an account role in one document currency, debit above zero.</summary>
public sealed record AccountBalance
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The role.</summary>
    public required AccountRole Account { get; init; }

    /// <summary>In the document currency.</summary>
    public required Money Document { get; init; }

    /// <summary>In the functional currency.</summary>
    public required Money Functional { get; init; }
}
