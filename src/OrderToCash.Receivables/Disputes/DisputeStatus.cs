using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where a dispute stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DisputeStatus>))]
public enum DisputeStatus
{
    /// <summary>It was raised; nobody looked into it yet.</summary>
    Open,

    /// <summary>Somebody looks into it.</summary>
    Investigating,

    /// <summary>The customer is right: nothing of the disputed amount is owed.</summary>
    Valid,

    /// <summary>The customer is right about a part.</summary>
    PartlyValid,

    /// <summary>The customer is wrong: all of it was owed from the first due date.</summary>
    Invalid,

    /// <summary>Each part of the amount found its end: credited, written off, recovered or left to the customer to pay.</summary>
    Resolved,

    /// <summary>The customer took it back.</summary>
    Withdrawn,
}
