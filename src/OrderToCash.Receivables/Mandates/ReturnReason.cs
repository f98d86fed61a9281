namespace OrderToCash.Receivables;

/// <summary>What a code of a rejected or returned direct debit means for us.</summary>
public sealed record ReturnReason
{
    /// <summary>The code of ISO 20022 (ExternalStatusReason1Code, ExternalReturnReason1Code).</summary>
    public required string Code { get; init; }

    /// <summary>What it says, for people.</summary>
    public required string Meaning { get; init; }

    /// <summary>What it means for the mandate.</summary>
    public required MandateConsequence Consequence { get; init; }

    /// <summary>True when the debtor caused it: only then is a fee passed on.</summary>
    public bool IsByDebtor { get; init; }

    /// <summary>True when the account can't be debited any more: the mandate lives on only with another account.</summary>
    public bool EndsAccount { get; init; }

    /// <summary>What it means for the direct debit among the customer's ways to pay.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public PaymentMethodConsequence MethodConsequence => Consequence switch
    {
        MandateConsequence.Retry => PaymentMethodConsequence.Counted,
        MandateConsequence.Suspend => PaymentMethodConsequence.Blocked,
        MandateConsequence.Revoke => PaymentMethodConsequence.Ended,
        _ => PaymentMethodConsequence.None,
    };
}
