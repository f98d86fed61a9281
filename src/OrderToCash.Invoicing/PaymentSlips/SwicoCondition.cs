namespace OrderToCash.Invoicing;

/// <summary>A condition of payment: so much off within so many days; nothing off for the days to pay.</summary>
public sealed record SwicoCondition
{
    /// <summary>What may be taken off; zero for the period to pay.</summary>
    public required Percentage Discount { get; init; }

    /// <summary>Days from the date of the invoice.</summary>
    public required int Days { get; init; }
}
