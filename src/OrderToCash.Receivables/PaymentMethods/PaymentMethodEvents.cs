using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to a customer's ways to pay.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PaymentMethodAdded), "payment-method.added")]
[JsonDerivedType(typeof(PaymentMethodRemoved), "payment-method.removed")]
[JsonDerivedType(typeof(PaymentMethodsOrdered), "payment-method.ordered")]
[JsonDerivedType(typeof(PaymentMethodBlocked), "payment-method.blocked")]
[JsonDerivedType(typeof(PaymentMethodUnblocked), "payment-method.unblocked")]
[JsonDerivedType(typeof(PaymentMethodEnded), "payment-method.ended")]
[JsonDerivedType(typeof(PaymentMethodUsed), "payment-method.used")]
[JsonDerivedType(typeof(CreditUseChosen), "payment-method.credit-use-chosen")]
public abstract record PaymentMethodEvent
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>A way to pay was left with us; it is used last.</summary>
public sealed record PaymentMethodAdded : PaymentMethodEvent
{
    /// <summary>Which.</summary>
    public required StoredPaymentMethod Method { get; init; }
}

/// <summary>A way to pay was taken back; its token is forgotten.</summary>
public sealed record PaymentMethodRemoved : PaymentMethodEvent
{
    /// <summary>Which.</summary>
    public required PaymentMethodId Method { get; init; }
}

/// <summary>The customer said which to use first.</summary>
public sealed record PaymentMethodsOrdered : PaymentMethodEvent
{
    /// <summary>All of them, the preferred one first.</summary>
    public required EquatableArray<PaymentMethodId> Order { get; init; }
}

/// <summary>Nothing is taken from it automatically any more.</summary>
public sealed record PaymentMethodBlocked : PaymentMethodEvent
{
    /// <summary>Which.</summary>
    public required PaymentMethodId Method { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Money may be taken from it automatically again.</summary>
public sealed record PaymentMethodUnblocked : PaymentMethodEvent
{
    /// <summary>Which.</summary>
    public required PaymentMethodId Method { get; init; }
}

/// <summary>It is gone for good: the account, the card or the mandate is.</summary>
public sealed record PaymentMethodEnded : PaymentMethodEvent
{
    /// <summary>Which.</summary>
    public required PaymentMethodId Method { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>Money was taken from it, or was not.</summary>
public sealed record PaymentMethodUsed : PaymentMethodEvent
{
    /// <summary>Which.</summary>
    public required PaymentMethodId Method { get; init; }

    /// <summary>True when it failed, or the money went back.</summary>
    public bool IsFailed { get; init; }
}

/// <summary>The customer said whether his credit pays his next invoices.</summary>
public sealed record CreditUseChosen : PaymentMethodEvent
{
    /// <summary>True to leave credit alone until he says what it is for.</summary>
    public bool IsKept { get; init; }
}
