using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>
/// The SHA-256 of some content: the same content has the same hash, on any machine, in any version. It recognises a command that
/// comes
/// twice, binds a signature to a text and chains the entries of a journal. <c>default</c> is none, the beginning of a chain.
/// </summary>
[JsonConverter(typeof(StringCodeJsonConverter<ContentHash>))]
public readonly record struct ContentHash : IStringCode<ContentHash>
{
    private const int HexLength = 64;

    private readonly string? value;

    /// <summary>Takes a hash that was computed before.</summary>
    /// <exception cref="ArgumentException">Not 64 lower-case hexadecimal digits.</exception>
    public ContentHash(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length != HexLength || !value.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException($"A content hash has {HexLength} lower-case hexadecimal digits: '{value}'.",
                nameof(value));
        this.value = value;
    }

    /// <summary>64 lower-case hexadecimal digits; empty for <c>default</c>.</summary>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public bool IsNone => value is null;

    /// <inheritdoc/>
    public static ContentHash Of(string value) => new(value);

    /// <summary>The hash of bytes as they are: a file, a text in UTF-8.</summary>
    public static ContentHash OfUtf8(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return new(Convert.ToHexStringLower(hash));
    }

    /// <summary>
    /// The hash of a JSON value, whatever its white space, the order of its properties and the way its numbers and strings are
    /// written:
    /// see <see cref="CanonicalJson"/>.
    /// </summary>
    /// <exception cref="JsonException">It is no JSON, or has no canonical form.</exception>
    public static ContentHash OfJson(ReadOnlySpan<byte> utf8Json) => OfUtf8(CanonicalJson.Of(utf8Json).Span);

    /// <summary>The hash of a JSON value that is parsed already.</summary>
    /// <exception cref="JsonException">It has no canonical form.</exception>
    public static ContentHash OfJson(JsonElement element) => OfUtf8(CanonicalJson.Of(element).Span);

    /// <summary>
    /// The link of a chain: the hash of the link before and of this entry's content. Whoever changes an entry changes all links
    /// after it.
    /// </summary>
    /// <param name="previous">The link before; <c>default</c> for the first entry.</param>
    /// <param name="content">The hash of the entry.</param>
    /// <exception cref="ArgumentException">The content is none.</exception>
    public static ContentHash Chain(ContentHash previous, ContentHash content)
    {
        if (content.IsNone) throw new ArgumentException("A link needs content.", nameof(content));
        Span<byte> both = stackalloc byte[2 * SHA256.HashSizeInBytes];
        both.Clear();
        if (!previous.IsNone) Convert.FromHexString(previous.Value, both, out _, out _);
        Convert.FromHexString(content.Value, both[SHA256.HashSizeInBytes..], out _, out _);
        return OfUtf8(both);
    }

    /// <summary>The hexadecimal digits.</summary>
    public override string ToString() => Value;
}
