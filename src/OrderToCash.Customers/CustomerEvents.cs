using System.Text.Json.Serialization;

namespace OrderToCash.Customers;

/// <summary>Something that happened to a customer account.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CustomerOpened), "customer.opened")]
[JsonDerivedType(typeof(CustomerChanged), "customer.changed")]
[JsonDerivedType(typeof(CustomerBlocked), "customer.blocked")]
[JsonDerivedType(typeof(CustomerUnblocked), "customer.unblocked")]
[JsonDerivedType(typeof(BankAccountChangeRequested), "customer.bank-account-change-requested")]
[JsonDerivedType(typeof(BankAccountChangeApproved), "customer.bank-account-change-approved")]
[JsonDerivedType(typeof(BankAccountChangeRejected), "customer.bank-account-change-rejected")]
public abstract record CustomerEvent
{
    /// <summary>The account.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>The account was opened with its first version.</summary>
public sealed record CustomerOpened : CustomerEvent
{
    /// <summary>The first day it holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>What holds from then on.</summary>
    public required CustomerProfile Profile { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>From a day on something else holds; a version that began on the same day is superseded.</summary>
public sealed record CustomerChanged : CustomerEvent
{
    /// <summary>The first day it holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>What holds from then on, whole.</summary>
    public required CustomerProfile Profile { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The customer is kept from something.</summary>
public sealed record CustomerBlocked : CustomerEvent
{
    /// <summary>What is stopped.</summary>
    public required CustomerBlockKind Kind { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A block was lifted.</summary>
public sealed record CustomerUnblocked : CustomerEvent
{
    /// <summary>What goes on again.</summary>
    public required CustomerBlockKind Kind { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Somebody asked for another bank account; nothing uses it before it is approved.</summary>
public sealed record BankAccountChangeRequested : CustomerEvent
{
    /// <summary>The number of the request, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>In whose name it is held.</summary>
    public required string Holder { get; init; }

    /// <summary>The number of the account it is to take the place of; null when it is a further one.</summary>
    public int? Replaces { get; init; }

    /// <summary>The first moment it may be approved.</summary>
    public required Instant ApprovableFrom { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A second person approved a bank account: it is active, and the one it replaces is not any more.</summary>
public sealed record BankAccountChangeApproved : CustomerEvent
{
    /// <summary>The number of the request.</summary>
    public required int Number { get; init; }
}

/// <summary>A bank account was turned down.</summary>
public sealed record BankAccountChangeRejected : CustomerEvent
{
    /// <summary>The number of the request.</summary>
    public required int Number { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
