namespace OrderToCash.Receivables;

/// <summary>What a payout comes to, what does not fit, and what is to be posted.</summary>
public sealed record PayoutReconciliation
{
    /// <summary>The payout.</summary>
    public required PayoutReport Report { get; init; }

    /// <summary>The rows by kind; their nets add up to the payout when nothing is found.</summary>
    public required EquatableArray<PayoutTotal> Totals { get; init; }

    /// <summary>What does not fit (<see cref="PayoutErrors"/>), with its place.</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>What does not fit and may be posted all the same: fees that were not agreed, payments that are late.</summary>
    public EquatableArray<DomainError> Warnings { get; init; }

    /// <summary>What of our books the rows are about.</summary>
    public EquatableArray<ExpectedMovement> Met { get; init; }

    /// <summary>What our books have with the provider and this payout does not pay out.</summary>
    public EquatableArray<ExpectedMovement> Outstanding { get; init; }

    /// <summary>The lines to post: the bank, the fees, the reserve, and the provider's account gross. They balance.</summary>
    public EquatableArray<JournalLine> Proposal { get; init; }

    /// <summary>True when everything fits and there is something to post.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsReconciled => Findings.IsEmpty && !Proposal.IsEmpty;

    /// <summary>
    /// Holds a report against the bank and our books, and proposes what to post. Pure; O(rows). Findings: rows and their sum,
    /// signs, currencies, what the bank has, payments that our books don't know or know with another amount.
    /// </summary>
    /// <param name="report">What the provider says.</param>
    /// <param name="bank">What the bank has for it, with its sign; null when there is no line yet.</param>
    /// <param name="expected">What our books have with the provider and no payout paid out.</param>
    /// <param name="functional">The currency of the books.</param>
    /// <param name="rate">The rate of the payout's currency to it; null when they are the same.</param>
    /// <param name="terms">What was agreed with the provider; null to watch neither fees nor days.</param>
    /// <param name="paid">What earlier payouts paid out, to tell a payment that comes twice from one that is not known.</param>
    public static PayoutReconciliation Of(PayoutReport report, Money? bank, IEnumerable<ExpectedMovement> expected,
        Currency functional, ExchangeRate? rate = null, ProviderTerms? terms = null, IEnumerable<PaidOut>? paid = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(expected);
        var work = new PayoutWork(report, expected, paid ?? []);
        work.CheckRows();
        work.CheckSum();
        work.CheckBank(bank);
        var outstanding = work.Outstanding();
        return new()
        {
            Report = report, Totals = work.Totals(), Findings = work.Findings.ToEquatableArray(), Met = work.Met(),
            Outstanding = outstanding, Warnings = terms is null ? [] : terms.Watch(report, outstanding),
            Proposal = work.Findings.Count == 0 ? work.Proposal(functional, rate) : [],
        };
    }
}
