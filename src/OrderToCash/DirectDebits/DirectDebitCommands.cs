using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Records a signed mandate.</summary>
public sealed record RecordMandate : Command
{
    /// <summary>What it says.</summary>
    public required MandateFacts Facts { get; init; }

    /// <summary>True when it was checked already and may be collected on at once.</summary>
    public bool IsChecked { get; init; }
}

/// <summary>Lets a mandate be collected on, stops it, or takes it back.</summary>
public sealed record ChangeMandateStatus : Command
{
    /// <summary>The mandate.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>
    /// What it is to be: <see cref="MandateStatus.Active"/>, <see cref="MandateStatus.Suspended"/>,
    /// <see cref="MandateStatus.Revoked"/> or <see cref="MandateStatus.Lapsed"/>.
    /// </summary>
    public required MandateStatus Status { get; init; }

    /// <summary>Why it is stopped or taken back; not needed else.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Changes reference, creditor or account of a mandate.</summary>
public sealed record AmendMandate : Command
{
    /// <summary>The mandate, by the reference it was signed with.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>What it says now.</summary>
    public required MandateFacts Facts { get; init; }

    /// <summary>The creditor's name before, when it changed.</summary>
    public string CreditorNameBefore { get; init => field = value ?? ""; } = "";

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Presents a collection on a mandate; the file with it is written apart.</summary>
public sealed record CollectByMandate : Command
{
    /// <summary>The mandate, by the reference it was signed with.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>What to collect.</summary>
    public required CollectionRequest Request { get; init; }

    /// <summary>The day the order goes to the bank.</summary>
    public required LocalDate Today { get; init; }
}

/// <summary>
/// A collection went to the bank in a file (<see cref="DirectDebitOrders.Sent"/>): it is in no other one, and money that the bank
/// books for the batch in one sum is told apart.
/// </summary>
public sealed record SendCollection : Command
{
    /// <summary>The mandate, by the reference it was signed with.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>The collection.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>The message's id.</summary>
    public required string Message { get; init; }

    /// <summary>The batch's id.</summary>
    public required string Batch { get; init; }

    /// <summary>The day the file went out.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>The money of a collection came in.</summary>
public sealed record SettleCollection : Command
{
    /// <summary>The mandate, by the reference it was signed with.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>The collection.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>The bank's date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>
/// A collection was rejected or came back: the mandate follows, and the customer is charged what the policy says, in one
/// commit. The payment itself is taken back by <see cref="ReturnPayment"/>.
/// </summary>
public sealed record FailCollection : Command
{
    /// <summary>The mandate, by the reference it was signed with.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>What the bank says.</summary>
    public required CollectionFailure Failure { get; init; }
}
