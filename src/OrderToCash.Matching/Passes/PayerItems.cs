namespace OrderToCash.Matching;

/// <summary>
/// The items of a payer side by side, for the passes that know no more than amounts: gathered once for all his payments and all
/// passes, until something is applied to one of them. A free item is untouched, and its document is not dated after the payment.
/// </summary>
internal sealed class PayerItems : IDisposable
{
    /// <summary>All that is open and all that is due, each with credit notes and without.</summary>
    public const int Totals = 4;

    /// <summary>The sums of two of so many items are kept; of more they are walked through.</summary>
    public const int MostPaired = 120;

    private const int Never = int.MinValue;

    // Which parts a total has: a bit for invoices and credit notes that are due, and for those that are not yet.
    private static readonly int[] PartsOfTotals = [0b1111, 0b0101, 0b0011, 0b0001];

    private readonly PooledList<int> scopes = new(4);
    private readonly PooledList<PayerItem> all = new(256);
    private readonly PooledList<long> opens = new(256);
    private readonly PooledList<Candidate> whole = new(256);
    private readonly PooledList<Candidate> byDue = new(256);
    private readonly PooledList<DueGroup> groups = new(256);
    private readonly PooledList<long> sums = new(256);
    private readonly PooledList<long> order = new(256);
    private readonly PooledList<long> amounts = new(256);
    private readonly PooledList<ulong> amountBits = new(256);
    private readonly PooledList<ulong> pairBits = new(256);
    private readonly PooledList<ulong> sumBits = new(256);
    private readonly SetSums sets = new();
    private readonly PartOfAll[] parts = new PartOfAll[PartsOfTotals.Length];
    private readonly Total[] totals = new Total[Totals];
    private long version = -1;
    private bool isSuggesting;
    private bool isByDue;
    private bool hasPairs;
    private bool hasSets;
    private int date = Never;

    /// <summary>Every item that was open at the start of the run, sorted by that amount.</summary>
    public ReadOnlySpan<PayerItem> All => all.AsSpan();

    /// <summary>Their amounts alone.</summary>
    public ReadOnlySpan<long> Opens => opens.AsSpan();

    /// <summary>How many are free.</summary>
    public int FreeCount { get; private set; }

    /// <summary>The free items without what is left of others, sorted by amount: nobody was ever asked for that, so it is in no
    /// sum but that of all.</summary>
    public ReadOnlySpan<Candidate> Whole => whole.AsSpan();

    /// <summary>Their amounts alone, ascending.</summary>
    public ReadOnlySpan<long> Amounts => amounts.AsSpan();

    /// <summary>The whole free items by due date (<see cref="ArrangeByDue"/>).</summary>
    public ReadOnlySpan<Candidate> ByDue => byDue.AsSpan();

    public ReadOnlySpan<DueGroup> Groups => groups.AsSpan();

    /// <summary>What falls due before each group, and at last all: one more than there are groups.</summary>
    public ReadOnlySpan<long> Sums => sums.AsSpan();

    /// <summary>Says quickly that a sum is none of <see cref="Sums"/>.</summary>
    public SumFilter SumsFilter => new(sumBits.AsSpan());

    /// <summary>Says quickly that an amount is none of <see cref="Amounts"/> (<see cref="ArrangeByDue"/>).</summary>
    public SumFilter AmountFilter => new(amountBits.AsSpan());

    /// <summary>The amounts of the whole free items, credit notes as well as invoices.</summary>
    public Int128 Spread { get; private set; }

    /// <summary>Something is left of an item that a payment of this run was applied to.</summary>
    public bool HasRemainders { get; set; }

    /// <summary>A tie keeps an item for a person, who is shown it nevertheless.</summary>
    public bool HasBlocked { get; set; }

    /// <summary>More items are free than may be looked at: those that were found are not all.</summary>
    public bool IsCrowded { get; private set; }

    /// <summary>True while these are the items of a payer, and nothing has been done to any since.</summary>
    public bool IsOf(ReadOnlySpan<int> payerScopes, long atVersion, bool suggesting) =>
        version == atVersion && isSuggesting == suggesting && scopes.AsSpan().SequenceEqual(payerScopes);

    /// <summary>Empty room for the items of a payer.</summary>
    public PooledList<PayerItem> Start(ReadOnlySpan<int> payerScopes, long atVersion, bool suggesting)
    {
        (version, isSuggesting, date) = (atVersion, suggesting, Never);
        (HasRemainders, HasBlocked) = (false, false);
        scopes.Truncate(0);
        scopes.AddRange(payerScopes);
        all.Truncate(0);
        return all;
    }

    /// <summary>All items are there, in the order of their amounts.</summary>
    public void Finish()
    {
        opens.Truncate(0);
        var room = opens.Room(all.Count);
        for (var i = 0; i < room.Length; i++) room[i] = all[i].Amount;
        opens.Take(room.Length);
    }

    /// <summary>Which of the items are free on a day; no more than so many are looked for.</summary>
    public void See(int day, int most)
    {
        if (date == day) return;
        (date, isByDue, hasPairs, hasSets, IsCrowded, FreeCount) = (day, false, false, false, false, 0);
        parts.AsSpan().Clear();
        whole.Truncate(0);
        amounts.Truncate(0);
        foreach (ref readonly var item in all.AsSpan())
        {
            if (!item.IsFree || item.Dated > day) continue;
            if (FreeCount++ == most)
            {
                IsCrowded = true;
                return;
            }
            ref var part = ref parts[PartOf(item.Amount, item.Due, day)];
            part.Free += item.Amount;
            if (item.IsRemainder) continue;
            part.Whole += item.Amount;
            part.Count++;
            whole.Add(new() { Amount = item.Amount, Item = item.Item, Due = item.Due });
            amounts.Add(item.Amount);
        }
        Sum();
    }

    /// <summary>The sum of a total of the whole free items, of how many, and whether another total has the same items.</summary>
    public ref readonly Total Of(int total) => ref totals[total];

    /// <summary>Which total of the free items is an amount; -1 when none is.</summary>
    public int TotalOf(long amount)
    {
        for (var total = 0; total < Totals; total++)
            if (totals[total].OfFree == amount) return total;
        return -1;
    }

    /// <summary>False when no set of the whole free items has the amount: exactly of few, of more only what is too much for
    /// them.</summary>
    public bool MayHaveSet(long amount)
    {
        if (Spread > Money.MaxMinorUnits) return true;
        var (invoices, credits) = ((long)totals[1].Sum, (long)(totals[1].Sum - totals[0].Sum));
        if (amount > invoices) return false;
        var within = amounts.Count;
        while (within > 0 && amounts[within - 1] > amount + credits) within--;
        if (within > SetSums.Most) return true;
        if (!hasSets) sets.Fill(Amounts);
        hasSets = true;
        return sets.Has(amount, within);
    }

    /// <summary>Says quickly that a sum is of no two of the smallest <see cref="MostPaired"/> whole free items.</summary>
    public SumFilter PairFilter()
    {
        if (hasPairs) return new(pairBits.AsSpan());
        hasPairs = true;
        var paired = Amounts[..Math.Min(amounts.Count, MostPaired)];
        var filter = SumFilter.In(pairBits, paired.Length * (paired.Length - 1) / 2);
        for (var i = 0; i < paired.Length; i++) filter.AddEach(paired[(i + 1)..], paired[i]);
        return filter;
    }

    /// <summary>True when an item of this amount and due date belongs to a total.</summary>
    public static bool TakesPart(long amount, int due, int total, int day) =>
        (PartsOfTotals[total] >> PartOf(amount, due, day) & 1) != 0;

    /// <summary>The whole free items in order of their due dates; those of a day stay in order of their amounts.</summary>
    public void ArrangeByDue()
    {
        if (isByDue) return;
        isByDue = true;
        var candidates = whole.AsSpan();
        order.Truncate(0);
        for (var i = 0; i < candidates.Length; i++) order.Add((long)candidates[i].Due << 32 | (uint)i);
        order.AsSpan().Sort();
        byDue.Truncate(0);
        groups.Truncate(0);
        sums.Truncate(0);
        var sum = 0L;
        foreach (var at in order.AsSpan())
        {
            ref readonly var candidate = ref candidates[(int)at];
            if (groups.Count == 0 || groups[groups.Count - 1].Due != candidate.Due)
            {
                groups.Add(new() { Due = candidate.Due, Start = byDue.Count });
                sums.Add(sum);
            }
            groups[groups.Count - 1].Count++;
            sum += candidate.Amount;
            byDue.Add(candidate);
        }
        sums.Add(sum);
        SumFilter.In(sumBits, sums.Count).AddEach(Sums);
        SumFilter.In(amountBits, amounts.Count).AddEach(Amounts);
    }

    public void Dispose()
    {
        scopes.Dispose();
        all.Dispose();
        opens.Dispose();
        whole.Dispose();
        byDue.Dispose();
        groups.Dispose();
        sums.Dispose();
        order.Dispose();
        amounts.Dispose();
        amountBits.Dispose();
        pairBits.Dispose();
        sumBits.Dispose();
        sets.Dispose();
    }

    private void Sum()
    {
        for (var total = 0; total < Totals; total++)
        {
            totals[total] = default;
            for (var part = 0; part < parts.Length; part++)
                if ((PartsOfTotals[total] >> part & 1) != 0) totals[total].Add(parts[part]);
        }
        ref readonly var invoices = ref totals[1];
        Spread = invoices.Sum + (invoices.Sum - totals[0].Sum);
        totals[1].IsRepeated = invoices.Count == totals[0].Count;
        totals[2].IsRepeated = totals[2].Count == totals[0].Count;
        totals[3].IsRepeated = totals[3].Count == totals[2].Count || totals[3].Count == invoices.Count;
    }

    // Invoices and credit notes that are due, and those that are not yet.
    private static int PartOf(long amount, int due, int day) => (amount < 0 ? 1 : 0) + (due > day ? 2 : 0);

    /// <summary>A date as a number that is ordered as dates are.</summary>
    public static int DayOf(LocalDate date) => date.Year << 9 | date.Month << 5 | date.Day;
}

/// <summary>An item of a payer, and what the run has done to it.</summary>
internal struct PayerItem
{
    /// <summary>Minor units open at the start of the run, with the sign of the item.</summary>
    public long Amount;

    /// <summary>What of it is still open.</summary>
    public long Left;

    public int Item;

    /// <summary>When it is due, and when its document is dated (<see cref="PayerItems.DayOf"/>).</summary>
    public int Due;

    public int Dated;

    /// <summary>Nobody has touched it, and no tie keeps it for a person.</summary>
    public bool IsFree;

    /// <summary>A tie keeps it for a person.</summary>
    public bool IsBlocked;

    /// <summary>Nobody has touched it, or an amount alone took it: a payment could as well be for it.</summary>
    public bool IsRival;

    /// <summary>It is what was left of an item before the run.</summary>
    public bool IsRemainder;

    public bool HasDiscount;
}

/// <summary>A free item of the payer, for the passes that know no more than amounts.</summary>
internal struct Candidate
{
    public long Amount;
    public int Item;

    /// <summary>When it is due (<see cref="PayerItems.DayOf"/>).</summary>
    public int Due;
}

/// <summary>What falls due on a day: so many items from a place on.</summary>
internal struct DueGroup
{
    public int Due;
    public int Start;
    public int Count;
}

/// <summary>Free invoices, or credit notes, that are due, or not yet.</summary>
internal struct PartOfAll
{
    /// <summary>Minor units of all that is free.</summary>
    public Int128 Free;

    /// <summary>Minor units of the whole ones.</summary>
    public Int128 Whole;

    /// <summary>How many whole ones.</summary>
    public int Count;
}

/// <summary>All that is open, or all that is due.</summary>
internal struct Total
{
    /// <summary>Minor units of the whole free items.</summary>
    public Int128 Sum;

    /// <summary>Minor units of all free items.</summary>
    public Int128 OfFree;

    /// <summary>How many whole free items.</summary>
    public int Count;

    /// <summary>Another total has the same items.</summary>
    public bool IsRepeated;

    public void Add(in PartOfAll part) =>
        (Sum, OfFree, Count) = (Sum + part.Whole, OfFree + part.Free, Count + part.Count);
}
