namespace OrderToCash.Receivables;

/// <summary>What a provider says a payout is made of.</summary>
public sealed record PayoutReport
{
    /// <summary>The provider's number of the payout.</summary>
    public required PayoutId Id { get; init; }

    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>The day it was paid out.</summary>
    public required LocalDate PaidOn { get; init; }

    /// <summary>What was paid out; below zero when the provider collects from us.</summary>
    public required Money Amount { get; init; }

    /// <summary>The rows.</summary>
    public required EquatableArray<PayoutRow> Rows { get; init; }
}
