using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A special scheme under which the seller makes the supply.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SellerScheme>))]
public enum SellerScheme
{
    /// <summary>The general rules.</summary>
    General,

    /// <summary>The exemption for small enterprises (art. 284).</summary>
    SmallEnterprise,

    /// <summary>The margin scheme for travel agents (art. 306).</summary>
    TravelAgents,

    /// <summary>The margin scheme for second-hand goods (art. 313).</summary>
    SecondHandGoods,

    /// <summary>The margin scheme for works of art (art. 313).</summary>
    WorksOfArt,

    /// <summary>The margin scheme for collector's items and antiques (art. 313).</summary>
    Antiques,
}
