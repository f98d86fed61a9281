namespace OrderToCash.Invoicing;

/// <summary>What contradicts itself in the receipts of a prepayment invoice.</summary>
internal static class PrepaymentChecks
{
    internal static IEnumerable<string> Contradictions(InvoiceAccount account)
    {
        if (account.Receipts.IsEmpty && account.Deducted is null) yield break;
        if (account.Invoice.Type != DocumentType.Prepayment) yield return "no prepayment invoice has receipts or deductions";
        var currency = account.Invoice.Currency;
        foreach (var receipt in account.Receipts)
        {
            if (receipt.Amount.Currency != currency
                || receipt.TaxShares.Any(s => s.Base.Currency != currency || s.Tax.Currency != currency))
            {
                yield return $"payment {receipt.Payment} is in another currency";
                yield break;
            }
            if (Money.Sum(receipt.TaxShares.Select(s => s.Gross), currency) != receipt.Amount)
                yield return $"the shares of payment {receipt.Payment} are not its amount";
        }
        if (account.GivenBack.Any(s => s.Base.Currency != currency || s.Tax.Currency != currency))
        {
            yield return "what was given back is in another currency";
            yield break;
        }
        if (Money.Sum(account.Receipts.Select(r => r.Amount), currency) > account.Invoice.Totals.Gross
            || account.Received > account.RemainingGross)
            yield return "more is received than was asked for";
        if (account.Received.IsNegative) yield return "more was given back than was received";
    }
}
