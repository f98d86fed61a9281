using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// The open items payments are matched against: immutable, indexed once by structured reference, document number, other
/// references, amount, and per customer and currency sorted by amount. Of settled items only the numbers count, money on account
/// is left out; the order of the input does not matter. Items of one legal entity belong in one book, because a payment arrives
/// in one entity's account. Safe for any number of readers.
/// </summary>
public sealed partial class OpenItemBook
{
    /// <summary>A number of fewer digits names nothing.</summary>
    internal const int LeastDigits = 4;

    private const int ItemsPerLine = 2;

    private readonly BookTables tables;
    private readonly BookVersion version;
    private readonly ulong[] referenceKeys;

    internal readonly OpenItem[] Sources;
    internal readonly OpenItemId[] Ids;
    internal readonly BookItem[] Items;
    internal readonly bool HasReferencesOfDigits;
    internal readonly NumberSeries Series;

    internal OpenItemBook(BookTables tables, BookVersion version)
    {
        (this.tables, this.version) = (tables, version);
        (Items, Sources, Ids, referenceKeys) = (version.Items, version.Sources, version.Ids, version.ReferenceKeys);
        (Series, HasReferencesOfDigits) = (version.Series, version.DigitReferences > 0);
    }

    /// <summary>How many items can be matched.</summary>
    public int Count => version.Count;

    // Made when somebody reads: of most books of a line nobody does, before the next one takes their place.
    internal ItemIndex References => field ??= Index(ItemKey.Reference, tables.References);

    internal ItemIndex Numbers => field ??= Index(ItemKey.Number, tables.Numbers);

    internal ItemIndex Tails => field ??= Index(ItemKey.Tail, tables.Tails);

    internal ItemIndex BareNumbers => field ??= Index(ItemKey.Bare, tables.Bare);

    internal ItemIndex Amounts => field ??= Index(ItemKey.Amount, tables.Amounts);

    internal OtherNumbers Others => field ??=
        new(this, tables.Others, version.Changes?.Others, version.Others, version.Changes?.Keys);

    private ItemIndex SettledNumbers => field ??= Index(ItemKey.Settled, tables.Settled);

    /// <summary>Positions of items run from 0 to below this; some may be of items that are not in the book any more.</summary>
    internal int Length => version.Length;

    /// <summary>Items from here on came when the book was changed.</summary>
    internal int BuiltLength => tables.Built;

    /// <summary>Indexes the open items; money on account and accruals are no claims and are left out, of settled items and of
    /// those that break their own rules (<see cref="Check"/>) only the document number is kept: the text that quotes it names no
    /// other item.</summary>
    /// <exception cref="ArgumentException">Two items have the same id.</exception>
    public static OpenItemBook Create(IEnumerable<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var given = items as OpenItem[] ?? [.. items];
        return BookBuilder.Build(given, given.Length);
    }

    /// <summary>
    /// The items that a book can't offer, because they break their own rules (<see cref="OpenItem.Check"/>): one
    /// <c>matching.item-broken</c> for each, at its place in the list. The other items are matched without them.
    /// </summary>
    public static EquatableArray<DomainError> Check(IEnumerable<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var findings = new List<DomainError>();
        var at = 0;
        foreach (var item in items)
        {
            if (item.Check() is { IsEmpty: false } broken)
                findings.Add(MatchingErrors.ItemBroken.At($"items[{at}]", ("item", item.Id), ("number", item.DocumentNumber),
                    ("finding", string.Join(" ", broken.Select(f => f.Message)))));
            at++;
        }
        return findings.ToEquatableArray();
    }

    /// <summary>The items of a customer in a currency.</summary>
    internal bool TryScope(CustomerId customer, Currency currency, out int scope)
    {
        scope = tables.Scopes.Find(customer, currency, version.Scopes);
        return scope >= 0 && (version.Changes is null || Scope(scope).Length > 0);
    }

    /// <summary>The items of a scope, sorted by the open amount, then by due date and id.</summary>
    internal ScopeItems Scope(int scope) =>
        version.Changes is { } changes && changes.Scopes.Last(scope, version.ScopeChanges) is > 0 and var last
            ? new(Items, Members(changes.Scopes, scope, last))
            : new(Items, tables.ScopeStarts[scope], tables.ScopeStarts[scope + 1]);

    /// <summary>Which of two items comes first: by scope, open amount, due date and id.</summary>
    internal int Order(int left, int right)
    {
        if (version.Changes is null || left == right) return left.CompareTo(right);
        ref readonly var a = ref Items[left];
        ref readonly var b = ref Items[right];
        if (a.Scope != b.Scope) return tables.Scopes.Order(a.Scope, b.Scope);
        if (a.Open != b.Open) return a.Open.CompareTo(b.Open);
        var order = a.Due.CompareTo(b.Due);
        return order != 0 ? order : Ids[left].CompareTo(Ids[right]);
    }

    /// <summary>Which letters the document number of an item begins with, as the series of the book number them.</summary>
    internal int LettersOf(int item)
    {
        ref readonly var row = ref Items[item];
        if (version.Changes is null || (!Series.IsByText && row.NumberDigits <= NumberSeries.MostDigits)) return row.Letters;
        var number = Sources[item].DocumentNumber;
        return Series.LettersOf(NumberSeries.LettersBefore(number, number.AsSpan().IndexOfAnyInRange('0', '9')));
    }

    /// <summary>Which keys of document numbers may be these digits.</summary>
    internal KeyFilter Filter => tables.Filter;

    /// <summary>True when a document or another number has all these digits.</summary>
    internal bool HasNumber(ulong key) =>
        (tables.Filter.KindsOf(key) & DigitKeys.Number) != 0 && (Numbers.First(key) >= 0 || Others.First(key) >= 0);

    /// <summary>All digits of the number of a scope's customer, and how many.</summary>
    internal (ulong Key, int Digits) CustomerNumber(int scope) => tables.Scopes.CustomerNumber(scope);

    /// <summary>True for the number of a document that was given and has nothing open.</summary>
    internal bool IsSettled(ulong key, int digits)
    {
        if (tables.Settled.Count == 0 && version.Changes is null) return false;
        if (version.Changes is not null && IsSettledSince(key, digits)) return true;
        for (var item = SettledNumbers.First(SettledKey(key, digits)); item >= 0; item = SettledNumbers.After(item))
            if (Items[item].NumberKey == key && Items[item].NumberDigits == digits) return true;
        return false;
    }

    /// <summary>True when an item has this reference; its key is <see cref="DocumentNumbers.TextKey"/>. Reads the text only of
    /// references that are longer than seventeen digits, or have letters.</summary>
    internal bool IsReference(int item, ulong key, ReadOnlySpan<char> reference) => referenceKeys[item] == key
        && (DocumentNumbers.IsExactKey(key) || DocumentNumbers.SameText(reference, Sources[item].PaymentReference));

    /// <summary>The key of an item's reference; 0 when it has none.</summary>
    internal ulong ReferenceKey(int item) => referenceKeys[item];

    /// <summary>Begins to load where the items of a scope stand.</summary>
    internal void AskScope(int scope)
    {
        if (scope + 1 < tables.ScopeStarts.Length) Prefetch.Of(in tables.ScopeStarts[scope]);
    }

    /// <summary>Begins to load the items of a scope, so many lines from the first on, after <see cref="AskScope"/>.</summary>
    internal void AskItems(int scope, int lines)
    {
        if (scope + 1 >= tables.ScopeStarts.Length) return;
        var (at, end) = (tables.ScopeStarts[scope], tables.ScopeStarts[scope + 1]);
        for (; lines > 0 && at < end; lines--, at += ItemsPerLine) Prefetch.Of(in Items[at]);
    }

    /// <summary>Begins to load what is read of an item that has a reference.</summary>
    internal void AskReferenced(int item)
    {
        Prefetch.Of(in Items[item]);
        Prefetch.Of(in referenceKeys[item]);
    }

    /// <summary>True when digits that were said are the document number of an item: all, the last ones, or its runs without their
    /// zeros.</summary>
    /// <param name="item">The item.</param>
    /// <param name="said">The digits as one number, when there are nineteen at most.</param>
    /// <param name="digits">How many there are.</param>
    /// <param name="text">The digits as they were said.</param>
    internal bool IsSaid(int item, ulong said, int digits, ReadOnlySpan<char> text) =>
        digits <= DocumentNumbers.MostDigitsOfKey && said != 0 && Items[item] is { IsPlain: true, NumberKey: not 0 } row
            ? row.IsSaid(said)
            : DocumentNumbers.SameDigits(text, Sources[item].DocumentNumber);

    /// <summary>
    /// The key of an item in an index. Reads the text of a number only when it has more than nineteen digits, or more than
    /// two runs of them.
    /// </summary>
    internal ulong KeyOf(ItemKey kind, int item)
    {
        ref readonly var row = ref Items[item];
        return kind switch
        {
            ItemKey.Number => row.NumberKey,
            ItemKey.Tail => TailOf(row, Sources, item),
            ItemKey.Bare => BareOf(row, Sources, item),
            ItemKey.Reference => referenceKeys[item],
            ItemKey.Amount => AmountKey(row.Open, row.Currency),
            ItemKey.Settled => SettledKey(row.NumberKey, row.NumberDigits),
            _ => BookBuilder.IdKey(Ids[item]),
        };
    }

    internal static ulong TailOf(in BookItem row, OpenItem[] sources, int item) =>
        row.NumberDigits > DocumentNumbers.MostDigitsOfKey
            ? TailKey(DocumentNumbers.NumericKeys(sources[item].DocumentNumber))
            : row.Tail is var tail && tail != row.NumberKey ? tail : 0;

    internal static ulong BareOf(in BookItem row, OpenItem[] sources, int item) => !row.IsPlain
        ? BareKey(DocumentNumbers.NumericKeys(sources[item].DocumentNumber))
        : row.Bare is var bare && bare != row.NumberKey && bare != row.Tail ? bare : 0;

    private ItemIndex Index(ItemKey kind, KeyTable table) => new(this, kind, table, version.Changes?.Keys);

    internal static ulong AmountKey(long amount, Currency currency) =>
        unchecked((ulong)amount * 0x9E3779B97F4A7C15UL ^ (ulong)(uint)currency.GetHashCode() << 1 | 1UL);

    /// <summary>The last digits of a number, unless they are all of it.</summary>
    internal static ulong TailKey(in NumberForm form) => form.Tail == form.All ? 0 : form.Tail;

    /// <summary>A number without its zeros, unless that is all of it, or the last run.</summary>
    internal static ulong BareKey(in NumberForm form) => form.Bare == form.All || form.Bare == form.Tail ? 0 : form.Bare;

    internal static ulong SettledKey(ulong number, int digits) => unchecked(number * 31 + (ulong)digits | 1UL << 63);
}
