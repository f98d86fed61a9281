namespace OrderToCash.Orders;

/// <summary>Whether discounts may be given, and who may give them otherwise.</summary>
public sealed record DiscountVerdict
{
    /// <summary>True when a role of the person who gives them covers them, or there is nothing to cover.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>
    /// The role that covers them: one of the person's own, or the lowest that must approve; empty when none may.
    /// </summary>
    public string Role { get; init => field = value ?? ""; } = "";

    /// <summary>What goes beyond the person's own authority: codes, limits and figures; empty when it is allowed.</summary>
    public EquatableArray<DomainError> Reasons { get; init; }

    /// <summary>What was judged.</summary>
    public required DiscountFacts Facts { get; init; }

    /// <summary>The name and version of the authority; empty when none is in force.</summary>
    public string Authority { get; init => field = value ?? ""; } = "";
}
