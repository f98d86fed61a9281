using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What an answer to the customer says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisputeOutcome>))]
public enum DisputeOutcome
{
    /// <summary>The claim came in and is looked into.</summary>
    Received,

    /// <summary>The customer is right.</summary>
    Accepted,

    /// <summary>The customer is right about a part and is asked to pay the rest.</summary>
    PartlyAccepted,

    /// <summary>The customer is wrong and is asked to pay.</summary>
    Refused,

    /// <summary>The customer took the claim back.</summary>
    Withdrawn,
}
