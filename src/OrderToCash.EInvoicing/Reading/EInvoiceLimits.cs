namespace OrderToCash.EInvoicing;

/// <summary>How much of a file is read before it is refused with <c>einvoice.too-large</c>. All ends are inclusive.</summary>
public sealed record EInvoiceLimits
{
    /// <summary>Generous for real invoices, small enough for a server.</summary>
    public static EInvoiceLimits Default { get; } = new();

    /// <summary>The size of the file in bytes.</summary>
    public long Bytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How deep elements may be nested.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>The number of elements.</summary>
    public long Elements { get; init; } = 10_000_000;

    /// <summary>The number of attributes of one element.</summary>
    public int Attributes { get; init; } = 64;

    /// <summary>The length of one text in UTF-8 bytes; attachments have their own limit.</summary>
    public int TextBytes { get; init; } = 1024 * 1024;

    /// <summary>The size of one attachment, decoded.</summary>
    public int AttachmentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The number of findings after which reading stops.</summary>
    public int Findings { get; init; } = 1_000;
}
