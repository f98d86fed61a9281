namespace OrderToCash.Collections;

/// <summary>
/// What a dunning run would do, before anybody is written to. Every item it was given is a line of one letter or is listed with
/// the reason why not. Same input in any order gives the same plan.
/// </summary>
public sealed record DunningPlan
{
    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    /// <summary>The policy's version.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>The day it was made for.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The letters, by legal entity, customer and currency.</summary>
    public EquatableArray<DunningLetter> Letters { get; init; }

    /// <summary>The items on no letter, by customer and item.</summary>
    public EquatableArray<NotDunned> NotDunned { get; init; }

    /// <summary>What is broken in stored items, which are left out; empty when all are sound.</summary>
    public EquatableArray<DomainError> Quarantined { get; init; }
}
