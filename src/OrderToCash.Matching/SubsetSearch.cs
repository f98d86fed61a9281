using System.Buffers;
using System.Numerics;

namespace OrderToCash.Matching;

/// <summary>
/// Which of a payer's items add up to an amount, up to four of them, and whether they are the only ones: exactly, in a number of
/// steps that is the square of the items at most. For any number of items see <see cref="SubsetWays"/>. For hosts that look for
/// such sets themselves; the passes of the engine weigh free items, credit notes and chance hits while they search.
/// </summary>
public static class SubsetSearch
{
    /// <summary>More amounts are not searched.</summary>
    public const int MostAmounts = 512;

    /// <summary>More than so many items are not put together.</summary>
    public const int MostItems = 4;

    /// <summary>How many sets have this total: 0, 1, or 2 for two and more. Equal amounts are different items.</summary>
    /// <param name="amounts">Minor units, ascending, <see cref="MostAmounts"/> at most; credit notes below zero.</param>
    /// <param name="total">Minor units.</param>
    /// <param name="most">How many items a set may have, from 1 to <see cref="MostItems"/>.</param>
    /// <param name="chosen">Room for the places of a set; filled when there is one, with any of them when there are more.</param>
    /// <param name="size">How many places were filled.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many amounts, a wrong number of items, or too little room.</exception>
    /// <exception cref="ArgumentException">The amounts are not ascending.</exception>
    public static int UpToTwo(ReadOnlySpan<long> amounts, long total, int most, Span<int> chosen, out int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amounts.Length, MostAmounts, nameof(amounts));
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostItems);
        ArgumentOutOfRangeException.ThrowIfLessThan(chosen.Length, most, nameof(chosen));
        for (var i = 1; i < amounts.Length; i++)
            if (amounts[i] < amounts[i - 1])
                throw new ArgumentException("Amounts are searched in ascending order.", nameof(amounts));
        var pairs = most == MostItems ? amounts.Length * (amounts.Length - 1) / 2 : 0;
        var (singleRoom, pairRoom) = (SumTable.RoomFor(amounts.Length), SumTable.RoomFor(pairs));
        var room = ArrayPool<ulong>.Shared.Rent(singleRoom + pairRoom);
        var search = new Search
        {
            Amounts = amounts, Total = total, Chosen = chosen,
            Singles = new(room.AsSpan(0, singleRoom), amounts.Length), Pairs = new(room.AsSpan(singleRoom, pairRoom), pairs),
        };
        search.Run(most);
        ArrayPool<ulong>.Shared.Return(room);
        size = search.Size;
        return search.Ways;
    }

    // Every set is met once: where its second largest item is passed, by that and the largest, and what is missing is one or two
    // of the items before.
    private ref struct Search
    {
        public ReadOnlySpan<long> Amounts;
        public Span<int> Chosen;
        public SumTable Singles;
        public SumTable Pairs;
        public long Total;
        public int Size;
        public int Ways;

        public void Run(int most)
        {
            var (topOfThree, topOfFour) = (Amounts.Length - 1, Amounts.Length - 1);
            for (var i = 0; i < Amounts.Length && Ways < 2; i++)
            {
                if (Amounts[i] == Total) Found(SumTable.Set(i, -1), -1, -1);
                if (most > 1 && i > 0) Found(Singles.Find(Total - Amounts[i]), i, -1);
                if (most > 2 && i > 0) Complete(Singles, i, Amounts[0], Amounts[i - 1], ref topOfThree);
                if (most > 3 && i > 1)
                    Complete(Pairs, i, Amounts[0] + Amounts[1], Amounts[i - 1] + Amounts[i - 2], ref topOfFour);
                Singles.Add(Amounts[i], SumTable.Set(i, -1));
                if (most < MostItems) continue;
                for (var j = 0; j < i; j++) Pairs.Add(Amounts[j] + Amounts[i], SumTable.Set(j, i));
            }
        }

        // The largest items for which what is missing lies between the least and the greatest of the sums there are.
        private void Complete(in SumTable sums, int i, long least, long greatest, ref int top)
        {
            var rest = Total - Amounts[i];
            while (top > i && Amounts[top] > rest - least) top--;
            for (var last = top; last > i && Amounts[last] >= rest - greatest; last--)
            {
                if (!sums.MayHave(rest - Amounts[last])) continue;
                Found(sums.Find(rest - Amounts[last]), i, last);
                if (Ways > 1) return;
            }
        }

        private void Found(ulong set, int next, int last)
        {
            if (set == 0) return;
            Ways = Ways > 0 || SumTable.IsSeveral(set) ? 2 : 1;
            Size = 0;
            foreach (var place in (ReadOnlySpan<int>)[SumTable.FirstOf(set), SumTable.SecondOf(set), next, last])
                if (place >= 0) Chosen[Size++] = place;
        }
    }

    // From a sum to the one or two items it is of; before it a bit for each sum, which says no most of the time.
    private readonly ref struct SumTable
    {
        private const int PlaceBits = 10;
        private const ulong Several = 1UL << 63;

        private readonly Span<ulong> bits;
        private readonly Span<ulong> sums;
        private readonly Span<ulong> sets;
        private readonly int shift;

        public SumTable(Span<ulong> room, int count)
        {
            var size = SizeFor(count);
            shift = 64 - BitOperations.Log2((uint)(size * 64));
            bits = room[..size];
            sums = room.Slice(size, size * 2);
            sets = room.Slice(size * 3, size * 2);
            bits.Clear();
            sets.Clear();
        }

        public static int RoomFor(int count) => SizeFor(count) * 5;

        public static ulong Set(int first, int second) => (uint)(first + 1) | (ulong)(uint)(second + 1) << PlaceBits;

        public static int FirstOf(ulong set) => (int)(set & (1 << PlaceBits) - 1) - 1;

        public static int SecondOf(ulong set) => (int)(set >> PlaceBits & (1 << PlaceBits) - 1) - 1;

        public static bool IsSeveral(ulong set) => (set & Several) != 0;

        public bool MayHave(long sum)
        {
            var at = Hash(sum) >> shift;
            return (bits[(int)(at >> 6)] >> (int)(at & 63) & 1) != 0;
        }

        public ulong Find(long sum) => MayHave(sum) ? sets[Slot(sum)] : 0;

        public void Add(long sum, ulong set)
        {
            var at = Hash(sum) >> shift;
            bits[(int)(at >> 6)] |= 1UL << (int)(at & 63);
            var slot = Slot(sum);
            (sums[slot], sets[slot]) = ((ulong)sum, sets[slot] == 0 ? set : sets[slot] | Several);
        }

        private int Slot(long sum)
        {
            var at = (int)(Hash(sum) >> shift + 5);
            while (sets[at] != 0 && sums[at] != (ulong)sum) at = at + 1 & sums.Length - 1;
            return at;
        }

        private static ulong Hash(long sum) => unchecked((ulong)sum * 0x9E3779B97F4A7C15UL);

        // A word of bits and two slots for each sum.
        private static int SizeFor(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, count));
    }
}
