namespace OrderToCash.Invoicing;

/// <summary>
/// The tax of posted documents, entry by entry: what returns, recapitulative statements and one-stop-shop summaries are added up
/// from, and what is tied to the ledger. Figures are taken from the documents, never computed again: the entries of a
/// document add up to its breakdown in both currencies.
/// </summary>
public sealed partial record TaxJournal
{
    /// <summary>The entries, ordered by legal entity, tax point, number, category, rate and country.</summary>
    public EquatableArray<TaxJournalEntry> Entries { get; init; }

    /// <summary>The journal of these documents. Work is n log n.</summary>
    /// <param name="invoices">Posted invoices.</param>
    /// <param name="creditNotes">
    /// Posted credit notes; where the invoice is among <paramref name="invoices"/> its tax point is the one corrected, else its
    /// date.
    /// </param>
    public static TaxJournal Of(IEnumerable<Invoice> invoices, IEnumerable<CreditNote> creditNotes)
    {
        ArgumentNullException.ThrowIfNull(invoices);
        ArgumentNullException.ThrowIfNull(creditNotes);
        var entries = new List<TaxJournalEntry>();
        var taxPoints = new Dictionary<InvoiceId, LocalDate>();
        foreach (var invoice in invoices)
        {
            taxPoints[invoice.Id] = invoice.TaxPoint;
            entries.AddRange(TaxJournalWork.Of(invoice));
        }
        foreach (var note in creditNotes)
            entries.AddRange(TaxJournalWork.Of(note,
                taxPoints.TryGetValue(note.Original, out var day) ? day : note.Content.OriginalDate));
        return new() { Entries = TaxJournalWork.Sorted(entries) };
    }

    /// <summary>
    /// The same with the tax of a document that is due on receipt, receipt by receipt: prepayments, and all invoices of a seller
    /// under cash accounting. Such an invoice is not given to <see cref="Of"/>. Functional amounts are cumulated: all receipts
    /// together are the document's functional breakdown. Refused with <see cref="TaxJournalErrors.ReceiptMismatch"/> per share.
    /// </summary>
    /// <param name="invoice">The posted document.</param>
    /// <param name="receipts">All receipts on it, in order.</param>
    public Result<TaxJournal> WithReceipts(Invoice invoice, EquatableArray<TaxReceipt> receipts)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        var findings = new List<DomainError>();
        for (var i = 0; i < receipts.Count; i++)
        {
            var shares = receipts[i].Shares;
            for (var k = 0; k < shares.Count; k++)
            {
                var share = shares[k];
                var isOnIt = invoice.Breakdown.FindIndex(s => s.Category == share.Category && s.Rate == share.Rate) >= 0;
                var isFirst = shares.FindIndex(s => s.Category == share.Category && s.Rate == share.Rate) == k;
                if (isOnIt && isFirst && share.Base.Currency == invoice.Currency
                    && share.Tax.Currency == invoice.Currency) continue;
                findings.Add(TaxJournalErrors.ReceiptMismatch.At($"receipts[{i}].shares[{k}]",
                    ("number", invoice.Number), ("category", share.Category), ("rate", share.Rate), ("amount", share.Base)));
            }
        }
        return findings.Count > 0
            ? Result.Failure<TaxJournal>(findings)
            : Result.Success(With(TaxJournalWork.Of(invoice, receipts)));
    }

    /// <summary>
    /// The same with entries of other origin: bad-debt relief, imports of another system.
    /// </summary>
    public TaxJournal With(params IEnumerable<TaxJournalEntry> more) => new()
    {
        Entries = TaxJournalWork.Sorted([.. Entries, .. more]),
    };

    /// <summary>
    /// The period an entry is shown in: that of its tax point, or the first one after it that was not filed when the entry was
    /// posted. It never changes afterwards.
    /// </summary>
    public static TaxPeriod PeriodOf(TaxJournalEntry entry, TaxPeriodLength length, EquatableArray<TaxFiling> filings)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var period = TaxPeriod.Of(entry.TaxPoint, length);
        while (filings.FindIndex(f => f.Period == period && f.FiledAt <= entry.PostedAt) >= 0) period = period.Next;
        return period;
    }

    /// <summary>The entries of a legal entity that are shown in a period.</summary>
    public EquatableArray<TaxJournalEntry> In(
        LegalEntityId legalEntity, TaxPeriod period, EquatableArray<TaxFiling> filings = default) =>
        Entries.Where(e => e.LegalEntity == legalEntity && PeriodOf(e, period.Length, filings) == period).ToEquatableArray();

    /// <summary>
    /// What contradicts itself in stored or added entries: <see cref="TaxJournalErrors.OtherCurrency"/> where base and tax,
    /// or two entries of a legal entity's functional amounts, differ in currency;
    /// <see cref="TaxJournalErrors.BuyerIdMissing"/> where a statement needs the buyer's id.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        var functional = new Dictionary<LegalEntityId, Currency>();
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = Entries[i];
            functional.TryAdd(entry.LegalEntity, entry.FunctionalBase.Currency);
            if (entry.Base.Currency != entry.Tax.Currency)
                findings.Add(TaxJournalErrors.OtherCurrency.At($"entries[{i}].tax",
                    ("number", entry.Number), ("amount", entry.Tax), ("currency", entry.Base.Currency)));
            var expected = functional[entry.LegalEntity];
            if (entry.FunctionalBase.Currency != expected || entry.FunctionalTax.Currency != expected)
                findings.Add(TaxJournalErrors.OtherCurrency.At($"entries[{i}].functionalBase",
                    ("number", entry.Number), ("amount", entry.FunctionalBase), ("currency", expected)));
            if (RecapitulativeStatement.Lists(entry) && entry.BuyerTaxId.Length == 0)
                findings.Add(TaxJournalErrors.BuyerIdMissing.At($"entries[{i}].buyerTaxId",
                    ("number", entry.Number), ("supply", entry.Supply)));
        }
        return [.. findings];
    }
}
