namespace OrderToCash.Receivables;

/// <summary>What came back over the wire.</summary>
public sealed record GatewayReply
{
    /// <summary>The HTTP status; 0 when nothing came back: a timeout, a broken connection.</summary>
    public int Status { get; init; }

    /// <summary>The body; empty when there is none.</summary>
    public string Body { get; init => field = value ?? ""; } = "";

    /// <summary>Nothing came back.</summary>
    public static GatewayReply None { get; } = new();

    /// <summary>True when the provider did as asked.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSuccess => Status is >= 200 and < 300;
}
