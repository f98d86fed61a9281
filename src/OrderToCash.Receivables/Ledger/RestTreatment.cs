using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What becomes of the part of an item that a payment leaves unpaid.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RestTreatment>))]
public enum RestTreatment
{
    /// <summary>It stays open.</summary>
    StaysOpen,

    /// <summary>It is given up, within the tolerance of the policy (expense.small-differences); no effect on tax.</summary>
    SmallDifference,

    /// <summary>Banks on the way kept it and we bear it (expense.bank-charges).</summary>
    BankCharge,

    /// <summary>The customer withheld income tax at source (asset.withholding-tax).</summary>
    Withholding,

    /// <summary>The price is lowered by it: revenue (revenue.sales-returns) and tax, pro rata.</summary>
    PriceReduction,

    /// <summary>As a small difference within the tolerance, but the tax is lowered pro rata.</summary>
    SmallPriceReduction,
}
