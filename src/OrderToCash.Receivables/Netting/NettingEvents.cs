using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened between a party and us.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(NettingAgreed), "netting.agreed")]
[JsonDerivedType(typeof(NettingPosted), "netting.posted")]
[JsonDerivedType(typeof(NettingUndone), "netting.undone")]
public abstract record NettingEvent
{
    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Netting was agreed, or agreed anew.</summary>
public sealed record NettingAgreed : NettingEvent
{
    /// <summary>What was agreed.</summary>
    public required NettingTerms Terms { get; init; }
}

/// <summary>Both sides were netted.</summary>
public sealed record NettingPosted : NettingEvent
{
    /// <summary>The netting.</summary>
    public required PostedNetting Netting { get; init; }
}

/// <summary>A netting was undone: both sides are owed again.</summary>
public sealed record NettingUndone : NettingEvent
{
    /// <summary>The netting.</summary>
    public required NettingId Netting { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
