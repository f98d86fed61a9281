using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to a refund.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(RefundRequested), "refund.requested")]
[JsonDerivedType(typeof(RefundApproved), "refund.approved")]
[JsonDerivedType(typeof(RefundDeclined), "refund.declined")]
[JsonDerivedType(typeof(RefundOrdered), "refund.ordered")]
[JsonDerivedType(typeof(RefundPaid), "refund.paid")]
[JsonDerivedType(typeof(RefundFailed), "refund.failed")]
[JsonDerivedType(typeof(RefundCancelled), "refund.cancelled")]
public abstract record RefundEvent
{
    /// <summary>The request.</summary>
    public required RefundId Refund { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Somebody asked for a refund.</summary>
public sealed record RefundRequested : RefundEvent
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose credit.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What is asked.</summary>
    public required RefundFacts Facts { get; init; }

    /// <summary>How many approvals it needs.</summary>
    public required int ApprovalsNeeded { get; init; }
}

/// <summary>Somebody approved it.</summary>
public sealed record RefundApproved : RefundEvent;

/// <summary>Somebody who had to approve it did not.</summary>
public sealed record RefundDeclined : RefundEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The money is sent; the ledger has it.</summary>
public sealed record RefundOrdered : RefundEvent
{
    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The application that used the credit: taken back when the money does not arrive.</summary>
    public required ItemApplicationId Application { get; init; }

    /// <summary>What the bank or provider knows it by.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>The credit note's item that the money is paid from, where a deposit went back by one; none else.</summary>
    public OpenItemId CreditedBy { get; init; }
}

/// <summary>The money arrived.</summary>
public sealed record RefundPaid : RefundEvent
{
    /// <summary>The bank's date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The money could not be sent, or came back.</summary>
public sealed record RefundFailed : RefundEvent
{
    /// <summary>The bank's date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why, as the bank's code or in words.</summary>
    public required string Reason { get; init; }
}

/// <summary>It was given up before any money moved.</summary>
public sealed record RefundCancelled : RefundEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
