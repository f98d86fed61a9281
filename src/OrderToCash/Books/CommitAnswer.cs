namespace OrderToCash;

/// <summary>What the books answer to a commit. A closed family: exactly one of the nested records.</summary>
public abstract record CommitAnswer
{
    private CommitAnswer()
    {
    }

    /// <summary>It is written.</summary>
    public sealed record Committed : CommitAnswer
    {
        /// <summary>What was written.</summary>
        public required CommitOutcome Outcome { get; init; }
    }

    /// <summary>The same command with the same content was done before; nothing was written now.</summary>
    public sealed record AlreadyDone : CommitAnswer
    {
        /// <summary>What was written then.</summary>
        public required CommitOutcome Outcome { get; init; }
    }

    /// <summary>The command's id was used before, with other content; nothing was written.</summary>
    public sealed record CommandConflict : CommitAnswer;

    /// <summary>Somebody else changed these streams in between; read again and decide again.</summary>
    public sealed record Stale : CommitAnswer
    {
        /// <summary>The streams whose version is not the expected one.</summary>
        public required EquatableArray<StreamId> Streams { get; init; }
    }

    /// <summary>The decision inside the commit refused; nothing was written and no number was taken.</summary>
    public sealed record Refused : CommitAnswer
    {
        /// <summary>Why.</summary>
        public required EquatableArray<DomainError> Errors { get; init; }
    }
}
