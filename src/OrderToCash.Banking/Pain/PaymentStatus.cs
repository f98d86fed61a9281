namespace OrderToCash.Banking;

/// <summary>What the bank says became of an order, of a batch of it or of one transaction.</summary>
public sealed record PaymentStatus
{
    /// <summary>The batch's id as it was sent; empty when the whole message is meant.</summary>
    public string BatchId { get; init => field = value ?? ""; } = "";

    /// <summary>The end-to-end id as it was sent; empty when the batch or the message is meant.</summary>
    public string EndToEndId { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The status (ISO 20022 external code): ACCP, ACSC, ACTC accepted in some degree, PDNG pending, PART in part, RJCT refused.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>Why, as a code such as AC04 or AM04; empty when not stated.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>Why, in the bank's words.</summary>
    public string Information { get; init => field = value ?? ""; } = "";

    /// <summary>The amount of the transaction, as the bank repeats it; null when it does not.</summary>
    public Money? Amount { get; init; }

    /// <summary>True when it will not be executed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRejected => Status == "RJCT";
}
