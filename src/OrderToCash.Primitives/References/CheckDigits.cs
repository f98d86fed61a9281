namespace OrderToCash.Primitives;

/// <summary>The arithmetic of check digits, on characters, without allocation.</summary>
internal static class CheckDigits
{
    private static ReadOnlySpan<byte> Recursive => [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

    /// <summary>
    /// ISO 7064 mod 97-10 over upper-case letters (A is 10) and digits, the first four signs read last: 1 for a valid IBAN or RF
    /// reference.
    /// </summary>
    internal static int Mod97Rotated(ReadOnlySpan<char> text) => Mod97(text[..4], Mod97(text[4..]));

    /// <summary>Mod 97 of the number that letters (A is 10) and digits spell, after a rest that stands before them.</summary>
    internal static int Mod97(ReadOnlySpan<char> text, int before = 0)
    {
        var rest = before;
        foreach (var c in text)
            rest = char.IsAsciiDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        return rest;
    }

    /// <summary>
    /// Check digits that make the rotated text 1 mod 97: from 02 to 98. 00, 01 and 99 pass the sum as well, but no one issues
    /// them.
    /// </summary>
    internal static string Iso7064(string prefix, string body) =>
        (98 - Mod97("00", Mod97(prefix, Mod97(body)))).ToString("00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True when the third and fourth sign are digits from 02 to 98 and the sum holds.</summary>
    internal static bool Iso7064Holds(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3])) return false;
        var check = (text[2] - '0') * 10 + (text[3] - '0');
        return check is >= 2 and <= 98 && Mod97Rotated(text) == 1;
    }

    /// <summary>The Luhn digit (mod 10, weights 2, 1 from the right, digits of the products added).</summary>
    internal static char Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var product = (digits[^(i + 1)] - '0') * (2 - i % 2);
            sum += product > 9 ? product - 9 : product;
        }
        return (char)('0' + (10 - sum % 10) % 10);
    }

    /// <summary>The digit of the recursive mod 10 of Swiss references.</summary>
    internal static char Mod10Recursive(ReadOnlySpan<char> digits)
    {
        var carry = 0;
        foreach (var c in digits) carry = Recursive[(carry + (c - '0')) % 10];
        return (char)('0' + (10 - carry) % 10);
    }

    /// <summary>The sum of digits times weights, the first weight at the rightmost digit, weights repeating.</summary>
    internal static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++) sum += (digits[^(i + 1)] - '0') * weights[i % weights.Length];
        return sum;
    }
}
