namespace OrderToCash.Orders;

/// <summary>
/// Splits an amount over lines by largest remainder, so that the shares add up to it exactly and the tax bases add up to the
/// order. O(n log n); exact for all amounts.
/// </summary>
public static class DiscountSplit
{
    /// <summary>
    /// The shares of a total in proportion to the lines' amounts. A line below zero gets a share of the opposite sign as long as
    /// the total lies within the sum of the lines; a larger total is split by the sizes of the amounts, and over lines that
    /// are all zero in equal parts. Of two lines with the same claim to a left-over minor unit the earlier one gets it.
    /// </summary>
    /// <param name="total">What is split; may be negative.</param>
    /// <param name="amounts">What the lines cost, of any sign; at least one.</param>
    /// <exception cref="ArgumentException">There is no line.</exception>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    public static EquatableArray<Money> Split(Money total, ReadOnlySpan<Money> amounts)
    {
        if (amounts.IsEmpty) throw new ArgumentException("There is no line to take a share.", nameof(amounts));
        var weights = new Int128[amounts.Length];
        var (net, size) = (Int128.Zero, Int128.Zero);
        for (var i = 0; i < weights.Length; i++)
        {
            if (amounts[i].Currency != total.Currency) throw new CurrencyMismatchException(total.Currency, amounts[i].Currency);
            weights[i] = amounts[i].MinorUnits;
            net += weights[i];
            size += Int128.Abs(weights[i]);
        }
        if (size == 0) return total.Split(amounts.Length);
        var isWithin = net != 0 && Int128.Abs(total.MinorUnits) <= Int128.Abs(net);
        if (!isWithin)
            for (var i = 0; i < weights.Length; i++) weights[i] = Int128.Abs(weights[i]);
        else if (net < 0)
            for (var i = 0; i < weights.Length; i++) weights[i] = -weights[i];
        var shares = Shares(total.MinorUnits, weights, isWithin ? Int128.Abs(net) : size);
        var split = new Money[shares.Length];
        for (var i = 0; i < split.Length; i++) split[i] = Money.FromMinorUnits(shares[i], total.Currency);
        return [.. split];
    }

    /// <summary>The same, where no line gives more than its room.</summary>
    /// <param name="total">Zero to the sum of the rooms.</param>
    /// <param name="amounts">Zero or more.</param>
    /// <param name="rooms">Up to the amount; a line without room takes no share.</param>
    internal static long[] Within(long total, long[] amounts, long[] rooms)
    {
        var (shares, open, weight) = (new long[amounts.Length], new List<int>(amounts.Length), Int128.Zero);
        for (var i = 0; i < amounts.Length; i++)
            if (rooms[i] > 0)
            {
                open.Add(i);
                weight += amounts[i];
            }
        // The tightest first: whoever can't take his part gives all he has, and the others take over the rest.
        open.Sort((x, y) => ((Int128)rooms[x] * amounts[y]).CompareTo((Int128)rooms[y] * amounts[x]) is var tighter and not 0
            ? tighter : x - y);
        var (left, next) = (total, 0);
        for (; next < open.Count && left * (Int128)amounts[open[next]] >= rooms[open[next]] * weight; next++)
        {
            var full = open[next];
            shares[full] = rooms[full];
            left -= rooms[full];
            weight -= amounts[full];
        }
        if (left == 0) return shares;
        open.RemoveRange(0, next);
        open.Sort();
        var rest = Shares(left, [.. open.Select(i => (Int128)amounts[i])], weight);
        for (var i = 0; i < rest.Length; i++) shares[open[i]] = rest[i];
        return shares;
    }

    // Each exact share is cut down; the units that are left go to the largest remainders. |total x weight| fits 127 bits.
    private static long[] Shares(long total, Int128[] weights, Int128 whole)
    {
        var (shares, remainders) = (new long[weights.Length], new Int128[weights.Length]);
        var magnitude = Int128.Abs(total);
        var left = magnitude;
        for (var i = 0; i < shares.Length; i++)
        {
            var (share, remainder) = Int128.DivRem(magnitude * weights[i], whole);
            if (remainder < 0) (share, remainder) = (share - 1, remainder + whole);
            (shares[i], remainders[i]) = ((long)share, remainder);
            left -= share;
        }
        if (left > 0)
        {
            var order = new int[shares.Length];
            for (var i = 0; i < order.Length; i++) order[i] = i;
            Array.Sort(order, (x, y) => remainders[y].CompareTo(remainders[x]) is var more and not 0 ? more : x - y);
            for (var i = 0; i < (int)left; i++) shares[order[i]]++;
        }
        if (total < 0)
            for (var i = 0; i < shares.Length; i++) shares[i] = -shares[i];
        return shares;
    }
}
