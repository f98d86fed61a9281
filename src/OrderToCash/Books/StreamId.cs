using System.Text.Json.Serialization;

namespace OrderToCash;

/// <summary>The name of one aggregate's stream: its kind and its id, <c>order/SO-2026-000123</c>.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<StreamId>))]
public readonly record struct StreamId : IStringCode<StreamId>, IComparable<StreamId>
{
    private readonly string? value;

    private StreamId(string value) => this.value = value;

    /// <summary>Names a stream.</summary>
    /// <param name="kind">The aggregate: lower case, no slash.</param>
    /// <param name="id">The aggregate's id.</param>
    /// <exception cref="ArgumentException">One of the two is empty, or the kind has a slash.</exception>
    public StreamId(string kind, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (kind.Contains('/')) throw new ArgumentException($"A kind has no slash: '{kind}'.", nameof(kind));
        value = $"{kind}/{id}";
    }

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <summary>What sort of aggregate it is: the part before the slash.</summary>
    public string Kind => Value.Split('/', 2)[0];

    /// <summary>Reads <c>kind/id</c>.</summary>
    /// <exception cref="ArgumentException">The text has another form.</exception>
    public static StreamId Of(string value)
    {
        var slash = value?.IndexOf('/') ?? -1;
        return slash > 0 && slash < value!.Length - 1
            ? new(value)
            : throw new ArgumentException($"A stream is 'kind/id': '{value}'.", nameof(value));
    }

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(StreamId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
