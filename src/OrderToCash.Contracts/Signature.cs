namespace OrderToCash.Contracts;

/// <summary>That a person signed one exact wording.</summary>
public sealed record Signature
{
    /// <summary>Who signed.</summary>
    public required PersonId Person { get; init; }

    /// <summary>The hash of the version that was signed.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>What proves it: the provider's transaction, the scan's reference.</summary>
    public string Evidence { get; init => field = value ?? ""; } = "";

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
