namespace OrderToCash.Orders;

/// <summary>
/// A fee that comes with an order as a line of its own: a table by value or weight, free above a value. A small-order fee is a
/// table whose upper tier is zero. Computed from the goods each time the order is priced.
/// </summary>
public sealed record FeeRule
{
    /// <summary>Its name, unique in the policy, quoted in the trace.</summary>
    public required string Id { get; init; }

    /// <summary>What it is charged for; one rule of a kind and currency holds on a day.</summary>
    public required FeeKind Kind { get; init; }

    /// <summary>The currency of its amounts; orders in another one need a rule of their own.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What it is measured by.</summary>
    public required FeeBasis Basis { get; init; }

    /// <summary>The table: the highest tier reached counts; below the lowest there is no fee.</summary>
    public required EquatableArray<FeeTier> Tiers { get; init; }

    /// <summary>
    /// No fee from this value of the goods on, itself included; null never. Measured as <see cref="Basis"/> says; for weights
    /// after the discounts of the lines.
    /// </summary>
    public Money? FreeFrom { get; init; }

    /// <summary>What the invoice will call it; empty for the kind.</summary>
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Its own tax class, as the line's tag <see cref="FeeRule.TaxClassTag"/>; empty for the standard one.</summary>
    public string TaxClass { get; init => field = value ?? ""; } = "";

    /// <summary>True when discounts on the order lower it too; not for fees measured after them.</summary>
    public bool IsDiscountable { get; init; }

    /// <summary>The first order date it holds; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last order date it holds; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>The name of the line's tag that carries the tax class: <c>tax-class</c>.</summary>
    public const string TaxClassTag = "tax-class";
}
