namespace OrderToCash.Matching;

/// <summary>
/// How many wrong hits chance would give: the density of what could have been hit, around the amount. A hit that is the only
/// one is not right for that; it is right when there was little to hit.
/// </summary>
internal static class Chance
{
    private const long Million = 1_000_000;

    /// <summary>
    /// Half the width of the neighbourhood the density is measured in: 5 % of the amount, at least 50 minor units.
    /// </summary>
    public static long Window(long amount) => Math.Max(50, amount / 20);

    /// <summary>Expected hits in parts of a million when so many candidates lie in the neighbourhood.</summary>
    public static int PerMillion(long candidatesInWindow, long amount) =>
        (int)Int128.Min(Million, (Int128)candidatesInWindow * Million / (2 * Window(amount) + 1));

    /// <summary>A confidence less three times the chance, in basis points.</summary>
    public static int Less(int confidence, int chancePerMillion) => Math.Max(0, confidence - (int)(chancePerMillion * 3L / 100));

    /// <summary>Pairs of sorted amounts that add up to a sum between two bounds, inclusive.</summary>
    public static long PairsBetween(ReadOnlySpan<Candidate> sorted, long low, long high) =>
        PairsUpTo(sorted, high) - PairsUpTo(sorted, low - 1);

    private static long PairsUpTo(ReadOnlySpan<Candidate> sorted, long sum)
    {
        long pairs = 0;
        for (int i = 0, j = sorted.Length - 1; i < j;)
        {
            if (sorted[i].Amount + sorted[j].Amount > sum)
            {
                j--;
                continue;
            }
            pairs += j - i;
            i++;
        }
        return pairs;
    }
}
