using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>Where debts that will not be paid go.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BadDebtMethod>))]
public enum BadDebtMethod
{
    /// <summary>To the expense, when they are written off.</summary>
    Direct,

    /// <summary>Against the allowance that was built for them.</summary>
    Allowance,
}
