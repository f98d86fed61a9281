using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to a dispute.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(DisputeOpened), "dispute.opened")]
[JsonDerivedType(typeof(DisputeAssigned), "dispute.assigned")]
[JsonDerivedType(typeof(DisputeEvidenceAdded), "dispute.evidence-added")]
[JsonDerivedType(typeof(DisputeInvestigated), "dispute.investigated")]
[JsonDerivedType(typeof(DisputeDecided), "dispute.decided")]
[JsonDerivedType(typeof(DisputeAnswered), "dispute.answered")]
[JsonDerivedType(typeof(DisputePartResolved), "dispute.part-resolved")]
[JsonDerivedType(typeof(DisputeWithdrawn), "dispute.withdrawn")]
[JsonDerivedType(typeof(DisputeReopened), "dispute.reopened")]
public abstract record DisputeEvent
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A customer disputes a part of what is asked.</summary>
public sealed record DisputeOpened : DisputeEvent
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose claim.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The number of the document it is about; of the first, when there are several.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>What is claimed.</summary>
    public required DisputeFacts Facts { get; init; }

    /// <summary>By when to answer and to decide.</summary>
    public required DisputeClock Clock { get; init; }
}

/// <summary>Somebody works on it from now on.</summary>
public sealed record DisputeAssigned : DisputeEvent
{
    /// <summary>Who.</summary>
    public required PersonId Owner { get; init; }
}

/// <summary>A paper was added.</summary>
public sealed record DisputeEvidenceAdded : DisputeEvent
{
    /// <summary>Which.</summary>
    public required DisputeEvidence Evidence { get; init; }
}

/// <summary>Somebody began to look into it.</summary>
public sealed record DisputeInvestigated : DisputeEvent;

/// <summary>It was decided who is right, and how far.</summary>
public sealed record DisputeDecided : DisputeEvent
{
    /// <summary>What of each item the customer rightly does not pay; empty when nothing.</summary>
    public required EquatableArray<DisputedPart> Valid { get; init; }

    /// <summary>Why.</summary>
    public required string Explanation { get; init; }
}

/// <summary>The customer got an answer.</summary>
public sealed record DisputeAnswered : DisputeEvent
{
    /// <summary>Where it is kept: a number or an address of the host's archive; empty when it is kept nowhere.</summary>
    public string Reference { get; init => field = value ?? ""; } = "";
}

/// <summary>A part found its end.</summary>
public sealed record DisputePartResolved : DisputeEvent
{
    /// <summary>How.</summary>
    public required DisputeResolution Resolution { get; init; }
}

/// <summary>The customer took the claim back.</summary>
public sealed record DisputeWithdrawn : DisputeEvent
{
    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }
}

/// <summary>A decided or closed case was opened again, about what the customer still owes of it.</summary>
public sealed record DisputeReopened : DisputeEvent
{
    /// <summary>What is disputed from now on.</summary>
    public required EquatableArray<DisputedPart> Parts { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>By when to answer and to decide now.</summary>
    public required DisputeClock Clock { get; init; }
}
