using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// Why something is credited, corrected or billed afterwards: a code of the host's list. The built-in ones cover the usual cases.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<CreditReason>))]
public readonly record struct CreditReason : IStringCode<CreditReason>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 40 lower-case letters, digits and hyphens.</exception>
    public CreditReason(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 40 || !value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new ArgumentException($"A credit reason has 1 to 40 lower-case letters, digits and hyphens: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <summary>Goods came back.</summary>
    public static CreditReason Return { get; } = new("return");

    /// <summary>The price was wrong, or lowered afterwards.</summary>
    public static CreditReason Price { get; } = new("price");

    /// <summary>Goods were damaged or wrong.</summary>
    public static CreditReason Quality { get; } = new("quality");

    /// <summary>The whole invoice was wrong or its order cancelled.</summary>
    public static CreditReason Cancellation { get; } = new("cancellation");

    /// <summary>Too little was billed.</summary>
    public static CreditReason Underbilling { get; } = new("underbilling");

    /// <summary>Something on the document was wrong: a party, a date, a tax rate.</summary>
    public static CreditReason WrongDetails { get; } = new("wrong-details");

    /// <summary>A prepayment was not paid, or was more than the final invoice.</summary>
    public static CreditReason Prepayment { get; } = new("prepayment");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static CreditReason Of(string value) => new(value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
