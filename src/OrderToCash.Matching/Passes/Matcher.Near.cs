namespace OrderToCash.Matching;

/// <summary>
/// Numbers that are damaged, glued together or cut short: looked for among the items of the payer only, and believed only
/// when the amount agrees, or when no other number of the book lies as near.
/// </summary>
internal sealed partial class Matcher
{
    private const int MaxNear = 12;
    private const int MaxDistance = 2;
    private const int DaysOfAnOldItem = 366;

    // One in so many numbers that are near is not meant, although nothing else is near.
    private const int WrongNearsOf = 50;

    private PooledList<NearItem> nears;

    private void FindNears(int first, int end)
    {
        Span<byte> digits = stackalloc byte[NearText.MaxLength];
        Span<int> places = stackalloc int[NearText.MaxLength];
        Span<ulong> grams = stackalloc ulong[16];
        Span<NumberMention> documents = stackalloc NumberMention[MentionScanner.MaxMentions];
        var text = new NearText(digits, places, grams);
        for (var at = first; at < end; at++)
        {
            AskTexts(at, end);
            var i = pending[at];
            ref var row = ref rows[i];
            if (row.IsDecided || row.IsContested || row.PayerCount == 0 || NamesEnough(row)) continue;
            if (!text.Read(payments.Text(i))) continue;
            row.NearStart = nears.Count;
            var only = row.NamedCount == 0 ? OnlyOfAmount(row) : -1;
            if (only >= 0) FindNears(i, new(book.Items, only, only + 1), text, documents);
            else
                foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
                    FindNears(i, book.Scope(scope), text, documents);
        }
    }

    // The payments that come later, in the order of their payers: where they stand, then their texts and the payer's items.
    private void AskTexts(int at, int end)
    {
        if (at + 2 * Ahead < end)
        {
            Prefetch.OfTwoLines(in rows[pending[at + 2 * Ahead]]);
            payments.Ask(pending[at + 2 * Ahead]);
        }
        if (at + Ahead >= end) return;
        var next = pending[at + Ahead];
        ref readonly var row = ref rows[next];
        if (row.PayerCount == 0) return;
        payments.Ask(next, next + 1);
        book.AskScope(payerScopes[row.PayerStart]);
    }

    // The only item of the payer that asks for this amount: a number that is near has to be its number.
    private int OnlyOfAmount(in PaymentState row)
    {
        var only = -1;
        foreach (var scope in payerScopes.AsSpan(row.PayerStart, row.PayerCount))
        {
            var items = book.Scope(scope);
            for (var i = LowerBound(items, row.Amount); i < items.Length && items[i].Open == row.Amount; i++)
            {
                if (only >= 0) return -1;
                only = items.At(i);
            }
        }
        return only >= 0 && IsFree(only) && row.Amount % 1_000 != 0 ? only : -1;
    }

    // What is named whole, of the payer, asks for the money already: nothing more has to be read.
    private bool NamesEnough(in PaymentState row)
    {
        Int128 total = 0;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Strength >= Strength.Number && Agrees(row, naming.Item) && !IsOld(row, naming.Item))
                total += Left(naming.Item);
        return total >= row.Amount;
    }

    private void FindNears(int payment, in ScopeItems items, in NearText text, Span<NumberMention> room)
    {
        ref var row = ref rows[payment];
        var documents = -1;
        if (items.Length > policy.StepsPerPass) return;
        steps += items.Length * (1 + text.Length / 64);
        for (var i = 0; i < items.Length; i++)
        {
            ref readonly var source = ref items[i];
            if (!text.MayHold(source.NumberKey, source.NumberDigits) && book.Others.Count == 0) continue;
            var item = items.At(i);
            if (Left(item) <= 0 || source.Dated > row.Date) continue;
            var near = new NearItem { Item = item, Distance = MaxDistance + 1 };
            Try(text, source.NumberKey, source.NumberDigits, ref near);
            if (book.Others.Count > 0)
                foreach (ref readonly var other in book.Others.Of(item)) Try(text, other.Key, other.Digits, ref near);
            if (near.Distance > MaxDistance) continue;
            if (documents < 0) documents = KeepDocuments(row, payment, room);
            if (IsAnothers(row, near, room[..documents], payments.Text(payment))) continue;
            near.Rank = near.Distance + (IsOld(row, item) ? 2 : 0);
            near.IsExact = Left(item) == row.Amount;
            Keep(ref row, near);
        }
    }

    private static void Try(in NearText text, ulong number, int digits, ref NearItem near)
    {
        var most = Math.Min(NearText.MostWrong(digits), near.Distance - 1);
        if (most < 0) return;
        var distance = text.Distance(number, digits, most, out var start, out var end);
        if (distance > most) return;
        (near.Distance, near.Start, near.Length, near.Number, near.Digits) = (distance, start, end - start, number, digits);
    }

    // Those of the amount and the nearest are kept; what is kept does not depend on the order of the items in the book.
    private void Keep(ref PaymentState row, in NearItem near)
    {
        if (row.NearCount < MaxNear)
        {
            nears.Add(near);
            row.NearCount++;
            return;
        }
        var farthest = row.NearStart;
        for (var i = row.NearStart + 1; i < row.NearStart + MaxNear; i++)
            if (!IsNearer(nears[i], nears[farthest])) farthest = i;
        row.IsNearCrowded |= near.IsExact && nears[farthest].IsExact;
        if (IsNearer(near, nears[farthest])) nears[farthest] = near;
    }

    private static bool IsNearer(in NearItem left, in NearItem right) =>
        left.IsExact != right.IsExact ? left.IsExact : left.Rank < right.Rank;

    private bool IsOld(in PaymentState row, int item) => book.Items[item].Due < DatesOf(row.Date).Old;

    // What is named whole, and some of what is nearly named, is the amount: exactly, or within the tolerance. Two ways to get
    // there are a tie, unless one is nearer.
    private bool ProposeNear(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.NearCount == 0 || row.IsMisnamed || row.IsNearCrowded) return false;
        Span<NearItem> options = stackalloc NearItem[MaxNear];
        Span<int> @fixed = stackalloc int[MaxNamings];
        var (count, fixedCount) = (0, FixedNamings(row, @fixed));
        foreach (ref readonly var near in nears.AsSpan(row.NearStart, row.NearCount))
            if (IsOpen(near.Item) && !IsFixed(@fixed[..fixedCount], near.Item)) options[count++] = near;
        if (count == 0) return false;
        Int128 total = 0;
        foreach (var i in @fixed[..fixedCount]) total += Left(namings[i].Item);
        if (total > Money.MaxMinorUnits) return false;
        var found = BestSubset(row, options[..count], (long)total, out var chance);
        if (found == 0) return false;
        var start = allots.Count;
        foreach (var i in @fixed[..fixedCount]) AddAllot(namings[i], Left(namings[i].Item), 0, 0);
        for (var i = 0; i < count; i++)
            if ((found >> i & 1) != 0) AddAllot(NamingOf(options[i]), Left(options[i].Item), 0, 0);
        proposal = Balanced(payment, start, chance);
        return true;
    }

    private Proposal Balanced(int payment, int start, int chance)
    {
        ref var row = ref rows[payment];
        var parts = allots.AsSpan(start, allots.Count - start);
        var difference = -row.Amount;
        foreach (ref readonly var part in parts) difference += part.Cash;
        var confidence = Chance.Less(9_900, chance);
        if (difference != 0 && LeavesOutside(payment, start)) confidence = Math.Min(confidence, policy.ApplyAt - 1);
        if (difference == 0)
            return Propose(payment, start, (int)Strength.Near * 2 + 1, MatchOutcome.Full, EvidenceKind.ExactAmount, confidence,
                chance);
        if (difference < 0)
            return Propose(payment, start, (int)Strength.Near * 2 + 1, MatchOutcome.Over, EvidenceKind.AmountWithinTolerance,
                confidence - 100, chance);
        ref var largest = ref parts[Largest(parts)];
        (largest.WriteOff, largest.Cash) = (difference, largest.Cash - difference);
        return Propose(payment, start, (int)Strength.Near * 2 + 1, MatchOutcome.ShortWithinTolerance,
            EvidenceKind.AmountWithinTolerance, confidence - 100, chance);
    }

    // What the payer names whole, of his own, is certain.
    private int FixedNamings(in PaymentState row, Span<int> @fixed)
    {
        var count = 0;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
            if (namings[i].Strength >= Strength.Number && Agrees(row, namings[i].Item) && IsOpen(namings[i].Item)
                && !IsOld(row, namings[i].Item))
                @fixed[count++] = i;
        return count;
    }

    private bool IsFixed(ReadOnlySpan<int> @fixed, int item)
    {
        foreach (var i in @fixed)
            if (namings[i].Item == item) return true;
        return false;
    }

    private int BestSubset(in PaymentState row, ReadOnlySpan<NearItem> options, long total, out int chance)
    {
        var (exact, exactRank, close, closeRank) = (0, int.MaxValue, 0, int.MaxValue);
        var (isExactTied, isCloseTied, around, window, off) = (false, false, 0L, Chance.Window(row.Amount), 0L);
        var tolerance = policy.Tolerance(row.Amount, row.Currency);
        Span<int> rivals = stackalloc int[MaxNear];
        FindRivals(options, rivals);
        steps += 1L << options.Length;
        for (var set = 1; set < 1 << options.Length; set++)
        {
            var (sum, rank, isTwice) = ((Int128)total, 0, false);
            for (var rest = set; rest != 0; rest &= rest - 1)
            {
                var at = System.Numerics.BitOperations.TrailingZeroCount(rest);
                ref readonly var option = ref options[at];
                isTwice |= (rivals[at] & set) != 0;
                sum += Left(option.Item);
                rank += 1 + option.Rank * 4;
            }
            var difference = Int128.Abs(sum - row.Amount);
            if (difference > window || isTwice) continue;
            around++;
            if (difference == 0)
            {
                isExactTied = rank == exactRank || (isExactTied && rank > exactRank);
                if (rank < exactRank) (exact, exactRank) = (set, rank);
            }
            else if (difference <= tolerance)
            {
                isCloseTied = rank == closeRank || (isCloseTied && rank > closeRank);
                if (rank < closeRank) (close, closeRank, off) = (set, rank, (long)difference);
            }
        }
        var isExact = exact != 0;
        chance = isExact
            ? Chance.PerMillion(around - 1, row.Amount)
            : Chance.PerMillion(((around - 1) * WrongNearsOf + 1) * (2 * off + 1), row.Amount) / WrongNearsOf;
        return isExact ? isExactTied ? 0 : exact : isCloseTied ? 0 : close;
    }

    // The same digits name one item: for each option, which others would be read from them too.
    private static void FindRivals(ReadOnlySpan<NearItem> options, Span<int> rivals)
    {
        for (var i = 0; i < options.Length; i++)
        {
            rivals[i] = 0;
            for (var j = 0; j < options.Length; j++)
                if (j != i && Overlap(options[j].Start, options[j].Length, options[i]) * 2
                    > Math.Min(options[i].Length, options[j].Length))
                    rivals[i] |= 1 << j;
        }
    }

    // A part payment on a number that is damaged: it holds when no other number of the book is near to the item's, and no
    // other item of the payer is near to what he wrote.
    private bool ProposeNearPart(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        Span<int> @fixed = stackalloc int[MaxNamings];
        if (row.NearCount == 0 || row.IsMisnamed || row.Trust < PayerTrust.Learned || FixedNamings(row, @fixed) > 0) return false;
        var (best, second) = (-1, int.MaxValue);
        for (var i = row.NearStart; i < row.NearStart + row.NearCount; i++)
        {
            if (!IsOpen(nears[i].Item)) continue;
            if (best >= 0 && nears[i].Rank >= nears[best].Rank)
            {
                second = Math.Min(second, nears[i].Rank);
                continue;
            }
            if (best >= 0) second = nears[best].Rank;
            best = i;
        }
        if (best < 0 || nears[best].Rank > MaxDistance || second < nears[best].Rank + 2) return false;
        var left = Left(nears[best].Item) - row.Amount;
        if (left <= policy.Tolerance(left + row.Amount, row.Currency) || !IsAlone(nears[best])) return false;
        var start = allots.Count;
        AddAllot(NamingOf(nears[best]), row.Amount, 0, 0);
        proposal = Propose(payment, start, (int)Strength.Near * 2 + 1, MatchOutcome.Partial, EvidenceKind.None, 9_650);
        return true;
    }

    // True when no number of the book differs from this one in a single digit: the series is not dense there.
    private bool IsAlone(in NearItem near)
    {
        steps += near.Digits;
        var scale = 1UL;
        for (var i = 0; i < near.Digits; i++, scale *= 10)
        {
            var digit = near.Number / scale % 10;
            for (var other = 0UL; other < 10; other++)
            {
                if (other == digit) continue;
                var number = unchecked(near.Number - digit * scale + other * scale);
                if (book.HasNumber(number)) return false;
            }
        }
        return true;
    }

    private static Naming NamingOf(in NearItem near) => new()
    {
        Item = near.Item, Start = near.Start, Length = near.Length, Strength = Strength.Near,
        Kind = near.Distance == 0 ? EvidenceKind.PartialNumber : EvidenceKind.DamagedNumber,
    };
}

/// <summary>An item of the payer whose number is nearly in the text.</summary>
internal struct NearItem
{
    public int Item;
    public int Start;
    public int Length;
    public int Distance;

    /// <summary>It asks for exactly the amount.</summary>
    public bool IsExact;

    /// <summary>The distance, and more for an item that has been due for a year.</summary>
    public int Rank;

    /// <summary>The number that is near.</summary>
    public ulong Number;

    public int Digits;
}
