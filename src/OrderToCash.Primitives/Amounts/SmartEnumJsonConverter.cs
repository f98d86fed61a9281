using System.Text.Json;
using System.Text.Json.Serialization;
using Ardalis.SmartEnum;

namespace OrderToCash.Primitives;

/// <summary>
/// Reads and writes a SmartEnum as the JSON string of its value; another string is an error that lists what is known.
/// </summary>
/// <typeparam name="T">The SmartEnum.</typeparam>
public sealed class SmartEnumJsonConverter<T> : JsonConverter<T> where T : SmartEnum<T, string>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Restore(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Restore(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    private static T Restore(string? text) => text is not null && SmartEnum<T, string>.TryFromValue(text, out var value)
        ? value
        : throw new JsonException($"{typeof(T).Name} is one of: "
            + string.Join(", ", SmartEnum<T, string>.List.Select(member => member.Value).Order(StringComparer.Ordinal)));
}
