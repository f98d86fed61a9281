using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>Something that happened in the dunning of a customer.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LevelReached), "dunning.level-reached")]
[JsonDerivedType(typeof(DunningCured), "dunning.cured")]
[JsonDerivedType(typeof(DunningRestored), "dunning.restored")]
public abstract record DunningEvent
{
    /// <summary>Who is owed.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who owes.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A letter went out, and its instalments reached their levels.</summary>
public sealed record LevelReached : DunningEvent
{
    /// <summary>The letter, with the lines that are new; what a notifier sends.</summary>
    public required DunningLetter Letter { get; init; }
}

/// <summary>Instalments were settled and leave dunning.</summary>
public sealed record DunningCured : DunningEvent
{
    /// <summary>The items.</summary>
    public required EquatableArray<OpenItemId> Items { get; init; }

    /// <summary>The day they were settled.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>A payment came back: instalments are where they were before they were cured.</summary>
public sealed record DunningRestored : DunningEvent
{
    /// <summary>The items.</summary>
    public required EquatableArray<OpenItemId> Items { get; init; }

    /// <summary>The day the payment came back.</summary>
    public required LocalDate On { get; init; }
}
