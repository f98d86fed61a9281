using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// The tax journal of what the billing desk and the rebate desk credited and posted, and the ledger's side of its tie.
/// </summary>
public static class DocumentTaxJournal
{
    /// <summary>
    /// The journal of these events: invoices and credit notes with their date, prepayment invoices with the money received and
    /// given back on them. The credit note of a rebate corrects the tax of its own date, in the countries of the invoices that
    /// were counted. Refused with <see cref="TaxJournalErrors.ReceiptMismatch"/>.
    /// </summary>
    /// <param name="events">The events of invoices, in the order they happened; others may stand between them.</param>
    /// <param name="rebates">The events of rebates, from their agreement on; null where there are none.</param>
    public static Result<TaxJournal> Of(IEnumerable<InvoiceEvent> events, IEnumerable<RebateEvent>? rebates = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        var (accounts, receipts) = (new Dictionary<InvoiceId, InvoiceAccount>(), new Dictionary<InvoiceId, List<TaxReceipt>>());
        var (invoices, notes) = (new List<Invoice>(), new List<CreditNote>());
        foreach (var happened in events)
        {
            var before = accounts.GetValueOrDefault(happened.InvoiceId);
            if (happened is InvoicePosted { Invoice: var invoice })
            {
                accounts[invoice.Id] = InvoiceAccount.From((InvoicePosted)happened);
                if (invoice.Type == DocumentType.Prepayment) receipts[invoice.Id] = [];
                else invoices.Add(invoice);
                continue;
            }
            if (before is null) continue;
            accounts[happened.InvoiceId] = before.Apply(happened);
            if (receipts.TryGetValue(happened.InvoiceId, out var own)) Add(before, happened, own);
            else if (happened is CreditNotePosted { CreditNote: var note }) notes.Add(note);
        }
        var journal = Result.Success(TaxJournal.Of(invoices, notes));
        foreach (var (id, own) in receipts)
            journal = journal.Bind(j => j.WithReceipts(accounts[id].Invoice, [.. own]));
        return rebates is null ? journal : journal.Map(j => j.With(RebateTax.Entries(j, rebates)));
    }

    /// <summary>
    /// What the ledger has on the output tax account for these documents and for the credit notes of rebates. What payments
    /// corrected later (discounts, price reductions, bad debts) is not of a document and left out.
    /// </summary>
    /// <param name="entries">Entries of the journal.</param>
    /// <param name="events">The events of invoices: they tell which credit notes are over prepayments.</param>
    public static EquatableArray<LedgerTax> InLedger(IEnumerable<JournalEntry> entries, IEnumerable<InvoiceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(events);
        var (prepayments, numbers) = (new Dictionary<InvoiceId, InvoiceNumber>(), new Dictionary<string, InvoiceNumber>());
        foreach (var happened in events)
        {
            if (happened is InvoicePosted { Invoice: { Type: var type } invoice } && type == DocumentType.Prepayment)
                prepayments[invoice.Id] = invoice.Number;
            if (happened is CreditNotePosted { CreditNote: var note } && prepayments.TryGetValue(note.Original, out var number))
                numbers[note.Number.Value] = number;
        }
        var requests = prepayments.Values.Select(n => n.Value).ToHashSet();
        return entries
            .Where(e => e.Event is JournalEvents.InvoiceIssued or JournalEvents.FinalInvoiceIssued
                or JournalEvents.CreditNoteIssued or JournalEvents.DepositReceived or JournalEvents.DepositReleased
                || e.Event == JournalEvents.PaymentReturned && requests.Contains(e.SourceDocument))
            .SelectMany(e => e.Lines.Where(l => l.Account == AccountRole.OutputTax).Select(l => new LedgerTax
            {
                Number = numbers.TryGetValue(e.SourceDocument, out var own) ? own : new(e.SourceDocument),
                Tax = -l.SignedDocument, FunctionalTax = -l.SignedFunctional,
            }))
            .ToEquatableArray();
    }

    /// <summary>A receipt as the journal takes it; it is a fact of the day it came in.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="recordedAt">When it was recorded.</param>
    public static TaxReceipt ReceiptOf(PrepaymentReceipt receipt, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return new() { ReceivedOn = receipt.ReceivedOn, RecordedAt = recordedAt, Shares = receipt.TaxShares };
    }

    /// <summary>
    /// What the functional taxes of a prepayment change by when the deposits on it change, as the journal will show them: one for
    /// each of the shares.
    /// </summary>
    internal static EquatableArray<Money> FunctionalTaxes(
        Invoice prepayment, IEnumerable<OpenItem> deposits, EquatableArray<TaxShare> shares)
    {
        var before = prepayment.Breakdown.Select(whole => deposits.SelectMany(d => d.TaxSharesLeft)
            .Where(s => s.Category == whole.Category && s.Rate == whole.Rate)
            .Aggregate(whole with { Base = whole.Base - whole.Base, Tax = whole.Tax - whole.Tax },
                (sum, s) => sum with { Base = sum.Base + s.Base, Tax = sum.Tax + s.Tax })).ToEquatableArray();
        var (old, now) = (Entries([before]), Entries([before, shares]));
        return shares.Select(s => Sum(now, s) - Sum(old, s)).ToEquatableArray();

        EquatableArray<TaxJournalEntry> Entries(EquatableArray<TaxShare>[] receipts) => new TaxJournal().WithReceipts(
            prepayment, [.. receipts.Select(r => new TaxReceipt { ReceivedOn = prepayment.TaxPoint, RecordedAt = default,
                Shares = r })]).Value.Entries;

        Money Sum(EquatableArray<TaxJournalEntry> entries, TaxShare share) => Money.Sum(
            entries.Where(e => e.Category == share.Category && e.Rate == share.Rate).Select(e => e.FunctionalTax),
            prepayment.FunctionalCurrency);
    }

    // A credit note beyond what is unpaid gives back what was received.
    private static void Add(InvoiceAccount before, InvoiceEvent happened, List<TaxReceipt> receipts)
    {
        switch (happened)
        {
            case PrepaymentReceived { Receipt: var receipt }:
                receipts.Add(ReceiptOf(receipt, happened.At));
                break;
            case PrepaymentReturned returned when before.Receipts.FirstOrDefault(r => r.Payment == returned.Payment) is { } back:
                receipts.Add(GivenBack(Less(back.TaxShares, returned.Owed), returned.ReturnedOn, happened.At));
                break;
            case CreditNotePosted { CreditNote: var note } when before.RemainingGross - note.Totals.Gross < before.Received:
                receipts.Add(GivenBack(note.Breakdown, note.DocumentDate, happened.At));
                break;
        }
    }

    // What was given back or deducted before is not of this return.
    private static EquatableArray<TaxShare> Less(EquatableArray<TaxShare> received, EquatableArray<TaxShare> owed) =>
        received.Select(s => owed.FirstOrDefault(o => o.Category == s.Category && o.Rate == s.Rate) is { } gone
            ? s with { Base = s.Base - gone.Base, Tax = s.Tax - gone.Tax }
            : s).ToEquatableArray();

    private static TaxReceipt GivenBack(EquatableArray<TaxShare> shares, LocalDate on, Instant at) => new()
    {
        ReceivedOn = on, RecordedAt = at,
        Shares = shares.Select(s => s with { Base = -s.Base, Tax = -s.Tax }).ToEquatableArray(),
    };
}
