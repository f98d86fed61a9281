using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>A fact a rule may ask for: so, not so, or not known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TaxFact>))]
public enum TaxFact
{
    /// <summary>The seller has no tax registration at all.</summary>
    SellerIsUnregistered,

    /// <summary>The seller is registered where the supply ends.</summary>
    SellerIsRegisteredAtDestination,

    /// <summary>The seller declares in the Union's one-stop shop.</summary>
    UsesUnionOneStopShop,

    /// <summary>The seller declares in the one-stop shop for imports.</summary>
    UsesImportOneStopShop,

    /// <summary>The consignment is worth EUR 150 or less.</summary>
    IsLowValueConsignment,

    /// <summary>Both places are under one VAT.</summary>
    IsDomestic,

    /// <summary>Both places belong to one country, whether or not its VAT area ends between them.</summary>
    IsUnderOneLaw,

    /// <summary>The supply begins in the Union's VAT area.</summary>
    IsFromUnion,

    /// <summary>The supply ends in the Union's VAT area.</summary>
    IsToUnion,

    /// <summary>The supply goes from one member state to another.</summary>
    IsWithinUnion,

    /// <summary>The supply leaves the VAT area: it ends neither in the same country nor in another member state.</summary>
    IsExport,

    /// <summary>The goods leave the place where the supply begins.</summary>
    IsTransported,

    /// <summary>The buyer is a taxable person acting as such.</summary>
    BuyerIsBusiness,

    /// <summary>The buyer is no taxable person, and has no VAT id.</summary>
    BuyerIsConsumer,

    /// <summary>The buyer gave a VAT id of another member state.</summary>
    BuyerHasUnionId,

    /// <summary>The buyer gave a VAT id of the country where the supply ends.</summary>
    BuyerHasDestinationId,

    /// <summary>Sales to consumers in other member states are taxed there: above the threshold, or opted.</summary>
    IsTaxedAtDestination,

    /// <summary>The seller is the middle of three parties in three member states.</summary>
    IsTriangular,

    /// <summary>The product is one for which the buyer is liable inside the country.</summary>
    IsReverseChargeProduct,
}
