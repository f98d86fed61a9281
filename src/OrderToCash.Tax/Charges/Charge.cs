namespace OrderToCash.Tax;

/// <summary>A row of a charge table: a tax, a withholding, freight.</summary>
public sealed record Charge
{
    /// <summary>What it is computed from.</summary>
    public required ChargeBasis Basis { get; init; }

    /// <summary>The earlier row it builds on, counted from 1; 0 where it builds on none.</summary>
    public int Row { get; init; }

    /// <summary>The percentage; below zero for a withholding.</summary>
    public Percentage Rate { get; init; }

    /// <summary>Rates of single items that differ from <see cref="Rate"/>.</summary>
    public EquatableArray<ItemRate> ItemRates { get; init; }

    /// <summary>The amount of a fixed charge; null for the others.</summary>
    public Money? Amount { get; init; }

    /// <summary>True when prices contain it.</summary>
    public bool Included { get; init; }
}
