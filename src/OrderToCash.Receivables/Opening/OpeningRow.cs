namespace OrderToCash.Receivables;

/// <summary>An item of a file of opening balances, and where it stands there.</summary>
public sealed record OpeningRow
{
    /// <summary>The line it begins on, from 1; for rows that come from no file the host's own number.</summary>
    public required int Line { get; init; }

    /// <summary>The item.</summary>
    public required OpeningItem Opening { get; init; }
}
