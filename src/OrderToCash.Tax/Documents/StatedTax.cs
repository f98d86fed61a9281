namespace OrderToCash.Tax;

/// <summary>Base and amount of a tax that stand already, in minor units on each grid.</summary>
internal sealed class StatedTax
{
    /// <summary>Null where the base is computed: it builds on other taxes.</summary>
    internal long[]? Base { get; init; }

    internal required long[] Tax { get; init; }
}
