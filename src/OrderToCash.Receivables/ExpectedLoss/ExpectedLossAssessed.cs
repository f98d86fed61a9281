namespace OrderToCash.Receivables;

/// <summary>Expected losses were assessed, and the allowance is what it shall be.</summary>
public sealed record ExpectedLossAssessed
{
    /// <summary>The assessment.</summary>
    public required ExpectedLossReport Report { get; init; }

    /// <summary>What the allowance was before.</summary>
    public required Money Before { get; init; }

    /// <summary>The entry that adjusted it; none where it was right.</summary>
    public JournalEntryId Entry { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}
