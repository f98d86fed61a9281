namespace OrderToCash.Receivables;

/// <summary>A part of an item that bears no interest for late payment, for a while.</summary>
public sealed record InterestPause
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The part, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The first day without interest, inclusive; null from the beginning: what was never owed bears none.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The first day with interest again, exclusive end; null while it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>True on a day it holds for.</summary>
    public bool HoldsOn(LocalDate day) => (From is not { } from || from <= day) && (Until is not { } until || day < until);
}
