namespace OrderToCash.Receivables;

/// <summary>What a gateway answers to an operation or to an enquiry about it.</summary>
public sealed record GatewayAnswer
{
    /// <summary>Our key of the operation.</summary>
    public required string Key { get; init; }

    /// <summary>What became of it.</summary>
    public required GatewayOutcome Outcome { get; init; }

    /// <summary>How much was done, where that is less than asked; null for all of it.</summary>
    public Money? Amount { get; init; }

    /// <summary>The provider's reference; empty when there is none.</summary>
    public string ProviderReference { get; init => field = value ?? ""; } = "";

    /// <summary>Of a decline: the network's code; empty else.</summary>
    public string DeclineCode { get; init => field = value ?? ""; } = "";
}
