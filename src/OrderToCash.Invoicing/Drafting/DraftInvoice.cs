namespace OrderToCash.Invoicing;

/// <summary>
/// An invoice in the making: data that may still change, without a number. <see cref="Post"/> turns it into an <see
/// cref="Invoice"/>.
/// </summary>
public sealed partial record DraftInvoice
{
    /// <summary>The id, kept by the posted invoice.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>Who invoices, in the books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes, in the books.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The seller as printed (BG-4).</summary>
    public required Party Seller { get; init; }

    /// <summary>The buyer as printed (BG-7).</summary>
    public required Party Buyer { get; init; }

    /// <summary>The currency of all amounts (BT-5).</summary>
    public required Currency Currency { get; init; }

    /// <summary>The date on the document (BT-2).</summary>
    public required LocalDate DocumentDate { get; init; }

    /// <summary>The day the tax falls due (BT-7).</summary>
    public required LocalDate TaxPoint { get; init; }

    /// <summary>The lines, in printing order.</summary>
    public EquatableArray<InvoiceLine> Lines { get; init; }

    /// <summary>The day of delivery or completion (BT-72); needed for intra-community supplies.</summary>
    public LocalDate? DeliveryDate { get; init; }

    /// <summary>Where it was delivered to (BG-15); null is the buyer's address.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>Where tax is rounded; by breakdown unless said otherwise.</summary>
    public TaxComputation Computation { get; init => field = value ?? TaxComputation.ByBreakdown; } = TaxComputation.ByBreakdown;

    /// <summary>The buyer's order number (BT-13).</summary>
    public string PurchaseOrder { get; init => field = value ?? ""; } = "";

    /// <summary>What the buyer routes the invoice by (BT-10).</summary>
    public string BuyerReference { get; init => field = value ?? ""; } = "";

    /// <summary>The payment terms in words (BT-20).</summary>
    public string TermsText { get; init => field = value ?? ""; } = "";

    /// <summary>A remark for the reader (BT-22).</summary>
    public string Note { get; init => field = value ?? ""; } = "";

    /// <summary>The same with more lines at the end.</summary>
    public DraftInvoice With(params IEnumerable<InvoiceLine> lines) => this with { Lines = Lines.AddRange(lines) };

    /// <summary>The tax per category and rate, by the draft's policy.</summary>
    /// <exception cref="CurrencyMismatchException">A line is in another currency; <see cref="Check"/> finds it without
    /// throwing.</exception>
    public TaxBreakdown Breakdown()
    {
        var taxable = new TaxableLine[Lines.Count];
        for (var i = 0; i < taxable.Length; i++)
            taxable[i] = new() { Net = Lines[i].Net, Category = Lines[i].Tax.Category, Rate = Lines[i].Tax.Rate };
        return TaxBreakdown.Compute(taxable, Computation, Currency);
    }

    /// <summary>The totals it will have: what payment terms are applied to.</summary>
    /// <exception cref="CurrencyMismatchException">A line is in another currency; <see cref="Check"/> finds it without
    /// throwing.</exception>
    public InvoiceTotals Totals() => InvoiceTotals.Of(Breakdown());
}
