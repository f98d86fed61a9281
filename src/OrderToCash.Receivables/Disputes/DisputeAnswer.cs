namespace OrderToCash.Receivables;

/// <summary>A prepared answer to the customer: what it says as facts, and as text.</summary>
public sealed record DisputeAnswer
{
    /// <summary>The case.</summary>
    public required DisputeId Dispute { get; init; }

    /// <summary>What it says.</summary>
    public required DisputeOutcome Outcome { get; init; }

    /// <summary>What is claimed.</summary>
    public required Money Claimed { get; init; }

    /// <summary>What we accept; zero while it is looked into.</summary>
    public required Money Accepted { get; init; }

    /// <summary>What the customer is asked to pay; zero while it is looked into.</summary>
    public required Money Owed { get; init; }

    /// <summary>The language of the text.</summary>
    public required string Language { get; init; }

    /// <summary>The subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }
}
