using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>What happened to the interest on an item.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LateInterestCharged), "interest.charged")]
[JsonDerivedType(typeof(LateInterestWaived), "interest.waived")]
[JsonDerivedType(typeof(LateCompensationCharged), "interest.compensation-charged")]
public abstract record ItemInterestEvent
{
    /// <summary>The item owed.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Interest was charged: what was due through a day and not charged before.</summary>
public sealed record LateInterestCharged : ItemInterestEvent
{
    /// <summary>The charge.</summary>
    public required ItemInterestCharge Charge { get; init; }

    /// <summary>The whole computation since the due date: what the document shows.</summary>
    public required LateInterest Computed { get; init; }
}

/// <summary>Interest was given up; its days are not charged again.</summary>
public sealed record LateInterestWaived : ItemInterestEvent
{
    /// <summary>The charge.</summary>
    public required OpenItemId Charge { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The lump sum by law was charged.</summary>
public sealed record LateCompensationCharged : ItemInterestEvent
{
    /// <summary>Its own item.</summary>
    public required OpenItemId Charge { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The date of the document.</summary>
    public required LocalDate On { get; init; }
}
