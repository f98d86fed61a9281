using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Who buys, as far as VAT asks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BuyerStatus>))]
public enum BuyerStatus
{
    /// <summary>A taxable person acting as such.</summary>
    Business,

    /// <summary>A private person, or a business buying for private use.</summary>
    Consumer,

    /// <summary>
    /// A public body or another legal person that is no taxable person; with a VAT id of its own it is treated as a business.
    /// </summary>
    Public,

    /// <summary>Nobody knows yet. A rule that depends on it refuses; a buyer who gives a VAT id is taken at his word.</summary>
    Unknown,
}
