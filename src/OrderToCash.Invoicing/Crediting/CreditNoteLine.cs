namespace OrderToCash.Invoicing;

/// <summary>One line of a credit note: what is taken back of one line of the invoice.</summary>
public sealed record CreditNoteLine
{
    /// <summary>The invoice's line, by position from 1.</summary>
    public required int InvoiceLine { get; init; }

    /// <summary>What it is for, as on the invoice.</summary>
    public required string Description { get; init; }

    /// <summary>How much is taken back; zero when the price is lowered instead.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The credit without tax, with the sign of the invoice's line.</summary>
    public required Money Net { get; init; }

    /// <summary>How the invoice's line was taxed.</summary>
    public required TaxTreatment Tax { get; init; }

    /// <summary>The product; none for fees.</summary>
    public ProductId Product { get; init; }

    /// <summary>The order of the invoice's line.</summary>
    public OrderId Order { get; init; }

    /// <summary>The line of that order.</summary>
    public OrderLineId OrderLine { get; init; }
}
