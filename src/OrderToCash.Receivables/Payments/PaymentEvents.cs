using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What happened to an attempt to take money through a gateway.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PaymentStarted), "payment.started")]
[JsonDerivedType(typeof(GatewayAsked), "payment.gateway-asked")]
[JsonDerivedType(typeof(GatewayAnswered), "payment.gateway-answered")]
[JsonDerivedType(typeof(GatewayNoticed), "payment.gateway-noticed")]
public abstract record PaymentAttemptEvent
{
    /// <summary>The attempt.</summary>
    public required PaymentAttemptId Attempt { get; init; }

    /// <summary>Who did it.</summary>
    public required Actor By { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant At { get; init; }
}

/// <summary>Money is to be taken.</summary>
public sealed record PaymentStarted : PaymentAttemptEvent
{
    /// <summary>How much, for what, from where.</summary>
    public required PaymentAttemptFacts Facts { get; init; }
}

/// <summary>The gateway is about to be asked; recorded before the call.</summary>
public sealed record GatewayAsked : PaymentAttemptEvent
{
    /// <summary>Our key.</summary>
    public required string Key { get; init; }

    /// <summary>What.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }
}

/// <summary>The gateway answered, or did not: the answer to a call or to an enquiry.</summary>
public sealed record GatewayAnswered : PaymentAttemptEvent
{
    /// <summary>The answer.</summary>
    public required GatewayAnswer Answer { get; init; }
}

/// <summary>The provider told something by itself.</summary>
public sealed record GatewayNoticed : PaymentAttemptEvent
{
    /// <summary>The notice.</summary>
    public required GatewayNotice Notice { get; init; }
}
