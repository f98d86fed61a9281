namespace OrderToCash.Tax;

/// <summary>What an engine says to a line.</summary>
public sealed record TaxAnswerLine
{
    /// <summary>The key of the line asked about.</summary>
    public required string Key { get; init; }

    /// <summary>The net, as it was asked.</summary>
    public required Money Net { get; init; }

    /// <summary>The tax: the sum of the components.</summary>
    public required Money Tax { get; init; }

    /// <summary>How it is taxed, and why.</summary>
    public required TaxTreatment Treatment { get; init; }

    /// <summary>Where the tax comes from.</summary>
    public EquatableArray<TaxComponent> Components { get; init; }
}
