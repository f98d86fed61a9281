using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// Reads and writes entries; what does not balance is not read. The form does not depend on the host's options.
/// </summary>
public sealed class JournalEntryJsonConverter : JsonConverter<JournalEntry>
{
    /// <inheritdoc/>
    public override JournalEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = JsonSerializer.Deserialize(ref reader, JournalJson.Default.StoredJournalEntry)
            ?? throw new JsonException("No JournalEntry.");
        var restored = JournalEntry.Restore(stored.ToFacts());
        return restored.IsSuccess ? restored.Value : throw new JsonException(string.Join("; ", restored.Errors));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JournalEntry value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonSerializer.Serialize(writer, StoredJournalEntry.Of(value.Facts), JournalJson.Default.StoredJournalEntry);
    }
}
