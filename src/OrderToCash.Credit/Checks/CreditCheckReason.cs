namespace OrderToCash.Credit;

/// <summary>One thing a check found.</summary>
public sealed record CreditCheckReason
{
    /// <summary>What the policy makes of it.</summary>
    public required CreditOutcome Outcome { get; init; }

    /// <summary>The code, the sentence and the facts.</summary>
    public required DomainError Error { get; init; }
}
