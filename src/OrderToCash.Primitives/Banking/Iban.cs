using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// An international bank account number (ISO 13616), checked against the structure its country registered and its check digits.
/// It is personal data: <see cref="ToString"/> masks it, <see cref="Value"/> and <see cref="Format"/> do not. <c>default</c> is
/// none.
/// </summary>
[JsonConverter(typeof(IbanJsonConverter))]
public readonly record struct Iban : IComparable<Iban>
{
    private const int MaxLength = 34;

    private readonly string? value;

    private Iban(string value) => this.value = value;

    /// <summary>The electronic form: no blanks, upper case; empty for <c>default</c>.</summary>
    public string Value => value ?? "";

    /// <summary>True for <c>default</c>.</summary>
    public bool IsNone => value is null;

    /// <summary>The country it begins with.</summary>
    public CountryCode Country => value is null ? default : new(value[..2]);

    /// <summary>The two check digits.</summary>
    public string CheckDigits => value is null ? "" : value[2..4];

    /// <summary>The account number as the country writes it, behind the check digits.</summary>
    public string Bban => value is null ? "" : value[4..];

    /// <summary>
    /// The bank's national identifier, from where the registry places it; empty for a country the registry does not have.
    /// </summary>
    public string BankId
    {
        get
        {
            var structure = value is null ? null : IbanStructure.Of(value.AsSpan(0, 2));
            return structure is null || Bban.Length < structure.BankEnd ? "" : Bban[structure.BankStart..structure.BankEnd];
        }
    }

    /// <summary>
    /// Reads an IBAN in electronic or print form: blanks, dots and hyphens are ignored, letters must be upper case. Refuses with
    /// the first
    /// of <see cref="IbanErrors.BadCharacters"/>, <see cref="IbanErrors.UnknownCountry"/>, <see cref="IbanErrors.WrongLength"/>,
    /// <see cref="IbanErrors.WrongStructure"/>, <see cref="IbanErrors.WrongCheckDigits"/>.
    /// </summary>
    public static Result<Iban> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> buffer = stackalloc char[MaxLength];
        var refusal = Examine(text, buffer, out var length);
        if (refusal is null) return Result.Success(new Iban(new(buffer[..length])));
        var country = length >= 2 ? new string(buffer[..2]) : "";
        return Refuse(refusal, new(buffer[..length]), country);
    }

    /// <summary>Reads an IBAN as <see cref="Parse"/> does, or answers false.</summary>
    public static bool TryParse(string? text, out Iban iban)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var valid = Examine(text, buffer, out var length) is null;
        iban = valid ? new(new string(buffer[..length])) : default;
        return valid;
    }

    /// <summary>True when <see cref="Parse"/> would accept the text; without allocation.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return Examine(text, buffer, out _) is null;
    }

    /// <summary>
    /// True when the check digits alone hold (02 to 98, mod 97 is 1), in any country and of any length up to 34: what can be said
    /// of
    /// accounts in countries that are not in the registry.
    /// </summary>
    public static bool HasValidCheckDigits(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        return TryCompact(text, buffer, out var length)
            && HasShape(buffer[..length])
            && Primitives.CheckDigits.Iso7064Holds(buffer[..length]);
    }

    /// <summary>
    /// Makes an IBAN from a country and its national account number; blanks, dots and hyphens in it are ignored. Refuses with
    /// <see cref="IbanErrors.BadCharacters"/>, <see cref="IbanErrors.UnknownCountry"/>, <see cref="IbanErrors.WrongLength"/>,
    /// <see cref="IbanErrors.WrongStructure"/>.
    /// </summary>
    public static Result<Iban> Make(CountryCode country, string bban)
    {
        ArgumentNullException.ThrowIfNull(bban);
        Span<char> buffer = stackalloc char[MaxLength];
        if (!TryCompact(bban, buffer, out var length)) return Refuse(IbanErrors.BadCharacters, bban, country.Value);
        var account = new string(buffer[..length]);
        var structure = IbanStructure.Of(country.Value);
        if (structure is null) return Refuse(IbanErrors.UnknownCountry, account, country.Value);
        if (length + 4 != structure.Length) return Refuse(IbanErrors.WrongLength, account, country.Value);
        if (!structure.Fits(account)) return Refuse(IbanErrors.WrongStructure, account, country.Value);
        return Result.Success(new Iban(country.Value + Primitives.CheckDigits.Iso7064(country.Value, account) + account));
    }

    /// <summary>The print form: groups of four.</summary>
    public string Format() => PrintGroups.FromLeft(Value, 4);

    /// <summary>
    /// The country, the check digits and the last four signs, the rest starred: <c>DE89 **** **** **** **30 00</c>.
    /// </summary>
    public string ToMasked() => value is null ? "" : PrintGroups.FromLeft(Mask.Middle(value, 4, 4), 4);

    /// <summary>Orders by the electronic form.</summary>
    public int CompareTo(Iban other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>Masked, as <see cref="ToMasked"/>: logs and messages do not give accounts away.</summary>
    public override string ToString() => ToMasked();

    private static ErrorCode? Examine(ReadOnlySpan<char> text, Span<char> buffer, out int length)
    {
        if (!TryCompact(text, buffer, out length)) return IbanErrors.BadCharacters;
        if (length < 5 || length > MaxLength) return IbanErrors.WrongLength;
        var compact = buffer[..length];
        if (IbanStructure.Of(compact[..2]) is not { } structure) return IbanErrors.UnknownCountry;
        if (length != structure.Length) return IbanErrors.WrongLength;
        if (!HasShape(compact) || !structure.Fits(compact[4..])) return IbanErrors.WrongStructure;
        return Primitives.CheckDigits.Iso7064Holds(compact) ? null : IbanErrors.WrongCheckDigits;
    }

    // False for a sign that no IBAN has, and for more signs than any IBAN has.
    private static bool TryCompact(ReadOnlySpan<char> text, Span<char> buffer, out int length)
    {
        length = 0;
        foreach (var c in text)
        {
            if (c is ' ' or '\u00A0' or '\u202F' or '.' or '-') continue;
            if (length == buffer.Length || !char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
            buffer[length++] = c;
        }
        return true;
    }

    private static bool HasShape(ReadOnlySpan<char> text) => text.Length > 4
        && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1])
        && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    private static Result<Iban> Refuse(ErrorCode error, string account, string country) => Result.Failure<Iban>(error.With(
        ("account", Mask.Middle(account, 4, 4)), ("country", country), ("length", account.Length),
        ("expected", IbanStructure.Of(country)?.Length)));

    // What was an IBAN when it was stored stays one, whatever the registry says today: only the check digits are asked again.
    private static bool TryRestore(string text, out Iban iban)
    {
        Span<char> buffer = stackalloc char[MaxLength];
        var holds = TryCompact(text, buffer, out var length)
            && length == text.Length
            && HasShape(text)
            && Primitives.CheckDigits.Iso7064Holds(text);
        iban = holds ? new(text) : default;
        return holds || text.Length == 0;
    }

    /// <summary>Reads and writes the stored form; public, because source-generated contexts of hosts need it.</summary>
    public sealed class IbanJsonConverter : JsonConverter<Iban>
    {
        /// <inheritdoc/>
        public override Iban Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && TryRestore(reader.GetString()!, out var iban)
                ? iban
                : throw new JsonException("An IBAN must be a JSON string in electronic form.");

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Iban value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
