namespace OrderToCash.Matching;

/// <summary>
/// Customers and currencies, numbered. Those of a book that was built are in order; what comes later is added at the end,
/// and older books do not look at it. One adds at a time.
/// </summary>
internal sealed class ScopeTable
{
    private const int Least = 16;

    // Ten characters from the blank to the underscore, six bits each from the top: their order is that of the texts.
    private const int MostExact = 10;
    private const int CharacterBits = 6;
    private const ulong IsHashed = 1;

    private CustomerId[] customers = new CustomerId[Least];

    // Tells customers apart without a look at their texts, but for those that are hashed.
    private ulong[] keys = new ulong[Least];
    private Currency[] currencies = new Currency[Least];
    private (ulong Key, int Digits)[] numbers = [];

    // Half the hash above, the scope from 1 below; 0 is empty.
    private ulong[] slots = new ulong[Least * 2];
    private LaterKeys? later;

    /// <summary>How many there are, with those that came later.</summary>
    public int Count { get; private set; }

    /// <summary>How many there were when the book was built.</summary>
    public int Built { get; private set; }

    /// <summary>All digits of the number of a scope's customer, and how many.</summary>
    public (ulong Key, int Digits) CustomerNumber(int scope) => Volatile.Read(ref numbers)[scope];

    /// <summary>The scope, or -1; never one beyond the first <paramref name="count"/>.</summary>
    public int Find(CustomerId customer, Currency currency, int count)
    {
        var key = KeyOf(customer);
        var hash = HashOf(key, currency);
        for (var at = Slot(hash); slots[at] != 0; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            var scope = (int)(uint)slots[at] - 1;
            if (slots[at] >> 32 == (uint)hash && Is(scope, key, customer, currency)) return scope;
        }
        if (count == Built || later is null) return -1;
        for (var walk = later.Find(hash); walk.MoveNext();)
            if (walk.Current < count && Is(walk.Current, key, customer, currency)) return walk.Current;
        return -1;
    }

    /// <summary>The scope; a new one at the end when there is none. While the table is filled.</summary>
    public int FindOrAdd(CustomerId customer, Currency currency)
    {
        var key = KeyOf(customer);
        var hash = HashOf(key, currency);
        var at = Slot(hash);
        for (; slots[at] != 0; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            var scope = (int)(uint)slots[at] - 1;
            if (slots[at] >> 32 == (uint)hash && Is(scope, key, customer, currency)) return scope;
        }
        slots[at] = hash << 32 | (uint)(Count + 1);
        Append(key, customer, currency);
        if (Count * 4L > slots.Length * 3L) Fill(slots.Length * 2);
        return Count - 1;
    }

    /// <summary>Brings the scopes into their order and makes the table as small as it can be; returns the new place of
    /// each.</summary>
    public int[] Arrange()
    {
        var order = InOrder();
        var places = new int[Count];
        for (var i = 0; i < Count; i++) places[order[i]] = i;
        (customers, currencies) = (Array.ConvertAll(order, i => customers[i]), Array.ConvertAll(order, i => currencies[i]));
        keys = Array.ConvertAll(order, i => keys[i]);
        numbers = Array.ConvertAll(customers, NumberOf);
        Built = Count;
        Fill(Count * 4 / 3 + 1);
        return places;
    }

    /// <summary>Adds a scope to a table that books read.</summary>
    public int AddLater(CustomerId customer, Currency currency)
    {
        later ??= new();
        var key = KeyOf(customer);
        Append(key, customer, currency);
        var larger = numbers.Length < Count ? new (ulong, int)[customers.Length] : numbers;
        if (larger != numbers) numbers.CopyTo(larger, 0);
        larger[Count - 1] = NumberOf(customer);
        Volatile.Write(ref numbers, larger);
        later.Add(HashOf(key, currency), Count - 1);
        return Count - 1;
    }

    /// <summary>The order of two scopes in a book that is built of all.</summary>
    public int Order(int left, int right) => left < Built && right < Built ? left.CompareTo(right) : Compare(left, right);

    // The texts are compared where the first characters of several are the same.
    private int[] InOrder()
    {
        var order = new int[Count];
        var prefixes = new ulong[Count];
        for (var i = 0; i < Count; i++)
            (order[i], prefixes[i]) = (i, (keys[i] & IsHashed) == 0 ? keys[i] : Prefix(customers[i].Value, out _));
        prefixes.AsSpan().Sort(order.AsSpan());
        for (var (start, end) = (0, 1); start < Count; start = end++)
        {
            while (end < Count && prefixes[end] == prefixes[start]) end++;
            if (end - start > 1) order.AsSpan(start..end).Sort(Compare);
        }
        return order;
    }

    private int Compare(int left, int right)
    {
        var all = Volatile.Read(ref customers);
        var order = all[left].CompareTo(all[right]);
        if (order == 0) order = currencies[left].CompareTo(currencies[right]);
        return order != 0 ? order : currencies[left].Digits.CompareTo(currencies[right].Digits);
    }

    private void Append(ulong key, CustomerId customer, Currency currency)
    {
        if (Count == customers.Length)
        {
            Array.Resize(ref currencies, Count * 2 + 1);
            Array.Resize(ref keys, Count * 2 + 1);
            var larger = new CustomerId[Count * 2 + 1];
            customers.CopyTo(larger, 0);
            Volatile.Write(ref customers, larger);
        }
        (keys[Count], customers[Count], currencies[Count]) = (key, customer, currency);
        Count++;
    }

    private void Fill(int size)
    {
        slots = new ulong[Math.Max(2, size)];
        for (var scope = 0; scope < Count; scope++)
        {
            var hash = HashOf(keys[scope], currencies[scope]);
            var at = Slot(hash);
            while (slots[at] != 0) at = at + 1 == slots.Length ? 0 : at + 1;
            slots[at] = hash << 32 | (uint)(scope + 1);
        }
    }

    private bool Is(int scope, ulong key, CustomerId customer, Currency currency) => keys[scope] == key
        && currencies[scope] == currency && ((key & IsHashed) == 0 || customers[scope].Value == customer.Value);

    private int Slot(ulong hash) => (int)((hash >> 32) * (ulong)slots.Length >> 32);

    private static (ulong, int) NumberOf(CustomerId customer)
    {
        var form = DocumentNumbers.NumericKeys(customer.Value);
        return (form.All, Math.Min(form.Digits, BookItem.MostDigits));
    }

    // A customer's id has no blanks at its ends, so that what is filled up with them is no other one.
    private static ulong KeyOf(CustomerId customer)
    {
        var prefix = Prefix(customer.Value, out var isExact);
        return isExact ? prefix : (ulong)(uint)customer.Value.GetHashCode(StringComparison.Ordinal) << 32 | IsHashed;
    }

    private static ulong Prefix(ReadOnlySpan<char> text, out bool isExact)
    {
        isExact = text.Length <= MostExact;
        var prefix = 0UL;
        var at = 64;
        foreach (var c in text[..Math.Min(text.Length, MostExact)])
        {
            isExact &= c <= '_';
            prefix |= (ulong)(Math.Min(c, '_') - ' ') << (at -= CharacterBits);
        }
        return prefix;
    }

    private static ulong HashOf(ulong key, Currency currency) =>
        KeyTable.Hash(key ^ (ulong)(uint)currency.GetHashCode() << 1);
}
