namespace OrderToCash.Primitives;

/// <summary>
/// One part of what a document asks for, with its own due date. The instalments of a document add up to its payable amount.
/// </summary>
public sealed record Instalment
{
    /// <summary>From 1, in the order of the terms.</summary>
    public required int Number { get; init; }

    /// <summary>The last day to pay without being late.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>What is asked for, tax included.</summary>
    public required Money Amount { get; init; }

    /// <summary>Early-payment discounts, the earliest date first.</summary>
    public EquatableArray<DiscountTier> Discounts { get; init; }

    /// <summary>The tax contained in the amount, per category and rate; empty until the document's tax is known.</summary>
    public EquatableArray<TaxShare> TaxShares { get; init; }
}
