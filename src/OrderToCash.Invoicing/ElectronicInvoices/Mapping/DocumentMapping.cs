namespace OrderToCash.Invoicing;

/// <summary>Makes the document that an e-invoice consists of from a posted one.</summary>
public static class DocumentMapping
{
    /// <summary>
    /// The invoice as a document of a specification. It keeps every rule of it, or is refused with all that stands against it:
    /// <see cref="InvoiceDocumentErrors.RuleBroken"/> (facts <c>rule</c>, <c>term</c>, <c>message</c>),
    /// <see cref="InvoiceDocumentErrors.TooManyDecimals"/>.
    /// </summary>
    /// <param name="invoice">The posted invoice.</param>
    /// <param name="profile">The specification.</param>
    /// <param name="particulars">What the invoice itself does not hold; null for nothing.</param>
    public static Result<InvoiceDocument> ToDocument(
        this Invoice invoice, InvoiceProfile profile, DocumentParticulars? particulars = null)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(profile);
        var mapping = new DocumentBuilder(profile, particulars ?? DocumentParticulars.None);
        var document = mapping.Of(invoice);
        return mapping.Checked(document, StrictnessOf(invoice.Content.Draft));
    }

    /// <summary>
    /// The credit note as a document of a specification, positive where it gives money back, citing its invoice. Refused as
    /// <see cref="ToDocument(Invoice, InvoiceProfile, DocumentParticulars?)"/> is.
    /// </summary>
    /// <param name="creditNote">The posted credit note.</param>
    /// <param name="profile">The specification.</param>
    /// <param name="particulars">What the credit note itself does not hold; null for nothing.</param>
    public static Result<InvoiceDocument> ToDocument(
        this CreditNote creditNote, InvoiceProfile profile, DocumentParticulars? particulars = null)
    {
        ArgumentNullException.ThrowIfNull(creditNote);
        ArgumentNullException.ThrowIfNull(profile);
        var mapping = new DocumentBuilder(profile, particulars ?? DocumentParticulars.None);
        var document = mapping.Of(creditNote);
        return mapping.Checked(document, RuleStrictness.Official);
    }

    // What is rounded per line, taken out of a gross, or comes with a deducted prepayment may be off by a minor unit.
    private static RuleStrictness StrictnessOf(DraftInvoice draft)
    {
        if (draft.Computation.RoundsPerLine || draft.PricesIncludeTax) return RuleStrictness.Official;
        foreach (var line in draft.Lines)
            if (line.Prepayment is not null) return RuleStrictness.Official;
        return RuleStrictness.Exact;
    }
}
