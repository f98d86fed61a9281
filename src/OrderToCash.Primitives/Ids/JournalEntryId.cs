using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>An entry of the journal.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<JournalEntryId>))]
public readonly record struct JournalEntryId : IStringCode<JournalEntryId>, IComparable<JournalEntryId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public JournalEntryId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static JournalEntryId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(JournalEntryId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
