using System.Numerics;

namespace OrderToCash.Invoicing;

/// <summary>
/// Parts of weights of either sign by one factor: each is cut down to the grid, and what is missing to the target goes to
/// those that lost most, the earlier first. Exact, whatever the sizes.
/// </summary>
internal static class LargestRemainder
{
    /// <summary>weight x numerator / denominator for each weight, adding up to the target.</summary>
    internal static long[] Split(ReadOnlySpan<long> weights, BigInteger numerator, BigInteger denominator, long target)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var (parts, lost) = (new long[weights.Length], new BigInteger[weights.Length]);
        var missing = target;
        for (var i = 0; i < parts.Length; i++)
        {
            var quotient = BigInteger.DivRem(weights[i] * numerator, denominator, out var remainder);
            if (remainder.Sign < 0) (quotient, remainder) = (quotient - 1, remainder + denominator);
            (parts[i], lost[i]) = ((long)quotient, remainder);
            missing -= parts[i];
        }
        if (missing == 0 || parts.Length == 0) return parts;
        // A weight of zero takes part only when nothing else is left to take the difference.
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(i => lost[i]).ToArray();
        var heavy = Array.FindAll(order, i => !lost[i].IsZero);
        if (heavy.Length == 0) heavy = order;
        for (var i = 0; missing > 0; missing--, i = (i + 1) % heavy.Length) parts[heavy[i]]++;
        for (var i = heavy.Length - 1; missing < 0; missing++, i = (i + heavy.Length - 1) % heavy.Length) parts[heavy[i]]--;
        return parts;
    }

    /// <summary>Parts of an amount in proportion to weights; nothing where the weights add up to nothing.</summary>
    internal static long[] Share(ReadOnlySpan<long> weights, long amount)
    {
        BigInteger whole = 0;
        foreach (var weight in weights) whole += weight;
        return whole.IsZero ? new long[weights.Length] : Split(weights, amount, whole, amount);
    }

    /// <summary>The factor of a percentage as a fraction: 17.5 % is 175 / 1000.</summary>
    internal static (BigInteger Numerator, BigInteger Denominator) Fraction(Percentage percentage)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(percentage.Value, bits);
        var mantissa = ((BigInteger)unchecked((uint)bits[2]) << 64) + ((BigInteger)unchecked((uint)bits[1]) << 32)
            + unchecked((uint)bits[0]);
        return (bits[3] < 0 ? -mantissa : mantissa, 100 * BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    /// <summary>A fraction on the grid, half away from zero.</summary>
    internal static BigInteger Round(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        return (2 * numerator + (numerator.Sign < 0 ? -denominator : denominator)) / (2 * denominator);
    }
}
