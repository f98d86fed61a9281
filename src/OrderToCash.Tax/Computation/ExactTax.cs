namespace OrderToCash.Tax;

/// <summary>Tax of an amount, in minor units, exactly: no decimal in the loop, one rounding, half away from zero.</summary>
internal readonly struct ExactTax
{
    private readonly Int128 numerator;
    private readonly Int128 denominator;
    private readonly Percentage wide;

    internal ExactTax(Percentage rate)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(rate.Value, bits);
        // A mantissa of 62 bits times an amount of 63 fits 128; longer percentages go through decimal.
        if (bits[2] != 0 || bits[1] is < 0 or >= 1 << 30)
        {
            (numerator, denominator, wide) = (0, 0, rate);
            return;
        }
        var scale = (bits[3] >> 16) & 0xFF;
        numerator = ((Int128)bits[1] << 32) + unchecked((uint)bits[0]);
        if (bits[3] < 0) numerator = -numerator;
        denominator = 100;
        for (var i = 0; i < scale; i++) denominator *= 10;
        wide = default;
    }

    internal long Of(Money net)
    {
        if (denominator == 0) return net.Times(wide, Rounding.HalfAwayFromZero).MinorUnits;
        var product = net.MinorUnits * numerator;
        var half = denominator / 2;
        return checked((long)((product + (product < 0 ? -half : half)) / denominator));
    }
}
