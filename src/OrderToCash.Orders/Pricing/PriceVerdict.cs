using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Why an entry of a price list gave the price, or did not.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceVerdict>))]
public enum PriceVerdict
{
    /// <summary>It is the price.</summary>
    Won,

    /// <summary>It holds, but a contract's price goes before it.</summary>
    ContractFirst,

    /// <summary>It holds, but one for the customer or his group goes before it.</summary>
    CustomerFirst,

    /// <summary>It holds, but one for the unit goes before it.</summary>
    UnitFirst,

    /// <summary>It holds, but a higher quantity break goes before it.</summary>
    BreakFirst,

    /// <summary>It holds, but one with a narrower range of days goes before it.</summary>
    DatesFirst,

    /// <summary>It is for another currency.</summary>
    OtherCurrency,

    /// <summary>It is for the customer, but only in another group.</summary>
    OtherGroup,

    /// <summary>It is for another unit.</summary>
    OtherUnit,

    /// <summary>Its quantity break is not reached.</summary>
    BelowBreak,

    /// <summary>Its first day is still to come.</summary>
    NotYetValid,

    /// <summary>Its last day has passed.</summary>
    NoLongerValid,
}
