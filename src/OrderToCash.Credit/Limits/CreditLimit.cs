using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Credit;

/// <summary>
/// How much a customer may owe: no limit, nothing, or an amount above zero. There is no fourth thing, and no two ways to say one.
/// </summary>
[JsonConverter(typeof(CreditLimitJsonConverter))]
public sealed record CreditLimit
{
    private readonly Money amount;

    private CreditLimit(CreditLimitKind kind, Money amount) => (Kind, this.amount) = (kind, amount);

    /// <summary>Which of the three it is.</summary>
    public CreditLimitKind Kind { get; }

    /// <summary>The amount of a <see cref="CreditLimitKind.Amount"/> limit; null for the other two.</summary>
    public Money? Amount => Kind == CreditLimitKind.Amount ? amount : null;

    /// <summary>Credit without a bound.</summary>
    public static CreditLimit NoLimit { get; } = new(CreditLimitKind.NoLimit, default);

    /// <summary>No credit at all.</summary>
    public static CreditLimit Zero { get; } = new(CreditLimitKind.Zero, default);

    /// <summary>Credit up to an amount, itself included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not above zero: say <see cref="Zero"/>.</exception>
    public static CreditLimit Of(Money amount) => amount.IsPositive
        ? new(CreditLimitKind.Amount, amount)
        : throw new ArgumentOutOfRangeException(nameof(amount), amount,
            "An amount is above zero; no credit is CreditLimit.Zero.");

    /// <summary>The limit in a currency: null without a bound.</summary>
    public Money? In(Currency currency) => Kind switch
    {
        CreditLimitKind.NoLimit => null,
        CreditLimitKind.Zero => Money.Zero(currency),
        _ => amount,
    };

    /// <summary><c>no-limit</c>, <c>zero</c>, or the amount: <c>5000.00 EUR</c>.</summary>
    public override string ToString() => Kind switch
    {
        CreditLimitKind.NoLimit => "no-limit",
        CreditLimitKind.Zero => "zero",
        _ => amount.ToString(),
    };

    /// <summary>Reads what <see cref="ToString"/> writes, or answers <see cref="CreditErrors.LimitUnreadable"/>.</summary>
    public static Result<CreditLimit> Restore(string? text) => text switch
    {
        "no-limit" => Result.Success(NoLimit),
        "zero" => Result.Success(Zero),
        _ when Money.TryParse(text, out var money) && money.IsPositive => Result.Success(Of(money)),
        _ => Result.Failure<CreditLimit>(CreditErrors.LimitUnreadable.With(("text", text))),
    };

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class CreditLimitJsonConverter : JsonConverter<CreditLimit>
    {
        /// <inheritdoc/>
        public override CreditLimit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Restore(reader.GetString()).TryGet(out var limit, out _)
                ? limit
                : throw new JsonException("A credit limit is no-limit, zero, or an amount above zero like 5000.00 EUR.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, CreditLimit value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
