namespace OrderToCash.Matching;

/// <summary>What a payment was for, of one customer.</summary>
public sealed record LearnedMatch
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The items it settled, in order of their ids.</summary>
    public required EquatableArray<OpenItemId> Items { get; init; }

    /// <summary>Who said so.</summary>
    public required MatchSource Source { get; init; }

    /// <summary>True when an application on one of the items was taken back.</summary>
    public bool IsTakenBack { get; init; }
}
