using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrderToCash.Receivables;

/// <summary>
/// Checks who sent a message: <c>t=&lt;Unix seconds&gt;,v1=&lt;hexadecimal HMAC-SHA256 of "t.body"&gt;</c>, several <c>v1</c>
/// while
/// a secret is changed. The time is signed with the body, so that an old message can't be sent again later; within the window the
/// provider's id of the message tells that it was heard.
/// </summary>
public static class WebhookSignature
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Five minutes: what providers recommend.</summary>
    public static Duration StandardTolerance { get; } = Duration.FromMinutes(5);

    /// <summary>
    /// Checks a message; answers when it was signed. Refuses, in this order: <c>gateway.signature-missing</c>,
    /// <c>signature-wrong</c>, <c>signature-expired</c> - whoever can't sign learns nothing of our clock. The comparison
    /// takes the
    /// same time whatever differs, and all secrets and signatures are compared.
    /// </summary>
    /// <param name="header">The header as it came.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="secrets">The secrets that are valid now; empty ones fit nothing.</param>
    /// <param name="now">Now.</param>
    /// <param name="tolerance">How far the time of signing may be away, either way, inclusive; above zero.</param>
    public static Result<Instant> Verify(
        string? header, ReadOnlySpan<byte> body, IEnumerable<string> secrets, Instant now, Duration tolerance)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tolerance, Duration.Zero);
        var (time, given) = Parse(header ?? "");
        if (time is not { } seconds || given.Count == 0)
            return Result.Failure<Instant>(GatewayErrors.SignatureMissing.With());
        var fits = false;
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var secret in secrets)
        {
            if (string.IsNullOrEmpty(secret)) continue;
            Sign(seconds, body, secret, signature);
            foreach (var one in given) fits |= CryptographicOperations.FixedTimeEquals(one, signature);
        }
        if (!fits) return Result.Failure<Instant>(GatewayErrors.SignatureWrong.With());
        var signed = Instant.FromUnixTimeSeconds(seconds);
        return signed >= now - tolerance && signed <= now + tolerance
            ? Result.Success(signed)
            : Result.Failure<Instant>(GatewayErrors.SignatureExpired.With(
                ("signed", signed), ("seconds", (long)tolerance.TotalSeconds)));
    }

    /// <summary>The header that signs a body at a time: for a provider, a test or a relay of one's own.</summary>
    /// <param name="body">The body.</param>
    /// <param name="secret">The secret, not empty.</param>
    /// <param name="at">When; whole seconds count.</param>
    public static string Header(ReadOnlySpan<byte> body, string secret, Instant at)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(at.ToUnixTimeSeconds(), body, secret, signature);
        return string.Create(CultureInfo.InvariantCulture,
            $"t={at.ToUnixTimeSeconds()},v1={Convert.ToHexStringLower(signature)}");
    }

    private static void Sign(long seconds, ReadOnlySpan<byte> body, string secret, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")));
        hmac.AppendData(body);
        hmac.GetHashAndReset(signature);
    }

    // One time, any number of signatures; what is not hexadecimal of the right length fits nothing.
    private static (long? Time, List<byte[]> Signatures) Parse(string header)
    {
        var (time, isTwice, signatures) = (default(long?), false, new List<byte[]>());
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal))
            {
                isTwice |= time is not null;
                // The ends of NodaTime's Instant: a number beyond is no time.
                if (long.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    && seconds <= Instant.MaxValue.ToUnixTimeSeconds()) time = seconds;
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal)
                && part.Length == 3 + (2 * HMACSHA256.HashSizeInBytes)
                && !part.AsSpan(3).ContainsAnyExcept(Hexadecimal))
                signatures.Add(Convert.FromHexString(part.AsSpan(3)));
        }
        return (isTwice ? null : time, signatures);
    }
}
