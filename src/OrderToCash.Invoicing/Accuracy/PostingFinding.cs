namespace OrderToCash.Invoicing;

/// <summary>Something a check found, and what it does to the draft.</summary>
public sealed record PostingFinding
{
    /// <summary>What was found, with its code and facts.</summary>
    public required DomainError Error { get; init; }

    /// <summary>What it does, by policy.</summary>
    public required PostingSeverity Severity { get; init; }
}
