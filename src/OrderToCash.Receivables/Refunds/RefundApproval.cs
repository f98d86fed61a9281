namespace OrderToCash.Receivables;

/// <summary>Somebody approved a refund.</summary>
public sealed record RefundApproval
{
    /// <summary>Who.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}
