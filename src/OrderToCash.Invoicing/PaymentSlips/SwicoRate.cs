namespace OrderToCash.Invoicing;

/// <summary>A rate of tax with its amount.</summary>
public sealed record SwicoRate
{
    /// <summary>The rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The net the rate is for, or the import tax; null when the rate is for the whole bill.</summary>
    public Money? Amount { get; init; }
}
