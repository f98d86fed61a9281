namespace OrderToCash.Primitives;

/// <summary>One instalment of payment terms: how much, and when.</summary>
public sealed record InstalmentTerm
{
    /// <summary>How much of the document it asks for.</summary>
    public required TermsShare Share { get; init; }

    /// <summary>Where the steps start.</summary>
    public InstalmentStart From { get; init; }

    /// <summary>The way to the due date, left to right; empty is due at once.</summary>
    public EquatableArray<TermsStep> Steps { get; init; }

    /// <summary>Early-payment discounts on this instalment, in any order.</summary>
    public EquatableArray<DiscountTerm> Discounts { get; init; }
}
