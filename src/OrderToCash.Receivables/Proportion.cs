namespace OrderToCash.Receivables;

/// <summary>Shares of counts of minor units, exactly; a half goes away from zero. All arguments are zero or above.</summary>
internal static class Proportion
{
    /// <summary>value x part / whole, rounded once.</summary>
    internal static long Of(long value, long part, long whole)
    {
        if (part == whole) return value;
        var doubled = (Int128)value * part * 2;
        return (long)((doubled + whole) / ((Int128)whole * 2));
    }

    /// <summary>Splits a total over weights by largest remainder; ties go to the first. The parts add up to the total.</summary>
    internal static long[] Split(long total, ReadOnlySpan<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(sum, 0, nameof(weights));
        var parts = new long[weights.Length];
        var remainders = new (Int128 Left, int Index)[weights.Length];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            var (quotient, rest) = Int128.DivRem((Int128)total * weights[i], sum);
            parts[i] = (long)quotient;
            left -= parts[i];
            remainders[i] = (rest, i);
        }
        Array.Sort(remainders, static (a, b) => a.Left != b.Left ? b.Left.CompareTo(a.Left) : a.Index.CompareTo(b.Index));
        for (var i = 0; i < left; i++) parts[remainders[i].Index]++;
        return parts;
    }
}
