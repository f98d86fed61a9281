namespace OrderToCash.Banking;

/// <summary>Collections of one day, scheme and sequence type: one payment information block of a pain.008.</summary>
public sealed record DirectDebitBatch
{
    /// <summary>The batch's id; at most 35 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The day the debtors are debited.</summary>
    public required LocalDate CollectOn { get; init; }

    /// <summary>Core or B2B.</summary>
    public required DirectDebitScheme Scheme { get; init; }

    /// <summary>First, recurrent, final or one-off.</summary>
    public required SequenceType Sequence { get; init; }

    /// <summary>Who collects.</summary>
    public required SepaAccount Creditor { get; init; }

    /// <summary>The creditor identifier (EPC262-08).</summary>
    public required string CreditorId { get; init; }

    /// <summary>The collections.</summary>
    public required EquatableArray<Collection> Collections { get; init; }
}
