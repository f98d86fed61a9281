using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>What a fee is charged for. Hosts add their own.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<FeeKind>))]
public readonly record struct FeeKind : IStringCode<FeeKind>, IComparable<FeeKind>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public FeeKind(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-'))
            throw new ArgumentException($"Expected 1 to 40 lower-case letters, digits and hyphens: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>Carriage.</summary>
    public static FeeKind Freight { get; } = new("freight");

    /// <summary>Packing.</summary>
    public static FeeKind Packing { get; } = new("packing");

    /// <summary>A surcharge on small orders.</summary>
    public static FeeKind SmallOrder { get; } = new("small-order");

    /// <summary>Handling.</summary>
    public static FeeKind Handling { get; } = new("handling");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static FeeKind Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(FeeKind other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
