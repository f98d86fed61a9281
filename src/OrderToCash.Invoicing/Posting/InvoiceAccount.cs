using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// A posted invoice and what became of it: the unit of consistency that keeps credits at or below what was invoiced. Payments are
/// not here (see Receivables).
/// </summary>
public sealed partial record InvoiceAccount
{
    /// <summary>The invoice.</summary>
    public required Invoice Invoice { get; init; }

    /// <summary>The credit notes that cite it, in the order they were posted.</summary>
    public EquatableArray<CreditNoteSummary> CreditNotes { get; init; }

    /// <summary>How much of each line was credited; lines without credits are left out. Ordered by line.</summary>
    public EquatableArray<CreditedLine> Credited { get; init; }

    /// <summary>How much of each allowance and charge was credited; those without credits are left out. Ordered.</summary>
    public EquatableArray<CreditedAllowanceCharge> CreditedAllowancesCharges { get; init; }

    /// <summary>
    /// What all credit notes took back per category and rate. Empty in states stored before it was kept: then it follows from the
    /// lines.
    /// </summary>
    public EquatableArray<TaxShare> CreditedShares { get; init; }

    /// <summary>The debit notes and corrective invoices that cite it.</summary>
    public EquatableArray<Correction> Corrections { get; init; }

    /// <summary>Money received on a prepayment invoice.</summary>
    public EquatableArray<PrepaymentReceipt> Receipts { get; init; }

    /// <summary>
    /// What credit notes gave back of the money received. Empty in states stored before it was kept: then it follows from what is
    /// left of the invoice.
    /// </summary>
    public EquatableArray<TaxShare> GivenBack { get; init; }

    /// <summary>The final invoice that deducts this prepayment invoice; null when none does.</summary>
    public CitedInvoice? Deducted { get; init; }

    /// <summary>The ways it went out, in the order of the first time.</summary>
    public EquatableArray<SentCopy> Sent { get; init; }

    /// <summary>The invoice's id.</summary>
    [JsonIgnore]
    public InvoiceId Id => Invoice.Id;

    /// <summary>What all credit notes come to, tax included.</summary>
    [JsonIgnore]
    public Money CreditedGross => Money.Sum(CreditNotes.Select(c => c.Gross), Invoice.Currency);

    /// <summary>What all credit notes added to the rounding amount.</summary>
    [JsonIgnore]
    public Money CreditedRounding =>
        Money.Sum(CreditNotes.Select(c => c.RoundingAmount ?? Money.Zero(Invoice.Currency)), Invoice.Currency);

    /// <summary>What is left of the total with tax after all credit notes; payments are not counted.</summary>
    [JsonIgnore]
    public Money RemainingGross => Invoice.Totals.Gross - CreditedGross;

    /// <summary>What was received on a prepayment invoice, less what credit notes gave back of it.</summary>
    [JsonIgnore]
    public Money Received
    {
        get
        {
            var received = Money.Sum(Receipts.Select(r => r.Amount), Invoice.Currency);
            if (GivenBack.IsEmpty) return Money.Min(received, Money.Max(RemainingGross, Money.Zero(Invoice.Currency)));
            return received - Money.Sum(GivenBack.Select(s => s.Gross), Invoice.Currency);
        }
    }

    /// <summary>
    /// What the money received, less what was given back, contains per category and rate: what tax fell due on.
    /// </summary>
    [JsonIgnore]
    public EquatableArray<TaxShare> ReceivedShares => PrepaymentShares.Received(this);

    /// <summary>Where the document is in its life, as far as this package knows; what is paid is in Receivables.</summary>
    [JsonIgnore]
    public InvoiceStatus Status => this switch
    {
        _ when Corrections.Any(c => c.IsReplacement) => InvoiceStatus.Replaced,
        _ when IsFullyCredited => InvoiceStatus.Credited,
        _ when !CreditNotes.IsEmpty => InvoiceStatus.PartlyCredited,
        _ => Sent.IsEmpty ? InvoiceStatus.Posted : InvoiceStatus.Sent,
    };

    /// <summary>True when credit notes took back everything.</summary>
    [JsonIgnore]
    public bool IsFullyCredited => !CreditNotes.IsEmpty && CreditChecks.IsComplete(this);

    /// <summary>The state after the first event.</summary>
    public static InvoiceAccount From(InvoicePosted posted) => new() { Invoice = posted.Invoice };

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is another invoice's, or of a kind this version does not know.</exception>
    public InvoiceAccount Apply(InvoiceEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.InvoiceId != Id)
            throw new ArgumentException($"The event is about {happened.InvoiceId}, not {Id}.", nameof(happened));
        return happened switch
        {
            InvoicePosted posted => From(posted),
            InvoiceSent sent =>
                this with { Sent = Sent.Add(new() { Channel = sent.Channel, Endpoint = sent.Endpoint, At = sent.At }) },
            CreditNotePosted credit => WithCredit(credit.CreditNote),
            InvoiceCorrected corrected => this with { Corrections = Corrections.Add(corrected.Correction) },
            PrepaymentReceived received => this with { Receipts = Receipts.Add(received.Receipt) },
            PrepaymentReturned returned => WithReturn(returned),
            PrepaymentDeducted deducted => this with { Deducted = deducted.Final },
            PrepaymentReleased => this with { Deducted = null },
            _ => throw new ArgumentException($"'{happened.GetType().Name}' is not known here.", nameof(happened)),
        };
    }

    private InvoiceAccount WithCredit(CreditNote note) => this with
    {
        CreditNotes = CreditNotes.Add(CreditNoteSummary.Of(note)),
        Credited = CreditedLine.Merge(Credited, note.Lines),
        CreditedAllowancesCharges = CreditedAllowanceCharge.Merge(CreditedAllowancesCharges, note.AllowancesCharges),
        CreditedShares = CreditShares.Add(CreditShares.Before(this),
            note.Breakdown.Select(s => s with { TaxPoint = Invoice.TaxPoint }).ToEquatableArray()),
        GivenBack = PrepaymentShares.GivenBack(this, note),
    };

    private InvoiceAccount WithReturn(PrepaymentReturned returned) => this with
    {
        GivenBack = PrepaymentShares.GivenBack(this),
        Receipts = returned.Owed.IsEmpty
            ? Receipts.Where(r => r.Payment != returned.Payment).ToEquatableArray()
            : Receipts.Select(r => r.Payment != returned.Payment ? r : r with
            {
                Amount = Money.Sum(returned.Owed.Select(s => s.Gross), Invoice.Currency),
                TaxShares = returned.Owed, ReturnedOn = returned.ReturnedOn,
            }).ToEquatableArray(),
    };

    /// <summary>The state of a stream of events.</summary>
    /// <exception cref="ArgumentException">The first event is not <see cref="InvoicePosted"/>.</exception>
    public static InvoiceAccount Replay(IEnumerable<InvoiceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        InvoiceAccount? state = null;
        foreach (var happened in events)
            state = state?.Apply(happened) ?? From(happened as InvoicePosted
                ?? throw new ArgumentException("An invoice begins with InvoicePosted.", nameof(events)));
        return state ?? throw new ArgumentException("There is no event.", nameof(events));
    }

    /// <summary>
    /// What contradicts itself: <see cref="InvoiceErrors.StateMismatch"/> and what <see cref="Invoice.Check"/> finds.
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = Invoice.Check().ToList();
        foreach (var part in CreditChecks.Contradictions(this).Concat(PrepaymentChecks.Contradictions(this)))
            findings.Add(InvoiceErrors.StateMismatch.At("credited", ("number", Invoice.Number), ("part", part)));
        return [.. findings];
    }
}
