using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// The items of a payer side by side, for the passes that know no more than amounts: gathered once for all his payments and all
/// passes, until something is applied to one of them. A free item is untouched, and its document is not dated after the payment.
/// </summary>
internal sealed class PayerItems : IDisposable
{
    /// <summary>All that is open and all that is due, each with credit notes and without.</summary>
    public const int Totals = 4;

    private const int Never = int.MinValue;

    private readonly PooledList<int> scopes = new(4);
    private readonly PooledList<PayerItem> all = new(256);
    private readonly PooledList<Candidate> free = new(256);
    private readonly PooledList<Candidate> whole = new(256);
    private readonly PooledList<Candidate> byDue = new(256);
    private readonly PooledList<DueGroup> groups = new(256);
    private readonly PooledList<long> sums = new(256);
    private readonly PooledList<long> order = new(256);
    private readonly PooledList<long> amounts = new(256);
    private readonly Total[] totals = new Total[Totals];
    private long version = -1;
    private bool isSuggesting;
    private bool isByDue;
    private int date = Never;

    /// <summary>Every item that was open at the start of the run, sorted by that amount.</summary>
    public ReadOnlySpan<PayerItem> All => all.AsSpan();

    /// <summary>The free items, sorted by amount.</summary>
    public ReadOnlySpan<Candidate> Free => free.AsSpan();

    /// <summary>The free items without what is left of others: nobody was ever asked for that, so it is in no sum but that of
    /// all.</summary>
    public ReadOnlySpan<Candidate> Whole => whole.AsSpan();

    /// <summary>Their amounts alone, ascending.</summary>
    public ReadOnlySpan<long> Amounts => amounts.AsSpan();

    /// <summary>The whole free items by due date (<see cref="ArrangeByDue"/>).</summary>
    public ReadOnlySpan<Candidate> ByDue => byDue.AsSpan();

    public ReadOnlySpan<DueGroup> Groups => groups.AsSpan();

    /// <summary>What falls due before each group, and at last all: one more than there are groups.</summary>
    public ReadOnlySpan<long> Sums => sums.AsSpan();

    /// <summary>The amounts of the whole free items, credit notes as well as invoices.</summary>
    public Int128 Spread { get; private set; }

    /// <summary>Something is left of an item that a payment of this run was applied to.</summary>
    public bool HasRemainders { get; set; }

    /// <summary>More items are free than may be looked at: those that were found are not all.</summary>
    public bool IsCrowded { get; private set; }

    /// <summary>True while these are the items of a payer, and nothing has been done to any since.</summary>
    public bool IsOf(ReadOnlySpan<int> payerScopes, long atVersion, bool suggesting) =>
        version == atVersion && isSuggesting == suggesting && scopes.AsSpan().SequenceEqual(payerScopes);

    /// <summary>Empty room for the items of a payer.</summary>
    public PooledList<PayerItem> Start(ReadOnlySpan<int> payerScopes, long atVersion, bool suggesting)
    {
        (version, isSuggesting, date, HasRemainders) = (atVersion, suggesting, Never, false);
        scopes.Truncate(0);
        scopes.AddRange(payerScopes);
        all.Truncate(0);
        return all;
    }

    /// <summary>Which of the items are free on a day; no more than so many are looked for.</summary>
    public void See(int day, int most)
    {
        if (date == day) return;
        (date, isByDue, IsCrowded) = (day, false, false);
        free.Truncate(0);
        whole.Truncate(0);
        amounts.Truncate(0);
        foreach (ref readonly var item in all.AsSpan())
        {
            if (!item.IsFree || item.Dated > day) continue;
            if (free.Count == most)
            {
                IsCrowded = true;
                return;
            }
            var candidate = new Candidate { Amount = item.Amount, Item = item.Item, Due = item.Due };
            free.Add(candidate);
            if (item.IsRemainder) continue;
            whole.Add(candidate);
            amounts.Add(item.Amount);
        }
        Sum(day);
    }

    /// <summary>The sum of a total of the whole free items, of how many, and whether another total has the same items.</summary>
    public ref readonly Total Of(int total) => ref totals[total];

    /// <summary>Which total of the free items is an amount; -1 when none is.</summary>
    public int TotalOf(long amount, int day)
    {
        Span<Int128> ofFree = stackalloc Int128[Totals];
        foreach (ref readonly var candidate in free.AsSpan())
            for (var total = 0; total < Totals; total++)
                if (TakesPart(candidate, total, day)) ofFree[total] += candidate.Amount;
        return ofFree.IndexOf(amount);
    }

    public static bool TakesPart(in Candidate candidate, int total, int day) =>
        (total % 2 == 0 || candidate.Amount > 0) && (total < 2 || candidate.Due <= day);

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
    }

    public void Dispose()
    {
        scopes.Dispose();
        all.Dispose();
        free.Dispose();
        whole.Dispose();
        byDue.Dispose();
        groups.Dispose();
        sums.Dispose();
        order.Dispose();
        amounts.Dispose();
    }

    private void Sum(int day)
    {
        totals.AsSpan().Clear();
        Spread = 0;
        var (hasCredits, hasDueCredits, hasLater, hasLaterInvoices) = (false, false, false, false);
        foreach (ref readonly var candidate in whole.AsSpan())
        {
            Spread += Math.Abs(candidate.Amount);
            var (isCredit, isLater) = (candidate.Amount < 0, candidate.Due > day);
            hasCredits |= isCredit;
            hasDueCredits |= isCredit && !isLater;
            hasLater |= isLater;
            hasLaterInvoices |= isLater && !isCredit;
            for (var total = 0; total < Totals; total++)
            {
                if (!TakesPart(candidate, total, day)) continue;
                totals[total].Sum += candidate.Amount;
                totals[total].Count++;
            }
        }
        totals[1].IsRepeated = !hasCredits;
        totals[2].IsRepeated = !hasLater;
        totals[3].IsRepeated = !hasDueCredits || !hasLaterInvoices;
    }

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

/// <summary>All that is open, or all that is due.</summary>
internal struct Total
{
    public Int128 Sum;
    public int Count;

    /// <summary>Another total has the same items.</summary>
    public bool IsRepeated;
}
