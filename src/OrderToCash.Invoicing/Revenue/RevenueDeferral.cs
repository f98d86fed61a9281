namespace OrderToCash.Invoicing;

/// <summary>What posting an invoice defers: nothing, or the lines and the account that releases them.</summary>
public sealed record RevenueDeferral
{
    /// <summary>The account of the releases; null when all is earned.</summary>
    public Decision<RevenueAccount, RevenueEvent>? Decision { get; init; }

    /// <summary>What of each line is deferred.</summary>
    public EquatableArray<DeferredLine> Lines { get; init; }
}
