namespace OrderToCash.Invoicing;

/// <summary>What of an invoice line is deferred.</summary>
public sealed record DeferredLine
{
    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>How much, without tax.</summary>
    public required Money Amount { get; init; }
}
