namespace OrderToCash.Receivables;

/// <summary>What order, delivery, invoice and returns say about a line that is disputed. Quantities are in one unit.</summary>
public sealed record TriageLine
{
    /// <summary>The line's id on the invoice.</summary>
    public required string Line { get; init; }

    /// <summary>What was billed.</summary>
    public required Quantity Billed { get; init; }

    /// <summary>What of it was credited since.</summary>
    public required Quantity Credited { get; init; }

    /// <summary>What was delivered of what was billed; null when nobody knows.</summary>
    public Quantity? Delivered { get; init; }

    /// <summary>What of it came back; null when nobody knows.</summary>
    public Quantity? Returned { get; init; }

    /// <summary>The price billed.</summary>
    public required UnitPrice PriceBilled { get; init; }

    /// <summary>The price ordered; null when nobody knows.</summary>
    public UnitPrice? PriceAgreed { get; init; }

    /// <summary>What was asked for the line, discounts taken off, tax included.</summary>
    public required Money Gross { get; init; }
}
