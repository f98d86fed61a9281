using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>How an invoice that offers an early-payment discount is recorded.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiscountMethod>))]
public enum DiscountMethod
{
    /// <summary>With the discount; it is an allowance when it is taken.</summary>
    Gross,

    /// <summary>Less the discount; what is paid on top after its date is income.</summary>
    Net,
}
