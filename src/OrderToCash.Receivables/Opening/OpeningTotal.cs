namespace OrderToCash.Receivables;

/// <summary>What the old books had open: the total that the rows must add up to.</summary>
public sealed record OpeningTotal
{
    /// <summary>For this customer; none for all customers together.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>The total in one currency, owed above zero.</summary>
    public required Money Total { get; init; }
}
