namespace OrderToCash.Tax;

/// <summary>Tax of an amount, in minor units, exactly: no decimal in the loop, one rounding, half away from zero.</summary>
internal readonly struct ExactTax
{
    private static ReadOnlySpan<long> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
    ];

    private readonly long numerator;
    private readonly long denominator;

    internal ExactTax(Percentage rate)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(rate.Value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        // A mantissa of 62 bits times an amount of 63 fits 128; longer percentages are computed as fractions.
        if (bits[2] != 0 || bits[1] is < 0 or >= 1 << 30 || scale >= PowersOfTen.Length) return;
        numerator = ((long)bits[1] << 32) + unchecked((uint)bits[0]);
        if (bits[3] < 0) numerator = -numerator;
        denominator = 100 * PowersOfTen[scale];
    }

    internal long Of(long net, Percentage rate)
    {
        if (denominator == 0) return Wide(net, rate);
        var high = Math.BigMul(net, numerator, out var low);
        var half = denominator / 2;
        // Division is dear: most products of an amount and a rate fit 32 bits, nearly all others 64.
        if (high == 0 && (ulong)low <= uint.MaxValue - (ulong)half && denominator <= uint.MaxValue)
            return (uint)(low + half) / (uint)denominator;
        if (high == low >> 63 && low <= long.MaxValue - half && low >= long.MinValue + half)
            return (low + (low < 0 ? -half : half)) / denominator;
        var product = (Int128)net * numerator;
        return checked((long)((product + (product < 0 ? -half : half)) / denominator));
    }

    // The minor units of a currency without digits are its units; the grid is the same for all.
    private static long Wide(long net, Percentage rate) =>
        (ExactAmount.OfUnits(net, 1) * ExactAmount.Of(rate.Value) / ExactAmount.Of(100)).Units(1, 1, Rounding.HalfAwayFromZero);
}
