using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>Money on account, looked at again.</summary>
public sealed record ReviewedPayment
{
    /// <summary>The payment, or what was transferred of one.</summary>
    public required PaymentId Payment { get; init; }

    /// <summary>Whom it is booked on.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What is left of it, above zero.</summary>
    public required Money Open { get; init; }

    /// <summary>When it came, or was transferred.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>The matching engine's decision, over what people did not reject.</summary>
    public required MatchDecision Decision { get; init; }

    /// <summary>False where credit notes of one customer would pay for another: a person decides that.</summary>
    public bool MayApply { get; init; }
}
