using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>How a state taxes freight that is charged to the buyer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FreightTaxation>))]
public enum FreightTaxation
{
    /// <summary>Not at all.</summary>
    Exempt,

    /// <summary>Like any taxable product.</summary>
    Taxable,

    /// <summary>In the proportion of the taxed goods of the sale, per jurisdiction.</summary>
    FollowsGoods,
}
