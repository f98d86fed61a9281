using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// A debtor's consent to be debited: what he signed, what was changed since, and each collection. Its stream keeps the reference
/// it was signed with.
/// </summary>
public sealed partial record DirectDebitMandate
{
    /// <summary>The reference it was signed with.</summary>
    public required MandateId Id { get; init; }

    /// <summary>What it says now; its reference may be a later one.</summary>
    public required MandateFacts Facts { get; init; }

    /// <summary>Where it stands.</summary>
    public required MandateStatus Status { get; init; }

    /// <summary>Why it is suspended or revoked; empty else.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>What changed since the last collection; null when nothing did.</summary>
    public MandateAmendment? Amendment { get; init; }

    /// <summary>The collections, in the order they were presented.</summary>
    public EquatableArray<MandateCollection> Collections { get; init; }

    /// <summary>
    /// The day the clock of lapsing counts from: that of the last collection presented, whatever became of it; the signature
    /// before the first.
    /// </summary>
    [JsonIgnore]
    public LocalDate LastUsedOn
    {
        get
        {
            var last = Facts.SignedOn;
            foreach (var collection in Collections) last = LocalDate.Max(last, collection.DueOn);
            return last;
        }
    }

    /// <summary>The last day it may be collected on, inclusive, if nothing is collected before.</summary>
    public LocalDate LapsesOn(CollectionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return LastUsedOn.PlusMonths(policy.LapseMonths);
    }

    /// <summary>How many of the last collections came back in a row, newest first; those on their way are passed over.</summary>
    [JsonIgnore]
    public int ReturnsInARow
    {
        get
        {
            var count = 0;
            for (var i = Collections.Count - 1; i >= 0; i--)
                if (Collections[i].Status == CollectionStatus.Settled) break;
                else if (!Collections[i].IsOnItsWay) count++;
            return count;
        }
    }

    /// <summary>The collection of this reference, or null.</summary>
    public MandateCollection? Collection(string endToEndId) => IndexOf(endToEndId) is var at and >= 0 ? Collections[at] : null;

    /// <summary>
    /// The last day the debtor can have the money back without a reason: eight weeks after the debit (Directive (EU) 2015/2366
    /// art. 77); null for business mandates.
    /// </summary>
    public LocalDate? RefundableUntil(MandateCollection collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Facts.Scheme == MandateScheme.Core ? collection.DueOn.PlusWeeks(8) : null;
    }

    /// <summary>
    /// The last day the debtor can say he never agreed: 13 months after the debit (Directive (EU) 2015/2366 art. 71); null for
    /// business mandates, which the bank checked.
    /// </summary>
    public LocalDate? DisputableUntil(MandateCollection collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return Facts.Scheme == MandateScheme.Core ? collection.DueOn.PlusMonths(13) : null;
    }

    /// <summary>True while money of a settled collection may go back without a reason: it may count as exposure.</summary>
    public bool IsRefundable(MandateCollection collection, LocalDate on) =>
        RefundableUntil(collection) is { } until && on <= until && collection.Status == CollectionStatus.Settled;

    private int IndexOf(string endToEndId) => Collections.FindIndex(c => c.EndToEndId == endToEndId);
}
