namespace OrderToCash.Matching;

/// <summary>
/// Before the passes by amount one look at the payer's items: where no item, and no set of the free ones, has the amount, most
/// passes can find nothing. Free items only get fewer, so that this holds for all passes, and for suggestions as well.
/// </summary>
internal sealed partial class Matcher
{
    private static readonly int Sets = Bit(Pass.Period) | Bit(Pass.Combination) | Bit(Pass.Subset) | Bit(Pass.AllButOne)
        | Bit(Pass.AllButTwo);

    private static int Bit(Pass pass) => 1 << (int)pass;

    private static bool MayFind(in PaymentState row, Pass pass) => (row.RuledOut & Bit(pass)) == 0;

    // For each payment of a range; returns the passes that find nothing for any.
    private int RuleOut(int start, int end)
    {
        var all = ~0;
        foreach (var i in pending.AsSpan(start, end - start))
        {
            ref var row = ref rows[i];
            row.RuledOut = (ushort)(WithoutItem(row) | WithoutSet(row));
            all &= row.RuledOut;
        }
        return all;
    }

    // What needs an item of the amount, or a little more, whatever has become of the item.
    private int WithoutItem(in PaymentState row)
    {
        var opens = Own(row).Opens;
        var above = LowerBound(opens, row.Amount);
        var ruledOut = NamesNothing(row) ? Bit(Pass.NamedNear) | Bit(Pass.NamedResidual) | Bit(Pass.NearPart) : 0;
        if (above == opens.Length || opens[above] != row.Amount)
            ruledOut |= Bit(Pass.Single) | (NamesNothing(row) && row.Trust >= PayerTrust.Account ? Bit(Pass.NamedExact) : 0);
        while (above < opens.Length && opens[above] == row.Amount) above++;
        // The larger an item, the more is missing beyond what is tolerated.
        if (above == opens.Length || !policy.Tolerates(opens[above] - row.Amount, opens[above], row.Currency))
            ruledOut |= Bit(Pass.Tolerated);
        if (!HasDiscounted(row, above)) ruledOut |= Bit(Pass.DiscountedSingle);
        if (!HasLeft(row.Amount)) ruledOut |= Bit(Pass.Remainder);
        return ruledOut;
    }

    private static bool NamesNothing(in PaymentState row) => row.NamedCount + row.NearCount == 0 && !row.HasClaimedAmounts;

    // An item from a place on that the amount pays less its discount.
    private bool HasDiscounted(in PaymentState row, int from)
    {
        var all = own.All;
        var most = row.Amount + row.Amount / LeastPartOfDiscounted;
        for (var i = from; i < all.Length && all[i].Amount <= most; i++)
            if (all[i].HasDiscount && all[i].Amount - DiscountOn(all[i].Item, row.Date) == row.Amount) return true;
        return false;
    }

    private bool HasLeft(long amount)
    {
        if (!own.HasRemainders) return false;
        foreach (ref readonly var item in own.All)
            if (item.Left == amount) return true;
        return false;
    }

    // What a tie keeps for a person is shown to him: then every set counts.
    private int WithoutSet(in PaymentState row)
    {
        if (!SeesFree(row) || own.HasBlocked || own.MayHaveSet(row.Amount)) return 0;
        return own.FreeCount == own.Whole.Length ? Sets | Bit(Pass.Totals) : Sets;
    }

    private static int LowerBound(ReadOnlySpan<long> sorted, long amount)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = low + high >>> 1;
            if (sorted[middle] < amount) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
