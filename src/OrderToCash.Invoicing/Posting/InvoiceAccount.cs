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

    /// <summary>The ways it went out, in the order of the first time.</summary>
    public EquatableArray<SentCopy> Sent { get; init; }

    /// <summary>The invoice's id.</summary>
    [JsonIgnore]
    public InvoiceId Id => Invoice.Id;

    /// <summary>What all credit notes come to, tax included.</summary>
    [JsonIgnore]
    public Money CreditedGross => Money.Sum(CreditNotes.Select(c => c.Gross), Invoice.Currency);

    /// <summary>What is left of the payable total after all credit notes; payments are not counted.</summary>
    [JsonIgnore]
    public Money RemainingGross => Invoice.Totals.Payable - CreditedGross;

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
            CreditNotePosted credit => this with
            {
                CreditNotes = CreditNotes.Add(CreditNoteSummary.Of(credit.CreditNote)),
                Credited = CreditedLine.Merge(Credited, credit.CreditNote.Lines),
            },
            _ => throw new ArgumentException($"'{happened.GetType().Name}' is not known here.", nameof(happened)),
        };
    }

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
        foreach (var part in CreditChecks.Contradictions(this))
            findings.Add(InvoiceErrors.StateMismatch.At("credited", ("number", Invoice.Number), ("part", part)));
        return [.. findings];
    }
}
