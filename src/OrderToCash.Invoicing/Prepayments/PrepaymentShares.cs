namespace OrderToCash.Invoicing;

/// <summary>Bases and taxes of the money received on a prepayment invoice, and of what credit notes gave back of it.</summary>
internal static class PrepaymentShares
{
    internal static EquatableArray<TaxShare> Received(InvoiceAccount account)
    {
        var received = All(account);
        if (!account.GivenBack.IsEmpty) return CreditShares.Subtract(received, account.GivenBack);
        // Stored before it was kept: credit notes over money received came when everything was received.
        return Gross(received, account) > account.RemainingGross ? CreditShares.Left(account) : received;
    }

    /// <summary>What was given back once this note is posted: what it takes beyond what nobody had paid.</summary>
    internal static EquatableArray<TaxShare> GivenBack(InvoiceAccount before, CreditNote note)
    {
        if (before.Receipts.IsEmpty) return before.GivenBack;
        var (received, remaining) = (before.Received, before.RemainingGross - note.Totals.Gross);
        if (remaining >= received) return before.GivenBack;
        var known = GivenBack(before);
        if (before.RemainingGross <= received) return CreditShares.Add(known, note.Breakdown);
        var left = CreditShares.Subtract(CreditShares.Left(before), note.Breakdown);
        return CreditShares.Subtract(All(before), left);
    }

    /// <summary>What was given back, also where the state was stored before it was kept; empty when nothing was.</summary>
    internal static EquatableArray<TaxShare> GivenBack(InvoiceAccount account)
    {
        if (!account.GivenBack.IsEmpty) return account.GivenBack;
        var all = All(account);
        return Gross(all, account) > account.RemainingGross ? CreditShares.Subtract(all, CreditShares.Left(account)) : [];
    }

    private static EquatableArray<TaxShare> All(InvoiceAccount account)
    {
        EquatableArray<TaxShare> sum = default;
        foreach (var receipt in account.Receipts) sum = CreditShares.Add(sum, receipt.TaxShares);
        return sum;
    }

    private static Money Gross(EquatableArray<TaxShare> shares, InvoiceAccount account) =>
        Money.Sum(shares.Select(s => s.Gross), account.Invoice.Currency);
}
