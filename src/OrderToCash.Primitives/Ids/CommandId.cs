using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>The idempotency key of a command: the same id with the same content is done once.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<CommandId>))]
public readonly record struct CommandId : IStringCode<CommandId>, IComparable<CommandId>
{
    private readonly string? value;

    /// <summary>Takes the host's own number.</summary>
    /// <exception cref="ArgumentException">Not 1 to 128 characters, control characters, or blanks at the ends.</exception>
    public CommandId(string value) => this.value = StringCode.Id(value);

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static CommandId Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(CommandId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
