namespace OrderToCash.Orders;

/// <summary>Somebody by name takes a finding on himself.</summary>
public sealed record FindingWaiver
{
    /// <summary>Why the finding does not matter here.</summary>
    public required string Reason { get; init; }

    /// <summary>Who; a person, never an automation.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
