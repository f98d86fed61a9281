namespace OrderToCash.Receivables;

/// <summary>A part of a document on an account: revenue without tax, or a tax.</summary>
public sealed record Posting
{
    /// <summary>The account role: <c>revenue.sales</c>, <c>tax.output</c>.</summary>
    public required AccountRole Account { get; init; }

    /// <summary>
    /// The amount in the document currency, above zero in the document's own direction; below zero lowers the document.
    /// </summary>
    public required Money Amount { get; init; }

    /// <summary>The same in the functional currency as the document froze it; null to convert the amount by the rate.</summary>
    public Money? Functional { get; init; }
}
