using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// A request to pay a credit back: who asks does not approve, and at the moment the money leaves the credit must still be there.
/// </summary>
public sealed partial record RefundRequest
{
    /// <summary>Its id.</summary>
    public required RefundId Id { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose credit.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What is asked.</summary>
    public required RefundFacts Facts { get; init; }

    /// <summary>Where it stands.</summary>
    public required RefundStatus Status { get; init; }

    /// <summary>Who asked.</summary>
    public required Actor RequestedBy { get; init; }

    /// <summary>How many approvals it needs.</summary>
    public required int ApprovalsNeeded { get; init; }

    /// <summary>Who approved it.</summary>
    public EquatableArray<RefundApproval> Approvals { get; init; }

    /// <summary>The day it was ordered; null before.</summary>
    public LocalDate? OrderedOn { get; init; }

    /// <summary>The application that used the credit; none before.</summary>
    public ItemApplicationId Application { get; init; }

    /// <summary>What the bank or provider knows it by; empty before.</summary>
    public string EndToEndId { get; init => field = value ?? ""; } = "";

    /// <summary>The credit note's item that the money is paid from, where a deposit goes back by one; none else.</summary>
    public OpenItemId CreditedBy { get; init; }

    /// <summary>The item that the money is paid from: the credit itself, or the credit note over the deposit.</summary>
    [JsonIgnore]
    public OpenItemId PaidFrom => CreditedBy.IsNone ? Facts.Credit : CreditedBy;

    /// <summary>Why it was declined, cancelled or failed; empty else.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>True while it claims a part of the credit that no posting has used.</summary>
    [JsonIgnore]
    public bool IsClaiming => Status is RefundStatus.Requested or RefundStatus.Approved;

    /// <summary>The request that this first event makes.</summary>
    public static RefundRequest From(RefundRequested first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new()
        {
            Id = first.Refund, LegalEntity = first.LegalEntity, Customer = first.Customer, Facts = first.Facts,
            RequestedBy = first.By, ApprovalsNeeded = first.ApprovalsNeeded,
            Status = first.ApprovalsNeeded == 0 ? RefundStatus.Approved : RefundStatus.Requested,
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another request, is the first one, or is unknown.</exception>
    public RefundRequest Apply(RefundEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Refund != Id) throw new ArgumentException($"The event is about {e.Refund}, not about {Id}.", nameof(e));
        return e switch
        {
            RefundApproved => this with
            {
                Approvals = Approvals.Add(new() { By = e.By.Id, At = e.At }),
                Status = Approvals.Count + 1 >= ApprovalsNeeded ? RefundStatus.Approved : RefundStatus.Requested,
            },
            RefundDeclined declined => this with { Status = RefundStatus.Declined, Reason = declined.Reason },
            RefundOrdered ordered => this with
            {
                Status = RefundStatus.Ordered, OrderedOn = ordered.On, Application = ordered.Application,
                EndToEndId = ordered.EndToEndId, CreditedBy = ordered.CreditedBy,
            },
            RefundPaid => this with { Status = RefundStatus.Paid },
            RefundFailed failed => this with { Status = RefundStatus.Failed, Reason = failed.Reason },
            RefundCancelled cancelled => this with { Status = RefundStatus.Cancelled, Reason = cancelled.Reason },
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored request, as <see cref="RefundErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone || Facts.Credit.IsNone) Broken("id", "it has no id, or is about no credit");
        if (!Facts.Amount.IsPositive) Broken("facts.amount", "its amount is not above zero");
        if (Approvals.Any(a => a.By == RequestedBy.Id) || Approvals.DistinctBy(a => a.By).Count() != Approvals.Count)
            Broken("approvals", "who asked approved it, or somebody did twice");
        var isApproved = Approvals.Count >= ApprovalsNeeded;
        if (Status == RefundStatus.Requested == isApproved && Status is RefundStatus.Requested or RefundStatus.Approved
            or RefundStatus.Ordered or RefundStatus.Paid)
            Broken("status", "it is not what the approvals say");
        var isOrdered = Status is RefundStatus.Ordered or RefundStatus.Paid or RefundStatus.Failed;
        if (isOrdered != OrderedOn is not null || isOrdered == Application.IsNone)
            Broken("orderedOn", "what was ordered has a day and an application, nothing else has");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(RefundErrors.StateBroken.At(target, ("refund", Id), ("what", what)));
    }
}
