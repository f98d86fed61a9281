namespace OrderToCash.Receivables;

/// <summary>A gateway said no.</summary>
public sealed record PaymentDecline
{
    /// <summary>The network's code.</summary>
    public required string Code { get; init; }

    /// <summary>What was asked.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Our key of what was asked; empty in what was stored before that was kept.</summary>
    public string Key { get; init => field = value ?? ""; } = "";
}
