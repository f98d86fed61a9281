using System.Runtime.InteropServices;
using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// The open items payments are matched against: immutable, indexed once by structured reference, document number, other
/// references, amount, and per customer and currency sorted by amount. Of settled items only the numbers count, money on account
/// is left out; the order of the input does not matter. Items of one legal entity belong in one book, because a payment arrives
/// in one entity's account. Safe for any number of readers.
/// </summary>
public sealed class OpenItemBook
{
    private readonly Dictionary<(CustomerId Customer, Currency Currency), int> scopes;
    private readonly KeyFilter numberFilter;
    private readonly KeyFilter tailFilter;
    private readonly KeyFilter bareFilter;
    private readonly HashSet<(ulong Number, int Digits)> settled;
    private readonly (ulong Key, int Digits)[] customerNumbers;

    internal readonly OpenItem[] Sources;
    internal readonly BookItem[] Items;
    internal readonly int[] ScopeStarts;
    internal readonly KeyIndex References;
    internal readonly KeyIndex Numbers;
    internal readonly KeyIndex Tails;
    internal readonly KeyIndex BareNumbers;
    internal readonly KeyIndex Amounts;
    internal readonly OtherNumbers Others;
    internal readonly bool HasReferencesOfDigits;
    internal readonly NumberSeries Series;

    private OpenItemBook(OpenItem[] sources, BookItem[] items, int[] starts, Dictionary<(CustomerId, Currency), int> scopes,
        HashSet<(ulong, int)> settled)
    {
        (this.settled, Series) = (settled, NumberSeries.Of(sources.Select(s => s.DocumentNumber)));
        (Sources, Items, ScopeStarts, this.scopes) = (sources, items, starts, scopes);
        customerNumbers = new (ulong, int)[starts.Length - 1];
        for (var scope = 0; scope < customerNumbers.Length; scope++)
            if (DocumentNumbers.NumericKeys(sources[starts[scope]].Customer.Value) is var customer)
                customerNumbers[scope] = (customer.All, customer.Digits);
        var keys = new NumberKeys[items.Length];
        int references = 0, numbers = 0, tails = 0, bare = 0;
        for (var i = 0; i < items.Length; i++)
        {
            var (all, tail, stripped, digits, tailDigits) = DocumentNumbers.NumericKeys(sources[i].DocumentNumber);
            keys[i] = new()
            {
                Reference = DocumentNumbers.TextKey(sources[i].PaymentReference),
                Number = digits >= 4 ? all : 0,
                Tail = tail == all ? 0 : tail,
                Bare = stripped == all || stripped == tail ? 0 : stripped,
            };
            (items[i].NumberKey, items[i].NumberDigits) = (keys[i].Number, (byte)Math.Min(digits, byte.MaxValue));
            items[i].TailDigits = (byte)Math.Min(tailDigits, byte.MaxValue);
            items[i].Letters = Series.LettersOf(sources[i].DocumentNumber);
            references += keys[i].Reference != 0 ? 1 : 0;
            HasReferencesOfDigits |= keys[i].Reference != 0 && !HasLetter(sources[i].PaymentReference);
            numbers += keys[i].Number != 0 ? 1 : 0;
            tails += keys[i].Tail != 0 ? 1 : 0;
            bare += keys[i].Bare != 0 ? 1 : 0;
        }
        (References, Numbers) = (new(items.Length, references), new(items.Length, numbers));
        (Tails, BareNumbers, Amounts) = (new(items.Length, tails), new(items.Length, bare), new(items.Length, items.Length));
        Others = OtherNumbers.Of(sources);
        (numberFilter, tailFilter, bareFilter) = (new(numbers + Others.Count), new(tails), new(bare));
        Others.AddTo(numberFilter);
        for (var i = items.Length - 1; i >= 0; i--)
        {
            if (keys[i].Reference != 0) References.Add(keys[i].Reference, i);
            Add(Numbers, numberFilter, keys[i].Number, i);
            Add(Tails, tailFilter, keys[i].Tail, i);
            Add(BareNumbers, bareFilter, keys[i].Bare, i);
            Amounts.Add(AmountKey(items[i].Open, items[i].Currency), i);
        }
    }

    /// <summary>How many items can be matched.</summary>
    public int Count => Items.Length;

    /// <summary>Builds the book: O(n log n) in the items of one customer, O(n) over all.</summary>
    /// <exception cref="ArgumentException">Two items have the same id.</exception>
    public static OpenItemBook Create(IEnumerable<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var open = new List<(OpenItem Item, long Open)>();
        var ids = new HashSet<OpenItemId>();
        var settled = new HashSet<(ulong, int)>();
        foreach (var item in items)
        {
            if (!ids.Add(item.Id)) throw new ArgumentException($"Open item {item.Id} is in the list twice.", nameof(items));
            var amount = item.Open.MinorUnits;
            if (!item.IsClaim) continue;
            if (amount != 0) open.Add((item, amount));
            else if (DocumentNumbers.NumericKeys(item.DocumentNumber) is { Digits: >= 4 } keys)
                settled.Add((keys.All, keys.Digits));
        }
        return Arrange(CollectionsMarshal.AsSpan(open), settled);
    }

    /// <summary>The items of a customer in a currency, as a range of positions.</summary>
    internal bool TryScope(CustomerId customer, Currency currency, out int scope) =>
        scopes.TryGetValue((customer, currency), out scope);

    /// <summary>False when no document and no other number has all these digits.</summary>
    internal bool MayHaveNumber(ulong key) => numberFilter.MayHave(key);

    /// <summary>False when no document number ends with these digits.</summary>
    internal bool MayHaveTail(ulong key) => tailFilter.MayHave(key);

    /// <summary>False when no document number is these digits without its zeros.</summary>
    internal bool MayHaveBare(ulong key) => bareFilter.MayHave(key);

    /// <summary>True when a document or another number has all these digits.</summary>
    internal bool HasNumber(ulong key)
    {
        if (!numberFilter.MayHave(key)) return false;
        for (var item = Numbers.First(key); item >= 0; item = Numbers.After(item))
            if (Items[item].NumberKey == key) return true;
        return Others.Count > 0 && Others.First(key) >= 0;
    }

    /// <summary>All digits of the number of a scope's customer, and how many.</summary>
    internal (ulong Key, int Digits) CustomerNumber(int scope) => customerNumbers[scope];

    /// <summary>True for the number of a document that was given and has nothing open.</summary>
    internal bool IsSettled(ulong key, int digits) => settled.Count > 0 && settled.Contains((key, digits));

    internal ReadOnlySpan<BookItem> Scope(int scope) => Items.AsSpan(ScopeStarts[scope]..ScopeStarts[scope + 1]);

    internal static ulong AmountKey(long amount, Currency currency) =>
        unchecked((ulong)amount * 0x9E3779B97F4A7C15UL ^ (ulong)(uint)currency.GetHashCode() << 1 | 1UL);

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
            if (char.IsAsciiLetter(c)) return true;
        return false;
    }

    private static void Add(KeyIndex index, KeyFilter filter, ulong key, int item)
    {
        if (key == 0) return;
        index.Add(key, item);
        filter.Add(key);
    }

    private static OpenItemBook Arrange(ReadOnlySpan<(OpenItem Item, long Open)> open, HashSet<(ulong, int)> settled)
    {
        var names = new Dictionary<(CustomerId Customer, Currency Currency), int>();
        foreach (var (item, _) in open) names.TryAdd((item.Customer, item.Amount.Currency), 0);
        var order = names.Keys.OrderBy(k => k.Customer).ThenBy(k => k.Currency).ToArray();
        for (var i = 0; i < order.Length; i++) names[order[i]] = i;

        var starts = new int[order.Length + 1];
        var scopeOf = new int[open.Length];
        for (var i = 0; i < open.Length; i++)
        {
            scopeOf[i] = names[(open[i].Item.Customer, open[i].Item.Amount.Currency)];
            starts[scopeOf[i] + 1]++;
        }
        for (var i = 0; i < order.Length; i++) starts[i + 1] += starts[i];

        var sources = new (OpenItem Item, long Open)[open.Length];
        var at = starts.AsSpan().ToArray();
        for (var i = 0; i < open.Length; i++) sources[at[scopeOf[i]]++] = open[i];
        for (var i = 0; i < order.Length; i++) sources.AsSpan(starts[i]..starts[i + 1]).Sort(ByAmount);

        var rows = new BookItem[open.Length];
        for (var scope = 0; scope < order.Length; scope++)
            for (var i = starts[scope]; i < starts[scope + 1]; i++)
                rows[i] = Row(sources[i].Item, sources[i].Open, scope);
        return new(Array.ConvertAll(sources, s => s.Item), rows, starts, names, settled);
    }

    private static BookItem Row(OpenItem item, long open, int scope) => new()
    {
        Open = open,
        Currency = item.Amount.Currency,
        Scope = scope,
        Due = item.DueDate,
        Dated = item.DocumentDate,
        Tiers = (byte)Math.Min(item.Discounts.Count, byte.MaxValue),
        IsRemainder = open != item.Amount.MinorUnits,
    };

    private static int ByAmount((OpenItem Item, long Open) left, (OpenItem Item, long Open) right)
    {
        var order = left.Open.CompareTo(right.Open);
        if (order == 0) order = left.Item.DueDate.CompareTo(right.Item.DueDate);
        return order != 0 ? order : left.Item.Id.CompareTo(right.Item.Id);
    }

    private struct NumberKeys
    {
        public ulong Reference;
        public ulong Number;
        public ulong Tail;
        public ulong Bare;
    }
}
