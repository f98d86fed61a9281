using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Tax.Tests.Vectors;

/// <summary>Reads fields of cases: numbers may be JSON numbers or text, absent fields have a default.</summary>
internal static class VectorReading
{
    internal static decimal Number(this JsonElement element) => decimal.Parse(
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);

    internal static decimal Number(this JsonElement element, string name, decimal absent = 0) =>
        element.Find(name) is { } found ? found.Number() : absent;

    internal static bool Flag(this JsonElement element, string name, bool absent = false) =>
        element.Find(name) is { } found ? found.GetBoolean() : absent;

    internal static string Text(this JsonElement element, string name, string absent = "") =>
        element.Find(name) is not { } found ? absent : found.ValueKind == JsonValueKind.String ? found.GetString()! : found.GetRawText();

    internal static JsonElement? Find(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    internal static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Find(name) is { } found ? found.EnumerateArray() : [];
}
