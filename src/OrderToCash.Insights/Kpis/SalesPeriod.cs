namespace OrderToCash.Insights;

/// <summary>The credit sales of one period, usually a month.</summary>
public sealed record SalesPeriod
{
    /// <summary>What was invoiced on credit.</summary>
    public required Money Sales { get; init; }

    /// <summary>The length of the period in days, above zero.</summary>
    public required int Days { get; init; }
}
