using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>Where an order came in: part of the key that finds duplicates. Hosts add their own.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<OrderChannel>))]
public readonly record struct OrderChannel : IStringCode<OrderChannel>, IComparable<OrderChannel>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public OrderChannel(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-'))
            throw new ArgumentException($"Expected 1 to 40 lower-case letters, digits and hyphens: '{value}'.", nameof(value));
        this.value = value;
    }

    /// <summary>Told by the customer, typed by a clerk.</summary>
    public static OrderChannel Phone { get; } = new("phone");

    /// <summary>Electronic mail or letter, typed by a clerk.</summary>
    public static OrderChannel Mail { get; } = new("mail");

    /// <summary>Electronic data interchange.</summary>
    public static OrderChannel Edi { get; } = new("edi");

    /// <summary>The web shop.</summary>
    public static OrderChannel Shop { get; } = new("shop");

    /// <summary>The customer portal.</summary>
    public static OrderChannel Portal { get; } = new("portal");

    /// <summary>Read from a file.</summary>
    public static OrderChannel File { get; } = new("file");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static OrderChannel Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(OrderChannel other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value;
}
