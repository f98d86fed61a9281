namespace OrderToCash.Receivables;

/// <summary>How long money may wait, in business days after the day it came in.</summary>
public sealed record UnappliedCashPolicy
{
    /// <summary>Money nobody could be named for; null for 2.</summary>
    public int? UnidentifiedDays { get; init; }

    /// <summary>Money of a known customer that is not applied; null for 5.</summary>
    public int? UnappliedDays { get; init; }

    /// <summary>Two business days to find out whose money it is, five to apply it.</summary>
    public static UnappliedCashPolicy Standard { get; } = new();

    internal int DaysFor(bool isUnidentified) => isUnidentified ? UnidentifiedDays ?? 2 : UnappliedDays ?? 5;
}
