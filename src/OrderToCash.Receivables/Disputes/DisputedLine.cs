namespace OrderToCash.Receivables;

/// <summary>A line of an invoice that a dispute is about.</summary>
public sealed record DisputedLine
{
    /// <summary>The line's id on the invoice.</summary>
    public required string Line { get; init; }

    /// <summary>The product; none when the line has none.</summary>
    public ProductId Product { get; init; }

    /// <summary>How much of it the customer says is wrong; null when it is not about a quantity.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>What of the disputed amount belongs to the line, tax included, above zero.</summary>
    public required Money Amount { get; init; }
}
