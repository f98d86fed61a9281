using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>Reads and writes a value as the invariant text that its own <c>ToString</c> and <c>TryParse</c> agree on.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class TextJsonConverter<T> : JsonConverter<T>
{
    /// <summary>Reads the text, or answers false.</summary>
    protected abstract bool TryParse(string text, out T value);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"No {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value!.ToString());
}
