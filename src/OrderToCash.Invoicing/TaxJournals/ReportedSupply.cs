using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>Where a supply is reported, beside the return of the seller's country.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportedSupply>))]
public enum ReportedSupply
{
    /// <summary>In the return only: taxed, zero rated or exempt where the seller is registered.</summary>
    Domestic,

    /// <summary>Goods to a business in another member state (category K): recapitulative statement.</summary>
    UnionGoods,

    /// <summary>Goods of a triangular transaction (Directive 2006/112/EC art. 141): recapitulative statement.</summary>
    Triangulation,

    /// <summary>Services to a business in another member state (category AE): recapitulative statement.</summary>
    UnionServices,

    /// <summary>Reverse charge inside the country, or outside the Union: no statement.</summary>
    ReverseCharge,

    /// <summary>Taxed in a member state where the seller has no registration: one-stop shop.</summary>
    OneStopShop,

    /// <summary>Export (category G).</summary>
    Export,

    /// <summary>Outside the scope of tax (category O).</summary>
    OutsideScope,
}
