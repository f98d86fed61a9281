namespace OrderToCash.Benchmarks.Peers;

/// <summary>Loops inside loops: what is written first.</summary>
public static class SubsetLoops
{
    /// <summary>How many sets of at most so many amounts have this total: 0, 1, or 2 for two and more.</summary>
    public static int UpToTwo(ReadOnlySpan<long> amounts, long total, int most) => Count(amounts, total, most, 0);

    private static int Count(ReadOnlySpan<long> amounts, long total, int most, int found)
    {
        for (var i = 0; i < amounts.Length && found < 2; i++)
        {
            if (amounts[i] == total) found++;
            else if (most > 1) found = Count(amounts[(i + 1)..], total - amounts[i], most - 1, found);
        }
        return found;
    }
}
