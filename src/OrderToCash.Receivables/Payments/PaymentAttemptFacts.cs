namespace OrderToCash.Receivables;

/// <summary>Money to be taken through a gateway.</summary>
public sealed record PaymentAttemptFacts
{
    /// <summary>The id of the attempt.</summary>
    public required PaymentAttemptId Attempt { get; init; }

    /// <summary>Who takes it.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Who pays.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>How much, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What it is to pay; empty to leave it on account. No more than the amount.</summary>
    public EquatableArray<PaymentShare> Shares { get; init; }

    /// <summary>The stored way to pay; none when it is not stored.</summary>
    public PaymentMethodId Method { get; init; }

    /// <summary>The provider's token of it; never a card number.</summary>
    public required string Token { get; init; }
}
