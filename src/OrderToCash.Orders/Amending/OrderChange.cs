namespace OrderToCash.Orders;

/// <summary>One thing that an amendment changed: the old and the new side by side.</summary>
public sealed record OrderChange
{
    /// <summary>The line; none for the order itself.</summary>
    public OrderLineId Line { get; init; }

    /// <summary>What changed, in words: <c>quantity</c>, <c>price</c>, <c>amount</c>, <c>line</c>.</summary>
    public required string What { get; init; }

    /// <summary>As it was; empty for what is new.</summary>
    public string Before { get; init => field = value ?? ""; } = "";

    /// <summary>As it is; empty for what is gone.</summary>
    public string After { get; init => field = value ?? ""; } = "";
}
