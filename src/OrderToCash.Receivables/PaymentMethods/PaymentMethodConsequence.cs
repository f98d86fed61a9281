using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What a failed taking means for a stored way to pay.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethodConsequence>))]
public enum PaymentMethodConsequence
{
    /// <summary>Nothing: the fault was not the customer's or his bank's.</summary>
    None,

    /// <summary>It may work another time; so many in a row block it.</summary>
    Counted,

    /// <summary>Nothing is taken from it until a person, or a change by the customer, allows it again.</summary>
    Blocked,

    /// <summary>It is gone for good: the customer leaves another.</summary>
    Ended,
}
