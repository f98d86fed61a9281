using System.Text.Json.Serialization;

namespace OrderToCash;

/// <summary>What becomes of a bank line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentTreatment>))]
public enum PaymentTreatment
{
    /// <summary>Money in: booked, and applied as far as the engine is sure.</summary>
    Book,

    /// <summary>The line was booked by an earlier import.</summary>
    AlreadyBooked,

    /// <summary>The bank takes a booked payment back.</summary>
    Return,

    /// <summary>Money out: a refund that was ordered went to the bank.</summary>
    RefundPaid,

    /// <summary>A refund came back: the customer's credit is open again.</summary>
    RefundReturned,

    /// <summary>No money of a customer: a charge, a payment out, an information.</summary>
    NotCash,

    /// <summary>It can't be booked; the refusal says why.</summary>
    Refused,
}
