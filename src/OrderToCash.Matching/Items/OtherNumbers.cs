using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// The numbers items carry beside the number of their document: <see cref="OpenItem.References"/>, as many as there are.
/// </summary>
/// <param name="book">The book.</param>
/// <param name="built">The numbers that were there when the book was built.</param>
/// <param name="added">Those that came later, if anything did.</param>
/// <param name="addedCount">How many of these are of this book.</param>
/// <param name="later">The keys of what came later.</param>
internal sealed class OtherNumbers(OpenItemBook book, OtherTable built, LaterOthers? added, int addedCount, LaterKeys? later) :
    KeyIndex(built.Keys, later)
{
    /// <summary>How many there are in the book; those of items that left it count until it is built again.</summary>
    public int Count => built.Numbers.Length + addedCount;

    /// <summary>The other numbers of an item.</summary>
    public ReadOnlySpan<OtherNumber> Of(int item) => item < built.Items ? built.Of(item) : added!.Of(item - built.Items);

    public ref readonly OtherNumber this[int number]
    {
        get
        {
            if (number < built.Numbers.Length) return ref built.Numbers[number];
            return ref added!.Numbers[number - built.Numbers.Length];
        }
    }

    protected override ulong KeyOf(int entry) => this[entry].Key;

    protected override int Current(int entry) => book.IsHere(this[entry].Item) ? entry : -1;

    protected override bool IsKnown(int entry) => entry < Count;

    protected override bool IsOfTable(int entry) => entry < built.Numbers.Length;

    protected override int Order(int left, int right)
    {
        var order = book.Order(this[left].Item, this[right].Item);
        return order != 0 ? order : left.CompareTo(right);
    }

    protected override ulong Salted(ulong key) => Salt(key);

    /// <summary>A key of another number among those of all kinds.</summary>
    public static ulong Salt(ulong key) => unchecked(key ^ 0xA0761D6478BD642FUL);

    /// <summary>The numbers of an item that may be looked for.</summary>
    public static IEnumerable<OtherNumber> Read(OpenItem source, int item)
    {
        foreach (var reference in source.References)
        {
            var form = DocumentNumbers.NumericKeys(reference);
            if (form is { Digits: >= 4, All: not 0 }) yield return new() { Key = form.All, Digits = form.Digits, Item = item };
        }
    }
}

/// <summary>The other numbers of the items a book was built of.</summary>
internal sealed class OtherTable
{
    private readonly int[] starts;

    private OtherTable(int items, int[] starts, OtherNumber[] numbers)
    {
        (Items, this.starts, Numbers) = (items, starts, numbers);
        Keys = new(Array.ConvertAll(numbers, n => n.Key));
    }

    public OtherNumber[] Numbers { get; }

    public KeyTable Keys { get; }

    public int Items { get; }

    public ReadOnlySpan<OtherNumber> Of(int item) =>
        starts.Length == 0 ? default : Numbers.AsSpan(starts[item]..starts[item + 1]);

    /// <param name="sources">The items, in the order of the book.</param>
    /// <param name="open">How many of them are open: what a settled one carries names nothing.</param>
    public static OtherTable Of(ReadOnlySpan<OpenItem> sources, int open)
    {
        if (open == 0) return new(sources.Length, [], []);
        var starts = new int[sources.Length + 1];
        var numbers = new List<OtherNumber>();
        for (var i = 0; i < sources.Length; i++)
        {
            if (i < open && !sources[i].References.IsEmpty) numbers.AddRange(OtherNumbers.Read(sources[i], i));
            starts[i + 1] = numbers.Count;
        }
        return new(sources.Length, starts, [.. numbers]);
    }
}

/// <summary>The other numbers of items that came later.</summary>
internal sealed class LaterOthers
{
    private readonly SharedList<int> ends = new();

    public SharedList<OtherNumber> Numbers { get; } = new();

    public ReadOnlySpan<OtherNumber> Of(int item)
    {
        var start = item == 0 ? 0 : ends[item - 1];
        return Numbers.AsSpan(start, ends[item] - start);
    }

    /// <summary>Ends the numbers of the next item.</summary>
    public void EndItem() => ends.Add(Numbers.Count);
}

/// <summary>A number an item carries beside the number of its document.</summary>
internal struct OtherNumber
{
    /// <summary>All digits as one number, leading zeros gone.</summary>
    public ulong Key;

    /// <summary>How many digits, leading zeros counted.</summary>
    public int Digits;

    public int Item;
}
