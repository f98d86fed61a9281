namespace OrderToCash.Invoicing;

/// <summary>A class an item belongs to (BT-158).</summary>
public sealed record ItemClassification
{
    /// <summary>The class (BT-158).</summary>
    public string? Code { get; init; }

    /// <summary>The scheme (UNTDID 7143) (BT-158-1).</summary>
    public string? Scheme { get; init; }

    /// <summary>The version of the scheme (BT-158-2).</summary>
    public string? Version { get; init; }
}
