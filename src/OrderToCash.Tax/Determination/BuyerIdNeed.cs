using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Which of the buyer's VAT ids a treatment relies on: it must be verified, and it goes on the document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuyerIdNeed>))]
public enum BuyerIdNeed
{
    /// <summary>None.</summary>
    None,

    /// <summary>One of a member state other than that of departure.</summary>
    OtherMemberState,

    /// <summary>That of the country where the supply ends.</summary>
    Destination,
}
