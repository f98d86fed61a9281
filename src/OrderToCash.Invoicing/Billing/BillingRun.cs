using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// A billing plan on its way: proposed, approved, executed document by document. Each document is done once; a rerun of the
/// executor goes on where it stopped and bills nothing twice.
/// </summary>
public sealed partial record BillingRun
{
    /// <summary>The id.</summary>
    public required BillingRunId Id { get; init; }

    /// <summary>The plan.</summary>
    public required BillingPlan Plan { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Actor ProposedBy { get; init; }

    /// <summary>Who approved it; null while nobody did.</summary>
    public Actor? ApprovedBy { get; init; }

    /// <summary>Why it was rejected; empty when it was not.</summary>
    public string RejectedBecause { get; init => field = value ?? ""; } = "";

    /// <summary>What became of the documents, in the order it happened.</summary>
    public EquatableArray<BillingOutcome> Outcomes { get; init; }

    /// <summary>How far it is.</summary>
    [JsonIgnore]
    public BillingRunStatus Status =>
        RejectedBecause.Length > 0 ? BillingRunStatus.Rejected
        : ApprovedBy is null ? BillingRunStatus.Proposed
        : Outcomes.Count == Plan.Invoices.Count ? BillingRunStatus.Completed
        : BillingRunStatus.Approved;

    /// <summary>
    /// The documents that are neither billed nor skipped, in the plan's order: what the executor still has to do.
    /// </summary>
    [JsonIgnore]
    public EquatableArray<PlannedInvoice> Open
    {
        get
        {
            var done = Outcomes.Select(o => o.Document).ToHashSet();
            return Plan.Invoices.Where(i => !done.Contains(i.Key)).ToEquatableArray();
        }
    }

    /// <summary>What became of a document; null while it is open.</summary>
    public BillingOutcome? OutcomeOf(ContentHash document)
    {
        foreach (var outcome in Outcomes)
            if (outcome.Document == document) return outcome;
        return null;
    }

    /// <summary>The state after the first event.</summary>
    public static BillingRun From(BillingProposed proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        return new() { Id = proposed.Run, Plan = proposed.Plan, ProposedBy = proposed.By };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is another run's, or of a kind this version does not know.</exception>
    public BillingRun Apply(BillingRunEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Run != Id) throw new ArgumentException($"The event is about {happened.Run}, not {Id}.", nameof(happened));
        return happened switch
        {
            BillingProposed proposed => From(proposed),
            BillingApproved approved => this with { ApprovedBy = approved.By },
            BillingRejected rejected => this with { RejectedBecause = rejected.Reason },
            PlannedInvoiceBilled billed => this with
            {
                Outcomes = Outcomes.Add(new() { Document = billed.Document, Invoice = billed.Invoice }),
            },
            PlannedInvoiceSkipped skipped => this with
            {
                Outcomes = Outcomes.Add(new() { Document = skipped.Document, SkippedBecause = skipped.Reason }),
            },
            _ => throw new ArgumentException($"'{happened.GetType().Name}' is not known here.", nameof(happened)),
        };
    }

    /// <summary>What contradicts itself in a stored run: <see cref="BillingErrors.StateMismatch"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        var known = Plan.Invoices.Select(i => i.Key).ToHashSet();
        if (known.Count != Plan.Invoices.Count) Mismatch("plan", "a document is planned twice");
        var items = Plan.Invoices.SelectMany(i => i.Lines.Select(l => l.Item)).ToList();
        if (items.Distinct().Count() != items.Count) Mismatch("plan", "an item is in two documents");
        if (Plan.Invoices.Any(i => Money.Sum(i.Lines.Select(l => l.Line.Net), i.Currency) != i.Net))
            Mismatch("plan", "a net is not the sum of its lines");
        if (Outcomes.Any(o => !known.Contains(o.Document))) Mismatch("outcomes", "an outcome is of no document");
        if (Outcomes.Select(o => o.Document).Distinct().Count() != Outcomes.Count)
            Mismatch("outcomes", "a document is done twice");
        if (Outcomes.Any(o => o.IsBilled == o.SkippedBecause.Length > 0)) Mismatch("outcomes", "an outcome is both or neither");
        if (!Outcomes.IsEmpty && ApprovedBy is null) Mismatch("approvedBy", "documents are done without approval");
        if (RejectedBecause.Length > 0 && ApprovedBy is not null) Mismatch("rejectedBecause", "it is approved and rejected");
        return [.. findings];

        void Mismatch(string target, string part) =>
            findings.Add(BillingErrors.StateMismatch.At(target, ("run", Id), ("part", part)));
    }
}
