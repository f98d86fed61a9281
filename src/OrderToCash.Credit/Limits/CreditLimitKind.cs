using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>Three different things that peers write as one number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CreditLimitKind>))]
public enum CreditLimitKind
{
    /// <summary>No credit at all: only what unapplied money covers.</summary>
    Zero,

    /// <summary>Credit up to an amount, itself included.</summary>
    Amount,

    /// <summary>Credit without a bound.</summary>
    NoLimit,
}
