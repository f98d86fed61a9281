using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A one-stop shop in which sales to consumers elsewhere are declared.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OneStopShop>))]
public enum OneStopShop
{
    /// <summary>None: declared where the tax is due.</summary>
    None,

    /// <summary>The scheme for sellers in the Union (art. 369a).</summary>
    Union,

    /// <summary>The scheme for services of sellers outside the Union (art. 358a).</summary>
    NonUnion,

    /// <summary>The scheme for goods imported in consignments up to EUR 150 (art. 369l).</summary>
    Import,
}
