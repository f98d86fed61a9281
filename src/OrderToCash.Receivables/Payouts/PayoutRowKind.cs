using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What a row of a payout is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PayoutRowKind>))]
public enum PayoutRowKind
{
    /// <summary>A customer's payment: in.</summary>
    Charge,

    /// <summary>A payment given back: out.</summary>
    Refund,

    /// <summary>Money a card holder took back: out.</summary>
    Chargeback,

    /// <summary>A chargeback that was won: in.</summary>
    ChargebackReversal,

    /// <summary>A fee that belongs to no payment: out.</summary>
    Fee,

    /// <summary>Kept back by the provider as security: out.</summary>
    ReserveHeld,

    /// <summary>Security given free: in.</summary>
    ReserveReleased,

    /// <summary>A correction of the provider: in or out.</summary>
    Adjustment,

    /// <summary>A refund that could not be paid, or came back: in.</summary>
    RefundReversal,
}
