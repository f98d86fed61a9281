using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OrderToCash.Json;

/// <summary>
/// How values, states and events of the family are stored as JSON. Names are camel case; money, quantities, dates and codes are
/// strings.
/// Stored forms grow: members a reader does not know are skipped and optional members may be missing. Everything else is strict:
/// required
/// members, no null where the type has none, no number from a string, no property twice. The event's discriminator may stand
/// anywhere in
/// its object, because a database may reorder properties.
/// </summary>
public static class OrderToCashJson
{
    /// <summary>
    /// Options that find the shape of types by reflection: for hosts with types of their own around ours. Trimmed and AOT hosts
    /// take
    /// <see cref="OrderToCashJsonContext"/>; both write the same text. Read-only: copy them to add converters.
    /// </summary>
    public static JsonSerializerOptions Options
    {
        [RequiresUnreferencedCode("Reflection over the members of types. Use OrderToCashJsonContext in trimmed applications.")]
        [RequiresDynamicCode("Reflection over the members of types. Use OrderToCashJsonContext in AOT applications.")]
        get => field ??= Reflected();
    }

    /// <summary>Adds the converters of NodaTime's types to options of the host's own, and the strictness above.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        options.AllowOutOfOrderMetadataProperties = true;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        foreach (var converter in (JsonConverter[])
            [
                new InstantJsonConverter(), new LocalDateJsonConverter(), new LocalTimeJsonConverter(),
                new LocalDateTimeJsonConverter(), new YearMonthJsonConverter(), new AnnualDateJsonConverter(),
                new DurationJsonConverter(), new PeriodJsonConverter(),
            ])
            options.Converters.Add(converter);
    }

    [RequiresUnreferencedCode("Reflection.")]
    [RequiresDynamicCode("Reflection.")]
    private static JsonSerializerOptions Reflected()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.Converters.Add(new JsonStringEnumConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        options.MakeReadOnly();
        return options;
    }
}
