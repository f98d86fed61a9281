namespace OrderToCash.Invoicing;

public sealed partial record DraftInvoice
{
    /// <summary>
    /// The same with what is left of prepayment invoices taken off: one line below zero per category and rate, with the very tax
    /// that was invoiced, and citing them (BG-3), so that the tax due is the tax of the supply less the tax invoiced before,
    /// exactly. A category may become negative; the document may not. Refused with <see cref="InvoiceErrors.NotPrepayment"/>,
    /// <see cref="InvoiceErrors.OtherCurrency"/>, <see cref="InvoiceErrors.PrepaymentOfAnother"/>,
    /// <see cref="InvoiceErrors.PrepaymentDeducted"/>, <see cref="InvoiceErrors.PrepaymentUnpaid"/>:
    /// see <see cref="PrepaymentSettlement"/> for what to do first.
    /// </summary>
    /// <param name="prepayments">The prepayment invoices of the supply.</param>
    public Result<DraftInvoice> Deduct(params IReadOnlyList<InvoiceAccount> prepayments)
    {
        ArgumentNullException.ThrowIfNull(prepayments);
        var findings = prepayments.SelectMany(Faults).ToList();
        return findings.Count > 0
            ? Result.Failure<DraftInvoice>(findings)
            : Result.Success(With(prepayments.SelectMany(Deductions)) with
            {
                Preceding = Preceding.AddRange(prepayments.Select(p => CitedInvoice.Of(p.Invoice)).Except(Preceding)),
            });
    }

    private IEnumerable<DomainError> Faults(InvoiceAccount prepayment)
    {
        var invoice = prepayment.Invoice;
        if (invoice.Type != DocumentType.Prepayment)
            yield return InvoiceErrors.NotPrepayment.With(("number", invoice.Number));
        if (invoice.Currency != Currency)
            yield return InvoiceErrors.OtherCurrency.With(("amount", prepayment.RemainingGross), ("currency", Currency));
        if (invoice.Customer != Customer || invoice.LegalEntity != LegalEntity)
            yield return InvoiceErrors.PrepaymentOfAnother.With(
                ("number", invoice.Number), ("customer", invoice.Customer), ("legalEntity", invoice.LegalEntity));
        if (prepayment.Deducted is { } final)
            yield return InvoiceErrors.PrepaymentDeducted.With(("number", invoice.Number), ("final", final.Number));
        if (prepayment.RemainingGross > prepayment.Received)
            yield return InvoiceErrors.PrepaymentUnpaid.With(
                ("unpaid", prepayment.RemainingGross - prepayment.Received), ("number", invoice.Number));
    }

    private static IEnumerable<InvoiceLine> Deductions(InvoiceAccount prepayment)
    {
        var cited = CitedInvoice.Of(prepayment.Invoice);
        foreach (var share in CreditShares.Left(prepayment).Where(s => !s.Base.IsZero || !s.Tax.IsZero))
            yield return new()
            {
                Description = $"{prepayment.Invoice.Type.Title} {cited.Number}",
                Quantity = Quantity.Pieces(share.Base.IsNegative ? 1 : -1),
                Price = UnitPrice.Of(Math.Abs(share.Base.Amount), share.Base.Currency),
                Net = -share.Base,
                Tax = TreatmentOf(prepayment.Invoice, share),
                Prepayment = new() { Cited = cited, Tax = -share.Tax },
            };
    }

    private static TaxTreatment TreatmentOf(Invoice invoice, TaxShare share) => invoice.Lines.Select(l => l.Tax)
        .Concat(invoice.AllowancesCharges.Select(a => a.Tax!))
        .First(t => t.Category == share.Category && t.Rate == share.Rate);
}
