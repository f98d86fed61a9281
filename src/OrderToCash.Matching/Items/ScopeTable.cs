namespace OrderToCash.Matching;

/// <summary>
/// Customers and currencies, numbered. Those of a book that was built are in order; what comes later is added at the end,
/// and older books do not look at it. One adds at a time.
/// </summary>
internal sealed class ScopeTable
{
    private const int Least = 16;

    private CustomerId[] customers = new CustomerId[Least];
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
        var hash = HashOf(customer, currency);
        for (var at = Slot(hash); slots[at] != 0; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            var scope = (int)(uint)slots[at] - 1;
            if (slots[at] >> 32 == (uint)hash && Is(scope, customer, currency)) return scope;
        }
        if (count == Built || later is null) return -1;
        for (var walk = later.Find(hash); walk.MoveNext();)
            if (walk.Current < count && Is(walk.Current, customer, currency)) return walk.Current;
        return -1;
    }

    /// <summary>The scope; a new one at the end when there is none. While the table is filled.</summary>
    public int FindOrAdd(CustomerId customer, Currency currency)
    {
        var hash = HashOf(customer, currency);
        var at = Slot(hash);
        for (; slots[at] != 0; at = at + 1 == slots.Length ? 0 : at + 1)
        {
            var scope = (int)(uint)slots[at] - 1;
            if (slots[at] >> 32 == (uint)hash && Is(scope, customer, currency)) return scope;
        }
        slots[at] = hash << 32 | (uint)(Count + 1);
        Append(customer, currency);
        if (Count * 4L > slots.Length * 3L) Fill(slots.Length * 2);
        return Count - 1;
    }

    /// <summary>Brings the scopes into their order and makes the table as small as it can be; returns the new place of
    /// each.</summary>
    public int[] Arrange()
    {
        var order = new int[Count];
        for (var i = 0; i < Count; i++) order[i] = i;
        Array.Sort(order, Compare);
        var places = new int[Count];
        for (var i = 0; i < Count; i++) places[order[i]] = i;
        (customers, currencies) = (Array.ConvertAll(order, i => customers[i]), Array.ConvertAll(order, i => currencies[i]));
        numbers = Array.ConvertAll(customers, NumberOf);
        Built = Count;
        Fill(Count * 4 / 3 + 1);
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
        later.Add(HashOf(customer, currency), Count - 1);
        return Count - 1;
    }

    /// <summary>The order of two scopes in a book that is built of all.</summary>
    public int Order(int left, int right) => left < Built && right < Built ? left.CompareTo(right) : Compare(left, right);

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

    private void Fill(int size)
    {
        slots = new ulong[Math.Max(2, size)];
        for (var scope = 0; scope < Count; scope++)
        {
            var hash = HashOf(customers[scope], currencies[scope]);
            var at = Slot(hash);
            while (slots[at] != 0) at = at + 1 == slots.Length ? 0 : at + 1;
            slots[at] = hash << 32 | (uint)(scope + 1);
        }
    }

    private bool Is(int scope, CustomerId customer, Currency currency) =>
        currencies[scope] == currency && customers[scope].Value == customer.Value;

    private int Slot(ulong hash) => (int)((hash >> 32) * (ulong)slots.Length >> 32);

    private static (ulong, int) NumberOf(CustomerId customer)
    {
        var form = DocumentNumbers.NumericKeys(customer.Value);
        return (form.All, Math.Min(form.Digits, BookItem.MostDigits));
    }

    private static ulong HashOf(CustomerId customer, Currency currency) =>
        KeyTable.Hash((ulong)(uint)customer.Value.GetHashCode(StringComparison.Ordinal) << 32 | (uint)currency.GetHashCode());
}
