using System.Text.Json.Serialization;

namespace OrderToCash.Customers;

/// <summary>A way to pay, as a code of UNCL 4461 (BT-81 of EN 16931). The list grows without us.</summary>
[JsonConverter(typeof(StringCodeJsonConverter<PaymentMeansCode>))]
public readonly record struct PaymentMeansCode : IStringCode<PaymentMeansCode>, IComparable<PaymentMeansCode>
{
    private readonly string? value;

    /// <summary>Takes a code.</summary>
    /// <exception cref="ArgumentException">Not 1 to 3 upper-case letters and digits.</exception>
    public PaymentMeansCode(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > 3 || !value.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
            throw new ArgumentException($"A payment means code has 1 to 3 upper-case letters and digits: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <summary>10: cash.</summary>
    public static PaymentMeansCode Cash { get; } = new("10");

    /// <summary>30: credit transfer.</summary>
    public static PaymentMeansCode CreditTransfer { get; } = new("30");

    /// <summary>48: bank card.</summary>
    public static PaymentMeansCode Card { get; } = new("48");

    /// <summary>49: direct debit.</summary>
    public static PaymentMeansCode DirectDebit { get; } = new("49");

    /// <summary>58: SEPA credit transfer.</summary>
    public static PaymentMeansCode SepaCreditTransfer { get; } = new("58");

    /// <summary>59: SEPA direct debit.</summary>
    public static PaymentMeansCode SepaDirectDebit { get; } = new("59");

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static PaymentMeansCode Of(string value) => new(value);

    /// <summary>Orders by the text's code points.</summary>
    public int CompareTo(PaymentMeansCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The code.</summary>
    public override string ToString() => Value;
}
