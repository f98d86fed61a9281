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
    private Currency[] currencies = new Currency[Least];
    private (ulong Key, int Digits)[] numbers = [];
    private Slot[] slots = new Slot[Least * 2];
    private LaterKeys? later;

    /// <summary>How many there are, with those that came later.</summary>
    public int Count { get; private set; }

    /// <summary>How many there were when the book was built.</summary>
    public int Built { get; private set; }

    /// <summary>All digits of the number of a scope's customer, and how many.</summary>
    public (ulong Key, int Digits) CustomerNumber(int scope) => Volatile.Read(ref numbers)[scope];

    /// <summary>
    /// The key of a customer: most ids are their key; of those that are long, or have small letters, the texts are compared.
    /// An id has no blanks at its ends, so that what is filled up with them is no other one.
    /// </summary>
    public static ulong KeyOf(CustomerId customer)
    {
        var prefix = Prefix(customer.Value, out var isExact);
        return isExact ? prefix : (ulong)(uint)customer.Value.GetHashCode(StringComparison.Ordinal) << 32 | IsHashed;
    }

    /// <summary>The scope, or -1; never one beyond the first <paramref name="count"/>.</summary>
    public int Find(CustomerId customer, Currency currency, int count)
    {
        var key = KeyOf(customer);
        var at = Place(key, customer, currency);
        if (slots[at].Number != 0) return slots[at].Number - 1;
        if (count == Built || later is null) return -1;
        for (var walk = later.Find(HashOf(key, currency)); walk.MoveNext();)
            if (walk.Current < count && Is(walk.Current, customer, currency)) return walk.Current;
        return -1;
    }

    /// <summary>The scope; a new one at the end when there is none. While the table is filled.</summary>
    public int FindOrAdd(ulong key, CustomerId customer, Currency currency)
    {
        ref var slot = ref slots[Place(key, customer, currency)];
        if (slot.Number != 0) return slot.Number - 1;
        Append(customer, currency);
        slot = new() { Key = key, Currency = currency, Number = Count };
        if (Count * 4L > slots.Length * 3L) Resize(slots.Length * 2);
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
        numbers = Array.ConvertAll(customers, NumberOf);
        Built = Count;
        foreach (ref var slot in slots.AsSpan())
            if (slot.Number != 0) slot.Number = places[slot.Number - 1] + 1;
        Resize(Count * 4 / 3 + 1);
        return places;
    }

    /// <summary>Adds a scope to a table that books read.</summary>
    public int AddLater(CustomerId customer, Currency currency)
    {
        later ??= new();
        Append(customer, currency);
        var larger = numbers.Length < Count ? new (ulong, int)[customers.Length] : numbers;
        if (larger != numbers) numbers.CopyTo(larger, 0);
        larger[Count - 1] = NumberOf(customer);
        Volatile.Write(ref numbers, larger);
        later.Add(HashOf(KeyOf(customer), currency), Count - 1);
        return Count - 1;
    }

    /// <summary>The order of two scopes in a book that is built of all.</summary>
    public int Order(int left, int right) => left < Built && right < Built ? left.CompareTo(right) : Compare(left, right);

    // The texts are compared where the first characters of several are the same.
    private int[] InOrder()
    {
        var order = new int[Count];
        var prefixes = new ulong[Count];
        foreach (ref readonly var slot in slots.AsSpan())
            if (slot.Number is > 0 and var number)
                (order[number - 1], prefixes[number - 1]) =
                    (number - 1, slot.IsExact ? slot.Key : Prefix(customers[number - 1].Value, out _));
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

    private void Append(CustomerId customer, Currency currency)
    {
        if (Count == customers.Length)
        {
            Array.Resize(ref currencies, Count * 2 + 1);
            var larger = new CustomerId[Count * 2 + 1];
            customers.CopyTo(larger, 0);
            Volatile.Write(ref customers, larger);
        }
        (customers[Count], currencies[Count]) = (customer, currency);
        Count++;
    }

    private void Resize(int size)
    {
        var before = slots;
        slots = new Slot[Math.Max(2, size)];
        foreach (ref readonly var slot in before.AsSpan())
        {
            if (slot.Number == 0) continue;
            var at = PlaceOf(slot.Key, slot.Currency);
            while (slots[at].Number != 0) at = at + 1 == slots.Length ? 0 : at + 1;
            slots[at] = slot;
        }
    }

    // Where a scope stands, or the empty slot where it is missing.
    private int Place(ulong key, CustomerId customer, Currency currency)
    {
        for (var at = PlaceOf(key, currency); ; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Number == 0 || (slot.Key == key && slot.Currency == currency
                && (slot.IsExact || customers[slot.Number - 1].Value == customer.Value)))
                return at;
        }
    }

    private bool Is(int scope, CustomerId customer, Currency currency) =>
        currencies[scope] == currency && customers[scope].Value == customer.Value;

    private int PlaceOf(ulong key, Currency currency) => (int)((HashOf(key, currency) >> 32) * (ulong)slots.Length >> 32);

    private static ulong Prefix(ReadOnlySpan<char> text, out bool isExact)
    {
        isExact = text.Length <= MostExact;
        var (prefix, at) = (0UL, 64);
        foreach (var c in text[..Math.Min(text.Length, MostExact)])
        {
            isExact &= c <= '_';
            prefix |= (ulong)(Math.Min(c, '_') - ' ') << (at -= CharacterBits);
        }
        return prefix;
    }

    private static (ulong, int) NumberOf(CustomerId customer)
    {
        var form = DocumentNumbers.NumericKeys(customer.Value);
        return (form.All, Math.Min(form.Digits, BookItem.MostDigits));
    }

    private static ulong HashOf(ulong key, Currency currency) => KeyTable.Hash(key ^ (ulong)(uint)currency.GetHashCode() << 1);

    private struct Slot
    {
        public ulong Key;
        public Currency Currency;

        // From 1; 0 for an empty slot.
        public int Number;

        public readonly bool IsExact => (Key & IsHashed) == 0;
    }
}
