using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to money that waits.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(UnappliedCashAssigned), "unapplied-cash.assigned")]
[JsonDerivedType(typeof(UnappliedCashMoved), "unapplied-cash.moved")]
[JsonDerivedType(typeof(UnappliedCashTakenBack), "unapplied-cash.taken-back")]
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

/// <summary>It turned out to be another customer's, or a part of it did.</summary>
public sealed record UnappliedCashMoved : UnappliedCashEvent
{
    /// <summary>Where it went.</summary>
    public required UnappliedCashMove Move { get; init; }
}

/// <summary>It was not that customer's after all.</summary>
public sealed record UnappliedCashTakenBack : UnappliedCashEvent
{
    /// <summary>The entry that had moved it.</summary>
    public required JournalEntryId Entry { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
