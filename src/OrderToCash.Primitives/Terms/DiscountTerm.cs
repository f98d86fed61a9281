namespace OrderToCash.Primitives;

/// <summary>An early-payment discount on offer: 2 % within 10 days.</summary>
public sealed record DiscountTerm
{
    /// <summary>What may be deducted; above 0 %, below 100 %.</summary>
    public required Percentage Percentage { get; init; }

    /// <summary>From the document's date to the last day money may arrive, inclusive; empty is the day of the document.</summary>
    public EquatableArray<TermsStep> Steps { get; init; }

    /// <summary>Days of grace behind the last day: 0 to 366. They are not printed.</summary>
    public int GraceDays { get; init; }
}
