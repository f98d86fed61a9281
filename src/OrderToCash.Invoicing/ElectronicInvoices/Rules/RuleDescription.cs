namespace OrderToCash.Invoicing;

/// <summary>A rule of the checker, for lists of what is checked.</summary>
public sealed record RuleDescription
{
    /// <summary>The official id.</summary>
    public required string Rule { get; init; }

    /// <summary>How much it weighs.</summary>
    public required RuleSeverity Severity { get; init; }

    /// <summary>The sets it belongs to.</summary>
    public required RuleSets Sets { get; init; }

    /// <summary>The business term or group it is about.</summary>
    public required string Term { get; init; }
}
