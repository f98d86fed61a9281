namespace OrderToCash.Invoicing;

/// <summary>A period whose return was handed in: what is posted later is shown in a later period, as a correction.</summary>
public sealed record TaxFiling
{
    /// <summary>The period.</summary>
    public required TaxPeriod Period { get; init; }

    /// <summary>When it was handed in.</summary>
    public required Instant FiledAt { get; init; }
}
