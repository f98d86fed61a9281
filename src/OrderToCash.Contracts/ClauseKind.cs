using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>What a clause is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClauseKind>))]
public enum ClauseKind
{
    /// <summary>Who contracts with whom.</summary>
    Parties,

    /// <summary>Terms and conditions.</summary>
    Terms,

    /// <summary>What is delivered.</summary>
    Specification,

    /// <summary>When it is delivered.</summary>
    Delivery,

    /// <summary>What it costs, and when it is paid.</summary>
    Price,

    /// <summary>Anything else.</summary>
    Other,
}
