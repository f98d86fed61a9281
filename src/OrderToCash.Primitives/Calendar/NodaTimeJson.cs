using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace OrderToCash.Primitives;

/// <summary>Reads and writes a NodaTime value as text of one invariant pattern, and as a property name.</summary>
public abstract class PatternJsonConverter<T>(IPattern<T> pattern, string example) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(pattern.Format(value));

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(pattern.Format(value));

    private T Parse(string? text) => text is not null && pattern.Parse(text).TryGetValue(default!, out var value)
        ? value
        : throw new JsonException($"A {typeof(T).Name} must be a JSON string like \"{example}\".");
}

/// <summary>Reads and writes a Instant as ISO 8601 text.</summary>
public sealed class InstantJsonConverter() : PatternJsonConverter<Instant>(InstantPattern.ExtendedIso, "2010-12-01T08:26:00Z");

/// <summary>Reads and writes a LocalDate as ISO 8601 text.</summary>
public sealed class LocalDateJsonConverter() : PatternJsonConverter<LocalDate>(LocalDatePattern.Iso, "2010-12-01");

/// <summary>Reads and writes a LocalTime as ISO 8601 text.</summary>
public sealed class LocalTimeJsonConverter() : PatternJsonConverter<LocalTime>(LocalTimePattern.ExtendedIso, "08:26:00");

/// <summary>Reads and writes a LocalDateTime as ISO 8601 text.</summary>
public sealed class LocalDateTimeJsonConverter()
    : PatternJsonConverter<LocalDateTime>(LocalDateTimePattern.ExtendedIso, "2010-12-01T08:26:00");

/// <summary>Reads and writes a YearMonth as ISO 8601 text.</summary>
public sealed class YearMonthJsonConverter() : PatternJsonConverter<YearMonth>(YearMonthPattern.Iso, "2010-12");

/// <summary>Reads and writes a AnnualDate as ISO 8601 text.</summary>
public sealed class AnnualDateJsonConverter() : PatternJsonConverter<AnnualDate>(AnnualDatePattern.Iso, "12-01");

/// <summary>Reads and writes a Duration as ISO 8601 text.</summary>
public sealed class DurationJsonConverter() : PatternJsonConverter<Duration>(DurationPattern.JsonRoundtrip, "36:00:00");

/// <summary>Reads and writes a Period as ISO 8601 text.</summary>
public sealed class PeriodJsonConverter() : PatternJsonConverter<Period>(PeriodPattern.Roundtrip, "P1M");
