namespace OrderToCash.Invoicing;

/// <summary>A way the document went out.</summary>
public sealed record SentCopy
{
    /// <summary>How.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Where to; empty for letters.</summary>
    public string Endpoint { get; init => field = value ?? ""; } = "";

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
