using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>Why a buyer pays no sales tax.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExemptionKind>))]
public enum ExemptionKind
{
    /// <summary>Buys to sell again.</summary>
    Resale,

    /// <summary>A charity, a church, a school.</summary>
    ExemptOrganization,

    /// <summary>A government body.</summary>
    Government,

    /// <summary>Uses the goods up in production or farming.</summary>
    Production,

    /// <summary>Pays the tax to the state itself.</summary>
    DirectPay,
}
