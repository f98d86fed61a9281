namespace OrderToCash.Receivables;

/// <summary>
/// The wording of an answer in one language. Fields stand between two pairs of braces: <c>dispute</c>, <c>document</c>,
/// <c>reference</c> (the customer's), <c>claimed</c>, <c>accepted</c>, <c>owed</c>, <c>explanation</c>, <c>decisionDue</c>,
/// <c>sender</c>.
/// </summary>
public sealed record DisputeText
{
    /// <summary>What it answers.</summary>
    public required DisputeOutcome Outcome { get; init; }

    /// <summary>The language, as BCP 47 writes it.</summary>
    public required string Language { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The text; lines end in <c>\n</c>.</summary>
    public required string Body { get; init; }
}
