namespace OrderToCash.Primitives;

/// <summary>A named value behind an error, as invariant text.</summary>
public readonly record struct ErrorFact
{
    /// <summary>The name, camel case, as in the message's place-holder.</summary>
    public required string Name { get; init; }

    /// <summary>The value: money as <c>12.50 EUR</c>, dates as ISO 8601.</summary>
    public required string Value { get; init; }
}
