using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>How a part of a dispute ends.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisputeResolutionKind>))]
public enum DisputeResolutionKind
{
    /// <summary>A credit note for what was found valid.</summary>
    CreditNote,

    /// <summary>It was found invalid, and the customer is asked to pay it.</summary>
    ChargedToCustomer,

    /// <summary>Given up: too small to argue, or out of goodwill.</summary>
    WrittenOff,

    /// <summary>Somebody pays it: the carrier, the insurer, the card network, or the customer after all.</summary>
    Recovered,
}
