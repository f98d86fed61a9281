namespace OrderToCash.EInvoicing.Tests;

/// <summary>
/// A document in the one form that both syntaxes can say: what a syntax has no place for, as the readme lists it, is taken to its
/// meaning. Nothing else is changed.
/// </summary>
internal static class Sameness
{
    public static InvoiceDocument Canonical(InvoiceDocument document)
    {
        var remittance = document.PaymentInstructions.Select(i => i.RemittanceInformation).FirstOrDefault(r => r is not null);
        return document with
        {
            Seller = Canonical(document.Seller), Buyer = Canonical(document.Buyer), Payee = Canonical(document.Payee),
            Totals = TotalsOf(document), TaxBreakdown = [.. document.TaxBreakdown.Select(s => Canonical(s, document))],
            AllowancesCharges = [.. document.AllowancesCharges.Select(c => Canonical(c, document))],
            Lines = [.. document.Lines.Select(l => Canonical(l, document))],
            // CII has one reference for the document and no card networks.
            PaymentInstructions =
            [
                .. document.PaymentInstructions.Select(i => i with
                {
                    RemittanceInformation = remittance, Card = i.Card is null ? null : i.Card with { NetworkId = null },
                }),
            ],
        };
    }

    // CII writes plain identifiers before those with a scheme.
    private static DocumentParty? Canonical(DocumentParty? party) =>
        party is null ? null : party with { Ids = [.. party.Ids.OrderBy(id => id.Scheme is null ? 0 : id.Scheme == "SEPA" ? 2 : 1)] };

    // CII writes the currency on the tax totals only; UBL demands a tax total beside a breakdown.
    private static DocumentTotals? TotalsOf(InvoiceDocument document)
    {
        if (document.Totals is not { } totals) return null;
        var tax = totals.Tax ?? (document.TaxBreakdown.IsEmpty ? null
            : new DocumentAmount { Value = document.TaxBreakdown.Sum(s => s.TaxAmount?.Value ?? 0) });
        return totals with
        {
            LineNet = In(totals.LineNet, document), Allowances = In(totals.Allowances, document),
            Charges = In(totals.Charges, document), Net = In(totals.Net, document), Tax = In(tax, document),
            TaxInTaxCurrency = In(totals.TaxInTaxCurrency, document, document.TaxCurrency), Gross = In(totals.Gross, document),
            Prepaid = In(totals.Prepaid, document), Rounding = In(totals.Rounding, document), Payable = In(totals.Payable, document),
        };
    }

    private static DocumentTaxSubtotal Canonical(DocumentTaxSubtotal subtotal, InvoiceDocument document) => subtotal with
    {
        TaxableAmount = In(subtotal.TaxableAmount, document), TaxAmount = In(subtotal.TaxAmount, document),
    };

    private static DocumentAllowanceCharge Canonical(DocumentAllowanceCharge charge, InvoiceDocument document) => charge with
    {
        Amount = In(charge.Amount, document), BaseAmount = In(charge.BaseAmount, document),
    };

    private static DocumentLine Canonical(DocumentLine line, InvoiceDocument document) => line with
    {
        Net = In(line.Net, document), Price = Canonical(line.Price, document),
        AllowancesCharges = [.. line.AllowancesCharges.Select(c => Canonical(c, document))],
    };

    // Both syntaxes demand gross price and discount together.
    private static DocumentPrice? Canonical(DocumentPrice? price, InvoiceDocument document)
    {
        if (price is null) return null;
        var (net, gross, discount) = (In(price.Net, document), In(price.Gross, document), In(price.Discount, document));
        if (gross is { } g && discount is null) discount = g with { Value = g.Value - net!.Value.Value };
        if (discount is { } d && gross is null) gross = d with { Value = net!.Value.Value + d.Value };
        return price with { Net = net, Gross = gross, Discount = discount };
    }

    private static DocumentAmount? In(DocumentAmount? amount, InvoiceDocument document, string? currency = null) =>
        amount is { } a ? a with { Currency = a.Currency ?? currency ?? document.Currency } : null;
}
