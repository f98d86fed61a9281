namespace OrderToCash.Invoicing;

/// <summary>A postal address (BG-5, BG-8, BG-12, BG-15).</summary>
public sealed record DocumentAddress
{
    /// <summary>The main line (BT-35, BT-50, BT-64, BT-75).</summary>
    public string? Line1 { get; init; }

    /// <summary>A second line (BT-36, BT-51, BT-65, BT-76).</summary>
    public string? Line2 { get; init; }

    /// <summary>A third line (BT-162, BT-163, BT-164, BT-165).</summary>
    public string? Line3 { get; init; }

    /// <summary>The city (BT-37, BT-52, BT-66, BT-77).</summary>
    public string? City { get; init; }

    /// <summary>The post code (BT-38, BT-53, BT-67, BT-78).</summary>
    public string? PostCode { get; init; }

    /// <summary>The region or state (BT-39, BT-54, BT-68, BT-79).</summary>
    public string? Subdivision { get; init; }

    /// <summary>The country (ISO 3166-1 alpha-2) (BT-40, BT-55, BT-69, BT-80).</summary>
    public string? Country { get; init; }
}
