using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>What happens to the proof of a withheld tax.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(WithholdingExpected), "withholding.expected")]
[JsonDerivedType(typeof(WithholdingReceived), "withholding.received")]
[JsonDerivedType(typeof(WithholdingDeducted), "withholding.deducted")]
[JsonDerivedType(typeof(WithholdingDeductionUndone), "withholding.deduction-undone")]
[JsonDerivedType(typeof(WithholdingGivenUp), "withholding.given-up")]
public abstract record WithholdingEvent
{
    /// <summary>The certificate waited for.</summary>
    public required WithholdingCertificateId Id { get; init; }

    /// <summary>Who.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A customer withheld tax: a certificate must come.</summary>
public sealed record WithholdingExpected : WithholdingEvent
{
    /// <summary>What was withheld.</summary>
    public required WithholdingFacts Facts { get; init; }
}

/// <summary>A certificate came in.</summary>
public sealed record WithholdingReceived : WithholdingEvent
{
    /// <summary>The certificate.</summary>
    public required WithholdingPaper Paper { get; init; }
}

/// <summary>Proven tax settled part of an invoice.</summary>
public sealed record WithholdingDeducted : WithholdingEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The payment that came short by it.</summary>
    public required PaymentId Payment { get; init; }
}

/// <summary>A deduction was given back.</summary>
public sealed record WithholdingDeductionUndone : WithholdingEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The payment whose application was undone.</summary>
    public required PaymentId Payment { get; init; }
}

/// <summary>Nobody waits any longer.</summary>
public sealed record WithholdingGivenUp : WithholdingEvent
{
    /// <summary>What the customer owes.</summary>
    public required Money Missing { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
