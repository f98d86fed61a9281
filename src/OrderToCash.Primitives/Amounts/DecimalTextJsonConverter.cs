using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// A decimal as a JSON string, without trailing zeros: readers that know only binary floating point lose nothing.
/// </summary>
public sealed class DecimalTextJsonConverter : JsonConverter<decimal>
{
    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && DecimalText.TryRead(reader.GetString(), out var value)
            ? value
            : throw new JsonException("A number must be a JSON string like \"0.8461\".");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DecimalText.Write(value));
}
