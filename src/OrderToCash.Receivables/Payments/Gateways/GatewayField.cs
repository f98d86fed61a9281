namespace OrderToCash.Receivables;

/// <summary>A named value of a call to a gateway.</summary>
public sealed record GatewayField
{
    /// <summary>The name, as the provider spells it.</summary>
    public required string Name { get; init; }

    /// <summary>The value, not yet escaped.</summary>
    public required string Value { get; init; }
}
