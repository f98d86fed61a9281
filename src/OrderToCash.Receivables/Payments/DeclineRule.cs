namespace OrderToCash.Receivables;

/// <summary>Whether a decline may be tried again.</summary>
public sealed record DeclineRule
{
    /// <summary>The network's code.</summary>
    public required string Code { get; init; }

    /// <summary>True when it may be tried again at all.</summary>
    public bool MayRetry { get; init; }

    /// <summary>After how many hours at the earliest.</summary>
    public int AfterHours { get; init; }
}
