namespace OrderToCash;

/// <summary>What an audit of the receivables of a legal entity looked at and found.</summary>
public sealed record LedgerAudit
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>How many entries of the journal were read.</summary>
    public required long Entries { get; init; }

    /// <summary>How many chains they are in: one for each customer, and one for entries that are no single customer's.</summary>
    public required long Chains { get; init; }

    /// <summary>How many open items were compared with the journal, settled ones included.</summary>
    public required long Items { get; init; }

    /// <summary>
    /// Broken chains (codes <c>journal.*</c>), items that break a rule of their own or are not what the journal says
    /// (<c>ledger.item-quarantined</c>, <c>ledger.item-differs</c>), broken disputes (<c>process.corrupt-state</c>); empty when
    /// all agrees.
    /// </summary>
    public EquatableArray<DomainError> Findings { get; init; }
}
