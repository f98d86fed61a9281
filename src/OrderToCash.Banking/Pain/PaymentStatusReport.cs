namespace OrderToCash.Banking;

/// <summary>The bank's answer to a payment file (pain.002).</summary>
public sealed record PaymentStatusReport
{
    /// <summary>The answer's own id.</summary>
    public required string MessageId { get; init; }

    /// <summary>The id of the message it answers; empty when the bank leaves it out.</summary>
    public string OriginalMessageId { get; init => field = value ?? ""; } = "";

    /// <summary>What became of what: message first, then batches and transactions in the bank's order.</summary>
    public EquatableArray<PaymentStatus> Statuses { get; init; }

    /// <summary>What is wrong with the answer (<see cref="BankFileErrors"/>).</summary>
    public EquatableArray<DomainError> Findings { get; init; }
}
