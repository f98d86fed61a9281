using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>What an instalment went through.</summary>
public sealed record DunnedItem
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The levels it reached, in order, over all cycles; never empty.</summary>
    public required EquatableArray<DunningStep> Steps { get; init; }

    /// <summary>The day it was settled; null while it is in dunning. A bounce takes it back and the level with it.</summary>
    public LocalDate? CuredOn { get; init; }

    /// <summary>The level it has; null once it is cured.</summary>
    [JsonIgnore]
    public int? CurrentLevel => CuredOn is null ? Steps[^1].Level : null;

    /// <summary>The cycle of its last step, from 1.</summary>
    [JsonIgnore]
    public int Cycle => Steps[^1].Cycle;

    /// <summary>The day of its last step.</summary>
    [JsonIgnore]
    public LocalDate ReachedOn => Steps[^1].On;

    internal bool Has(int level, int cycle)
    {
        foreach (var step in Steps)
            if (step.Level == level && step.Cycle == cycle) return true;
        return false;
    }
}
