using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to money that waits.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(UnappliedCashAssigned), "unapplied-cash.assigned")]
public abstract record UnappliedCashEvent
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Somebody looks after it.</summary>
public sealed record UnappliedCashAssigned : UnappliedCashEvent
{
    /// <summary>Who.</summary>
    public required PersonId Owner { get; init; }
}
