using System.Globalization;
using System.Text.Json.Serialization;

namespace OrderToCash.Insights;

/// <summary>
/// A figure with its formula and inputs: either a value or the reason why there is none. Arithmetic is decimal; nothing is
/// rounded before it is shown.
/// </summary>
public sealed record Kpi
{
    /// <summary>The figure's name: <c>dso.simple</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How it is computed, in the names of the inputs.</summary>
    public required string Formula { get; init; }

    /// <summary>What it is computed from.</summary>
    public EquatableArray<KpiInput> Inputs { get; init; }

    /// <summary>The value to 28 digits; null when undefined.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal? Value { get; init; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public UndefinedReason? Undefined { get; init; }

    /// <summary>Where the value is undefined but at least this much: days counted before the history ended; else null.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal? LowerBound { get; init; }

    /// <summary>The value rounded half away from zero, for showing; null when undefined.</summary>
    public decimal? Rounded(int digits = 2) => Value is { } value ? Rounding.HalfAwayFromZero.Round(value, digits) : null;

    /// <summary>The name with the value to two digits, or with the reason.</summary>
    public override string ToString() => Rounded() is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{Name} = {value:0.00}")
        : $"{Name} is undefined: {Undefined}";

    internal static Kpi Of(
        string name, string formula, UndefinedReason? undefined, Func<decimal> value,
        params ReadOnlySpan<(string Name, IFormattable Value)> inputs)
    {
        var written = new KpiInput[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
            written[i] = new() { Name = inputs[i].Name, Value = inputs[i].Value.ToString(null, CultureInfo.InvariantCulture) };
        return new()
        {
            Name = name, Formula = formula, Inputs = [.. written], Undefined = undefined,
            Value = undefined is null ? value() : null,
        };
    }
}
