namespace OrderToCash.Insights;

/// <summary>An amount that took from one day to another: from invoice to payment, from order to cash.</summary>
public sealed record DatedAmount
{
    /// <summary>The day it started.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day it ended.</summary>
    public required LocalDate To { get; init; }

    /// <summary>The amount, zero or above: the weight.</summary>
    public required Money Amount { get; init; }
}
