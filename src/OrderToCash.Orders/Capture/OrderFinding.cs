using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What a rule found in an order, and the waiver when somebody took it on himself.</summary>
public sealed record OrderFinding
{
    /// <summary>What it does to the order.</summary>
    public required FindingSeverity Severity { get; init; }

    /// <summary>The code, the field and the facts.</summary>
    public required DomainError Error { get; init; }

    /// <summary>The waiver; null while nobody took it on himself.</summary>
    public FindingWaiver? Waiver { get; init; }

    /// <summary>
    /// True for a finding about the meaning of the order; a malformed order (<see cref="ErrorKind.Invalid"/>) is never waived.
    /// </summary>
    [JsonIgnore]
    public bool IsWaivable => Error.Kind != ErrorKind.Invalid;

    /// <summary>True when the order can't be confirmed because of it.</summary>
    [JsonIgnore]
    public bool IsOpenBlock => Severity == FindingSeverity.Block && Waiver is null;
}
