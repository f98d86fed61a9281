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

    /// <summary>
    /// What it means for the stored way to pay; without a word a decline is counted, so that so many in a row block it.
    /// </summary>
    public PaymentMethodConsequence? Consequence { get; init; }
}
