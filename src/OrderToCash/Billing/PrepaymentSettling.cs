using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>The prepayments of a final invoice inside its commit: unpaid and excess credited, the rest deducted.</summary>
internal sealed class PrepaymentSettling
{
    private readonly List<(DecisionChain<InvoiceAccount, InvoiceEvent> Chain, PrepaymentPart Part)> accounts = [];

    private PrepaymentSettling(DraftInvoice draft) => Draft = draft;

    /// <summary>The draft less what is deducted.</summary>
    public DraftInvoice Draft { get; private set; }

    /// <summary>The credit notes over what was received beyond the supply, with the deposits they give back of.</summary>
    public List<(CreditNote Note, PrepaymentPart Of)> Excess { get; } = [];

    /// <summary>What was received on the prepayments.</summary>
    public IReadOnlyList<Stored<OpenItem>> Deposits => [.. accounts.SelectMany(a => a.Part.Deposits)];

    /// <summary>What was refused.</summary>
    public IEnumerable<DomainError> Errors => accounts.SelectMany(a => a.Chain.Errors);

    /// <summary>Settles the prepayments of a document; without any the draft stays as it is.</summary>
    public static Result<PrepaymentSettling> Settle(DocumentParts parts, SeriesTaking series)
    {
        var settling = new PrepaymentSettling(parts.Draft);
        if (parts.Prepayments.Count == 0) return Result.Success(settling);
        var before = parts.Prepayments.Select(p => p.State).ToArray();
        var foreign = before.Where(p => p.Invoice.Currency != parts.Draft.Currency || p.Invoice.Type != DocumentType.Prepayment
            || p.Invoice.Customer != parts.Draft.Customer || p.Invoice.LegalEntity != parts.Draft.LegalEntity);
        if (foreign.Any()) return Result.Failure<PrepaymentSettling>(parts.Draft.Deduct(before).Errors);
        var plan = PrepaymentSettlement.Plan(parts.Draft, before);
        for (var i = 0; i < plan.Count; i++)
        {
            var part = parts.Prepayments[i];
            var chain = part.Chain ?? new(part.Account.State, part.Account.Version);
            settling.accounts.Add((chain, part));
            settling.Credit(chain, plan[i].Unpaid, parts, series);
            if (settling.Credit(chain, plan[i].Excess, parts, series) is { } note) settling.Excess.Add((note, part));
        }
        if (settling.Errors.ToArray() is { Length: > 0 } errors) return Result.Failure<PrepaymentSettling>(errors);
        return parts.Draft.Deduct(settling.Received().Select(a => a.State).ToArray()).Map(draft =>
        {
            settling.Draft = draft;
            return settling;
        });
    }

    /// <summary>Records the deduction in the posted final invoice.</summary>
    public void Deduct(Invoice final, Actor by, Instant at)
    {
        foreach (var chain in Received()) chain.Then(a => a.DeductIn(final, by, at));
    }

    /// <summary>The changes of the prepayment invoices.</summary>
    public IEnumerable<StreamChange> Changes() => accounts.SelectMany(a => a.Chain.Changes(Streams.Invoice(a.Chain.State.Id)));

    private IEnumerable<DecisionChain<InvoiceAccount, InvoiceEvent>> Received() =>
        accounts.Where(a => a.Chain.State.Received.IsPositive && a.Chain.State.RemainingGross.IsPositive).Select(a => a.Chain);

    private CreditNote? Credit(
        DecisionChain<InvoiceAccount, InvoiceEvent> chain, Money gross, DocumentParts parts, SeriesTaking series)
    {
        if (!gross.IsPositive || chain.Errors.Count > 0) return null;
        var (date, previous) = (parts.Draft.DocumentDate, series.Last);
        var number = series.Next(date);
        CreditNote? note = null;
        chain.Then(a => a.Credit(new()
        {
            Id = new(DerivedId.Of($"{parts.Draft.Id}>{number}")), Number = number, DocumentDate = date,
            Reason = CreditReason.Prepayment, Gross = gross, Previous = previous,
            Chronology = parts.Seller.Chronology ?? Chronology.Free,
        }, parts.By, parts.At).Map(decision =>
        {
            note = ((CreditNotePosted)decision.Events[^1]).CreditNote;
            return decision;
        }));
        return note;
    }
}
