namespace OrderToCash.Receivables;

/// <summary>
/// What a provider tells by itself (a webhook). Notices come late, twice and in any order: totals, not differences, so that no
/// order matters.
/// </summary>
public sealed record GatewayNotice
{
    /// <summary>The provider's id of the notice: the same id is the same notice.</summary>
    public required string NoticeId { get; init; }

    /// <summary>What it is about.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>Approved or declined; a provider sends no other.</summary>
    public required GatewayOutcome Outcome { get; init; }

    /// <summary>How much of it was done in all: all that was reserved, captured or given back so far.</summary>
    public required Money Total { get; init; }

    /// <summary>Our key of the operation, when the provider repeats it; empty else.</summary>
    public string Key { get; init => field = value ?? ""; } = "";

    /// <summary>The provider's reference.</summary>
    public string ProviderReference { get; init => field = value ?? ""; } = "";

    /// <summary>Of a decline: the network's code; empty else.</summary>
    public string DeclineCode { get; init => field = value ?? ""; } = "";
}
