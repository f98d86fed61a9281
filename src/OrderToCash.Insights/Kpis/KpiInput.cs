namespace OrderToCash.Insights;

/// <summary>A named input of a figure, as invariant text.</summary>
public sealed record KpiInput
{
    /// <summary>The name, as in the formula.</summary>
    public required string Name { get; init; }

    /// <summary>The value: <c>150000.00 EUR</c>, <c>90</c>.</summary>
    public required string Value { get; init; }
}
