namespace OrderToCash.Invoicing;

/// <summary>How many documents had a finding of a code.</summary>
public sealed record FindingCount
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Documents with at least one finding of it.</summary>
    public required int Documents { get; init; }
}
