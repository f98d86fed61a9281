namespace OrderToCash.Invoicing;

/// <summary>A property of an item (BG-32).</summary>
public sealed record ItemAttribute
{
    /// <summary>What it is (BT-160).</summary>
    public string? Name { get; init; }

    /// <summary>How it is (BT-161).</summary>
    public string? Value { get; init; }
}
