namespace OrderToCash.Invoicing;

/// <summary>What a document is checked against.</summary>
public sealed record RuleOptions
{
    /// <summary>The rules; null takes those that the specification id of the document (BT-24) claims.</summary>
    public RuleSets? Sets { get; init; }

    /// <summary>What a figure inside the official window is that is not exact.</summary>
    public RuleStrictness Strictness { get; init; } = RuleStrictness.Official;

    /// <summary>The rules the document claims, official verdicts.</summary>
    public static RuleOptions Official { get; } = new();

    /// <summary>The rules the document claims, exact to the cent.</summary>
    public static RuleOptions Exact { get; } = new() { Strictness = RuleStrictness.Exact };
}
