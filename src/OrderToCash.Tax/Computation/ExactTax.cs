namespace OrderToCash.Tax;

/// <summary>Tax of an amount, in minor units, exactly: no decimal in the loop, one rounding, half away from zero.</summary>
internal readonly struct ExactTax
{
    private readonly long numerator;
    private readonly long denominator;
    private readonly Percentage wide;

    internal ExactTax(Percentage rate)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(rate.Value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        // A mantissa of 62 bits times an amount of 63 fits 128; longer percentages go through decimal.
        if (bits[2] != 0 || bits[1] is < 0 or >= 1 << 30 || scale > 16)
        {
            (numerator, denominator, wide) = (0, 0, rate);
            return;
        }
        numerator = ((long)bits[1] << 32) + unchecked((uint)bits[0]);
        if (bits[3] < 0) numerator = -numerator;
        denominator = 100;
        for (var i = 0; i < scale; i++) denominator *= 10;
        wide = default;
    }

    internal long Of(long net)
    {
        if (denominator == 0) return Wide(net);
        var high = Math.BigMul(net, numerator, out var low);
        var half = denominator / 2;
        // Most products of an amount and a rate fit 64 bits, where division is cheap.
        if (high == low >> 63 && low <= long.MaxValue - half && low >= long.MinValue + half)
            return (low + (low < 0 ? -half : half)) / denominator;
        var product = (Int128)net * numerator;
        return checked((long)((product + (product < 0 ? -half : half)) / denominator));
    }

    // The minor units of a currency without digits are its units; the grid is the same for all.
    private long Wide(long net) =>
        (ExactAmount.OfUnits(net, 1) * ExactAmount.Of(wide.Value) / ExactAmount.Of(100)).Units(1, 1, Rounding.HalfAwayFromZero);
}
