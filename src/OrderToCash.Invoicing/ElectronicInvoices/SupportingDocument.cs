namespace OrderToCash.Invoicing;

/// <summary>A supporting document (BG-24).</summary>
public sealed record SupportingDocument
{
    /// <summary>Its reference (BT-122).</summary>
    public string? Reference { get; init; }

    /// <summary>What it is (BT-123).</summary>
    public string? Description { get; init; }

    /// <summary>Where it can be fetched (BT-124).</summary>
    public string? Location { get; init; }

    /// <summary>The attached document itself (BT-125).</summary>
    public EquatableArray<byte> Content { get; init; }

    /// <summary>Its media type (BT-125-1).</summary>
    public string? MimeCode { get; init; }

    /// <summary>Its file name (BT-125-2).</summary>
    public string? FileName { get; init; }
}
