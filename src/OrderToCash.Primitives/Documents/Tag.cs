namespace OrderToCash.Primitives;

/// <summary>
/// A field of the host's own on a document or a line: a name and a text that travel with it and mean nothing here.
/// </summary>
public readonly record struct Tag
{
    /// <summary>The host's name of the field.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; init; }
}
