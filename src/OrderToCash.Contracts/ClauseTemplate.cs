namespace OrderToCash.Contracts;

/// <summary>A clause to be filled in: text with merge fields like <c>{{buyer.name}}</c>.</summary>
public sealed record ClauseTemplate
{
    /// <summary>The name of the clause within the template; amendments refer to it.</summary>
    public required string Key { get; init; }

    /// <summary>What it is about.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>The heading; may hold merge fields.</summary>
    public required string Heading { get; init; }

    /// <summary>The text; may hold merge fields.</summary>
    public required string Text { get; init; }
}
