using System.Text.Json.Serialization;

namespace OrderToCash.Customers;

/// <summary>An account the customer pays from, with the way it got there: who asked for it and who approved it.</summary>
public sealed record BankAccount
{
    /// <summary>From 1, in the order of the requests.</summary>
    public required int Number { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>In whose name it is held.</summary>
    public required string Holder { get; init; }

    /// <summary>The number of the account it takes the place of; null when it is a further one.</summary>
    public int? Replaces { get; init; }

    /// <summary>How far it has come.</summary>
    public required BankAccountStatus Status { get; init; }

    /// <summary>Why it was asked for: the letter, the call back to a known number.</summary>
    public required string Reason { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Actor RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant RequestedAt { get; init; }

    /// <summary>The first moment it may be approved: the request plus the waiting time of the policy then in force.</summary>
    public required Instant ApprovableFrom { get; init; }

    /// <summary>Who approved or rejected it; null while it is requested.</summary>
    public Actor? DecidedBy { get; init; }

    /// <summary>When it was approved or rejected; null while it is requested.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>True once a second person approved it and until another takes its place.</summary>
    [JsonIgnore]
    public bool IsActive => Status == BankAccountStatus.Active;
}
