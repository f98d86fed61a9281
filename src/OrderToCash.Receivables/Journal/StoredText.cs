using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// The text a value is stored as, by the converter its type names for itself; compile-time metadata can't reach that converter.
/// </summary>
internal static class StoredText
{
    private static readonly JsonSerializerOptions Options = new();

    internal static string Write<T>(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) Own<T>.Converter.Write(writer, value, Options);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        reader.Read();
        return reader.GetString()!;
    }

    internal static T Read<T>(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) writer.WriteStringValue(text);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        reader.Read();
        return Own<T>.Converter.Read(ref reader, typeof(T), Options)!;
    }

    private static class Own<T>
    {
        internal static readonly JsonConverter<T> Converter =
            (JsonConverter<T>)Activator.CreateInstance(typeof(T).GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!)!;
    }
}
