using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>Reads and writes ids and codes as JSON strings, and as property names; the empty string is <c>default</c>.</summary>
/// <typeparam name="T">The id or code.</typeparam>
public sealed class StringCodeJsonConverter<T> : JsonConverter<T> where T : struct, IStringCode<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Make(reader.GetString()!)
            : throw new JsonException($"{typeof(T).Name} must be a JSON string.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Make(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    private static T Make(string text)
    {
        if (text.Length == 0) return default;
        try
        {
            return T.Of(text);
        }
        catch (ArgumentException e)
        {
            throw new JsonException($"'{text}' is no {typeof(T).Name}.", e);
        }
    }
}
