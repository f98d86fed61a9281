namespace OrderToCash.Invoicing;

/// <summary>A document that another one refers back to (EN 16931 BG-3).</summary>
public sealed record CitedInvoice
{
    /// <summary>Its id in the host's books; none when it is not there.</summary>
    public InvoiceId Invoice { get; init; }

    /// <summary>Its number (BT-25).</summary>
    public required InvoiceNumber Number { get; init; }

    /// <summary>Its date (BT-26).</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The citation of a posted document.</summary>
    public static CitedInvoice Of(Invoice invoice)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        return new() { Invoice = invoice.Id, Number = invoice.Number, Date = invoice.DocumentDate };
    }
}
