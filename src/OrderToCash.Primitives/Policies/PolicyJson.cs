using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OrderToCash.Primitives;

/// <summary>
/// Reads policies that are data from JSON that people write: every malformed value, missing property and misspelt name is found
/// at once, each with its path (<c>entries[3].price</c>). Stricter than stored forms, where unknown members are skipped: a
/// misspelt rule must not be a rule that is not there.
/// </summary>
public static class PolicyJson
{
    private const int MostCharactersQuoted = 60;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// The value of the text. Refused with all of <see cref="PolicyErrors.NotJson"/>, <see cref="PolicyErrors.Malformed"/>,
    /// <see cref="PolicyErrors.Missing"/>, <see cref="PolicyErrors.Unknown"/>. O(text).
    /// </summary>
    /// <typeparam name="T">The policy.</typeparam>
    /// <param name="json">The text.</param>
    /// <param name="shape">Its shape, from a source-generated context.</param>
    public static Result<T> Read<T>(string json, JsonTypeInfo<T> shape)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(shape);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var errors = new List<DomainError>();
            if (document.RootElement.ValueKind == JsonValueKind.Null)
                return Result.Failure<T>(MalformedAt(null, document.RootElement, shape.Type));
            Walk(document.RootElement, shape, null, errors);
            return errors.Count > 0
                ? Result.Failure<T>(errors)
                : Result.Success(document.RootElement.Deserialize(shape)!);
        }
        catch (JsonException e)
        {
            return Result.Failure<T>(PolicyErrors.NotJson.With(("line", e.LineNumber + 1), ("byte", e.BytePositionInLine + 1),
                ("why", e.Message)));
        }
    }

    private static void Walk(JsonElement element, JsonTypeInfo shape, string? path, List<DomainError> errors)
    {
        if (shape.Kind == JsonTypeInfoKind.Object && element.ValueKind == JsonValueKind.Object)
            WalkObject(element, shape, path, errors);
        else if (element.ValueKind == JsonValueKind.Array && ItemOf(shape.Type) is { } item)
            WalkList(element, shape.Options.GetTypeInfo(item), path, errors);
        else if (!IsReadable(element, shape))
            errors.Add(MalformedAt(path, element, shape.Type));
    }

    private static void WalkObject(JsonElement element, JsonTypeInfo shape, string? path, List<DomainError> errors)
    {
        foreach (var property in shape.Properties)
            if (property.IsRequired && !element.TryGetProperty(property.Name, out _))
                errors.Add(PolicyErrors.Missing.At(Below(path, property.Name), ("property", property.Name)));
        foreach (var member in element.EnumerateObject())
        {
            var target = Below(path, member.Name);
            if (shape.Properties.FirstOrDefault(p => p.Name == member.Name) is not { } property)
                errors.Add(PolicyErrors.Unknown.At(target, ("property", member.Name)));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Walk(member.Value, shape.Options.GetTypeInfo(property.PropertyType), target, errors);
            else if (!property.IsSetNullable || property.PropertyType.IsValueType
                && Nullable.GetUnderlyingType(property.PropertyType) is null)
                errors.Add(MalformedAt(target, member.Value, property.PropertyType));
        }
    }

    private static void WalkList(JsonElement element, JsonTypeInfo item, string? path, List<DomainError> errors)
    {
        var index = 0;
        foreach (var value in element.EnumerateArray())
        {
            var target = $"{path}[{index++}]";
            if (value.ValueKind == JsonValueKind.Null) errors.Add(MalformedAt(target, value, item.Type));
            else Walk(value, item, target, errors);
        }
    }

    private static bool IsReadable(JsonElement element, JsonTypeInfo shape)
    {
        try
        {
            _ = element.Deserialize(shape);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static DomainError MalformedAt(string? target, JsonElement element, Type type)
    {
        var text = element.GetRawText();
        var quoted = text.Length <= MostCharactersQuoted ? text : text[..MostCharactersQuoted] + "...";
        return PolicyErrors.Malformed.At(target, ("value", quoted), ("type", NameOf(type)));
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>) ? type.GetGenericArguments()[0] : null;

    private static string NameOf(Type type) =>
        ItemOf(type) is { } item ? $"list of {item.Name}" : (Nullable.GetUnderlyingType(type) ?? type).Name;

    private static string Below(string? path, string name) => path is null ? name : $"{path}.{name}";
}
