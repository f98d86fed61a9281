using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>A figure rounded on a grid; what is expected of it is rounded on the same grid before it is compared.</summary>
internal readonly record struct OnGrid(decimal Value, decimal Step) : IFormattable
{
    internal static OnGrid Of(ExactAmount amount, decimal step) => new(amount.RoundedTo(step, Rounding.HalfAwayFromZero).ToDecimal(), step);

    public string ToString(string? format, IFormatProvider? provider) => Value.ToString(format, provider);
}

/// <summary>
/// Compares every expected figure with ours: a number of the same value on our grid, the same text, the same list. A field we do not
/// compute is a difference.
/// </summary>
internal static class VectorComparison
{
    internal static List<string> Differences(JsonElement expected, object? actual, string at = "") => expected.ValueKind switch
    {
        JsonValueKind.Object => [.. expected.EnumerateObject().SelectMany(p =>
            actual is Dictionary<string, object?> figures && figures.TryGetValue(p.Name, out var figure)
                ? Differences(p.Value, figure, $"{at}.{p.Name}")
                : [$"{at}.{p.Name} is not computed"])],
        JsonValueKind.Array => actual is System.Collections.ICollection { Count: var count } list && count == expected.GetArrayLength()
            ? [.. expected.EnumerateArray().Zip(list.Cast<object?>()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{at}[{i}]"))]
            : [$"{at} has another length than {expected.GetArrayLength()}"],
        JsonValueKind.Number => actual switch
        {
            decimal number => Same(expected.Number(), number),
            OnGrid shown => OnGrid.Of(ExactAmount.Of(expected.Number()), shown.Step) == shown,
            _ => false,
        } ? [] : [Say(at, expected, actual)],
        JsonValueKind.Null => actual is null ? [] : [Say(at, expected, actual)],
        JsonValueKind.True or JsonValueKind.False => actual is bool flag && flag == expected.GetBoolean() ? [] : [Say(at, expected, actual)],
        _ => actual switch
        {
            string text => text == expected.GetString(),
            decimal number => decimal.TryParse(expected.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var said) && said == number,
            _ => false,
        } ? [] : [Say(at, expected, actual)],
    };

    // 0.9299999999999999 is 0.93 in binary floating point; anything further off is another figure.
    private static bool Same(decimal expected, decimal actual) => Math.Abs(expected - actual) < 0.0000000001m;

    private static string Say(string at, JsonElement expected, object? actual) =>
        $"{at}: expected {expected}, got {Convert.ToString(actual, CultureInfo.InvariantCulture)}";
}
