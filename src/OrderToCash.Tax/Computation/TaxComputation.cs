using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Tax;

/// <summary>
/// Where tax is rounded. A document names its policy and keeps it: credit notes round the way their original did.
/// </summary>
[JsonConverter(typeof(SmartEnumJsonConverter<TaxComputation>))]
public sealed class TaxComputation : SmartEnum<TaxComputation, string>
{
    private TaxComputation(string name, string value, bool perLine) : base(name, value) => RoundsPerLine = perLine;

    /// <summary>
    /// Once per category and rate, on the summed base: tax = round(sum of nets x rate), half away from zero. The rule of EN 16931
    /// (BR-CO-17) and the default for whoever exchanges such documents.
    /// </summary>
    public static readonly TaxComputation ByBreakdown = new(nameof(ByBreakdown), "by-breakdown", perLine: false);

    /// <summary>
    /// On every line, half away from zero; the breakdown adds the rounded taxes up. It can differ from base x rate by a unit
    /// for every other line.
    /// </summary>
    public static readonly TaxComputation ByLine = new(nameof(ByLine), "by-line", perLine: true);

    /// <summary>True when each line's tax is rounded by itself.</summary>
    public bool RoundsPerLine { get; }
}
