using System.Diagnostics;
using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>The series of a line of books while items come and go: always those of a book that is built of what is
/// there.</summary>
internal sealed class SeriesLedger
{
    private readonly List<Group> groups;
    private readonly Dictionary<ulong, Group> byKey = [];
    private int lastId;
    private bool hasBounds;
    private NumberSeries? current;

    /// <summary>The letters of items are read from their texts: there are too many to number them.</summary>
    public bool IsByText { get; private set; }

    /// <param name="built">All series of the book that was built, the largest first.</param>
    public SeriesLedger(ReadOnlySpan<Series> built)
    {
        groups = new(built.Length);
        IsByText = built.Length > NumberSeries.MaxSeries;
        foreach (ref readonly var series in built)
        {
            var group = new Group { Series = series };
            groups.Add(group);
            byKey.Add(series.Key, group);
            lastId = Math.Max(lastId, series.Id);
        }
    }

    /// <summary>Counts an item in; returns the number of its letters.</summary>
    public int Add(in ItemDraft draft, int item)
    {
        var letters = IsByText ? 0 : NumberOf(draft.Letters);
        if (draft.SeriesKey is not (not 0 and var key)) return letters;
        current = null;
        var number = draft.All;
        if (!byKey.TryGetValue(key, out var group))
        {
            group = new()
            {
                Series = new() { Letters = draft.Letters, Digits = draft.Row.NumberDigits, Low = number, High = number },
            };
            if (!IsByText && draft.Letters != 0) letters = Numbered(group);
            groups.Add(group);
            byKey.Add(key, group);
            IsByText |= groups.Count > NumberSeries.MaxSeries;
        }
        group.Series.Low = Math.Min(group.Series.Low, number);
        group.Series.High = Math.Max(group.Series.High, number);
        group.Series.Count++;
        if (hasBounds) group.Bounds.Add(number, item);
        return letters;
    }

    /// <summary>Counts an item out that is gone already.</summary>
    public void Remove(BookEdit edit, int item)
    {
        ref readonly var row = ref edit.Items[item];
        if (row.NumberDigits is 0 or > NumberSeries.MostDigits) return;
        current = null;
        var group = GroupOf(row, edit.Sources[item]);
        if (--group.Series.Count == 0)
        {
            byKey.Remove(group.Series.Key);
            groups.Remove(group);
            return;
        }
        if (row.NumberDigits < NumberSeries.LeastDigits) return;
        if (row.NumberKey != group.Series.Low && row.NumberKey != group.Series.High) return;
        if (!hasBounds) ReadBounds(edit, null);
        hasBounds = true;
        if (!group.Bounds.TryFind(edit, out var low, out var high))
        {
            ReadBounds(edit, group);
            group.Bounds.TryFind(edit, out low, out high);
        }
        (group.Series.Low, group.Series.High) = (low, high);
    }

    /// <summary>The series now.</summary>
    public NumberSeries Current()
    {
        if (current is not null) return current;
        // Hardly ever more than one is out of its place.
        for (var i = 1; i < groups.Count; i++)
            for (var j = i; j > 0 && groups[j].Series.IsBefore(groups[j - 1].Series); j--)
                (groups[j], groups[j - 1]) = (groups[j - 1], groups[j]);
        var all = new Series[Math.Min(groups.Count, NumberSeries.MaxSeries)];
        for (var i = 0; i < all.Length; i++) all[i] = groups[i].Series;
        return current = IsByText ? NumberSeries.ByText(all) : NumberSeries.Numbered(all);
    }

    // Of one group, or of all: the first time that the least or the greatest number of some series goes.
    private void ReadBounds(BookEdit edit, Group? only)
    {
        foreach (var group in groups)
            if (group == (only ?? group)) group.Bounds.Begin();
        for (var item = 0; item < edit.Length; item++)
        {
            ref readonly var row = ref edit.Items[item];
            if (row.Open == 0 || row.NumberDigits is < NumberSeries.LeastDigits or > NumberSeries.MostDigits) continue;
            if (only is not null && row.NumberDigits != only.Series.Digits) continue;
            if (edit.IsGone(item)) continue;
            var group = GroupOf(row, edit.Sources[item]);
            if (group == (only ?? group)) group.Bounds.Read(row.NumberKey, item);
        }
        foreach (var group in groups)
            if (group == (only ?? group)) group.Bounds.Sort();
    }

    // By the number of its letters, without a look at the text, as long as letters are numbered.
    private Group GroupOf(in BookItem row, OpenItem source)
    {
        if (IsByText)
        {
            var number = source.DocumentNumber;
            var letters = NumberSeries.LettersBefore(number, number.AsSpan().IndexOfAnyInRange('0', '9'));
            return byKey[letters << 5 | (uint)row.NumberDigits];
        }
        foreach (var group in groups)
            if (group.Series.Id == row.Letters && group.Series.Digits == row.NumberDigits) return group;
        throw new UnreachableException("An open item is of no series.");
    }

    private int NumberOf(ulong letters)
    {
        if (letters == 0) return 0;
        foreach (var group in groups)
            if (group.Series.Letters == letters) return group.Series.Id;
        return NumberSeries.Unknown;
    }

    private int Numbered(Group group)
    {
        var known = NumberOf(group.Series.Letters);
        if (known == NumberSeries.Unknown) known = ++lastId;
        IsByText |= known >= NumberSeries.Unknown;
        group.Series.Id = (byte)known;
        return Math.Min(known, NumberSeries.Unknown);
    }

    private sealed class Group
    {
        public Series Series;
        public SeriesBounds Bounds = new();
    }
}
