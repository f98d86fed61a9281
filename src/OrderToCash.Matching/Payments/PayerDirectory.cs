namespace OrderToCash.Matching;

/// <summary>
/// Who pays from which account, as data: built once from confirmed aliases, immutable, safe for any number of readers.
/// </summary>
public sealed class PayerDirectory
{
    private readonly Dictionary<string, CustomerId[]> byAccount;
    private readonly Dictionary<string, CustomerId[]> byName;
    private readonly Dictionary<string, CustomerId[]> byReference;
    private readonly Dictionary<string, CustomerId[]> byVirtual;
    private readonly Dictionary<string, CustomerId[]> seen;

    private PayerDirectory(PayerAlias[] known, PayerAlias[] seen)
    {
        byAccount = Group(known, a => Canonical(a.Account));
        byName = Group(known, a => Canonical(a.Name));
        byReference = Group(known, a => Canonical(a.Reference));
        byVirtual = Group(known, a => Canonical(a.VirtualAccount));
        this.seen = Group(seen, a => Canonical(a.Account));
        Aliases = [.. known];
    }

    /// <summary>A directory that knows nobody.</summary>
    public static PayerDirectory Empty { get; } = Create([]);

    private EquatableArray<PayerAlias> Aliases { get; }

    /// <summary>Builds the directory; repeated aliases count once.</summary>
    public static PayerDirectory Create(IEnumerable<PayerAlias> aliases)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        return new([.. aliases], []);
    }

    /// <summary>
    /// The directory with what people and payers taught: accounts and references that are known well enough are added, those
    /// known a little corroborate (<see cref="SeenFrom"/>), names suggest, and what a person rejected is taken out, whoever said
    /// it before.
    /// </summary>
    /// <param name="memories">What is remembered of payers; those that are not needed do no harm.</param>
    /// <param name="policy">How much it takes.</param>
    /// <param name="at">The moment: old knowledge counts less.</param>
    public PayerDirectory With(IEnumerable<PayerMemory> memories, MemoryPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(memories);
        ArgumentNullException.ThrowIfNull(policy);
        var (known, corroborating) = (new List<PayerAlias>(), new List<PayerAlias>());
        var rejected = new HashSet<(PayerKey, CustomerId)>();
        foreach (var memory in memories)
            foreach (var paid in memory.Customers)
            {
                var standing = paid.Standing(policy, at);
                if (standing == PayerStanding.Rejected) rejected.Add((memory.Payer, paid.Customer));
                else if (standing == PayerStanding.Applies
                    || (standing == PayerStanding.Corroborates && memory.Payer.Kind == PayerKeyKind.Name))
                    known.Add(AliasOf(memory.Payer, paid.Customer));
                else if (standing == PayerStanding.Corroborates) corroborating.Add(AliasOf(memory.Payer, paid.Customer));
            }
        if (known.Count + corroborating.Count + rejected.Count == 0) return this;
        var kept = rejected.Count == 0 ? Aliases : Aliases.Select(a => Without(a, rejected)).ToEquatableArray();
        return new([.. kept, .. known], [.. corroborating]);
    }

    /// <summary>The customers this account pays for, in order of their ids; none when the account is unknown.</summary>
    public ReadOnlySpan<CustomerId> PaidFrom(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.Length == 0) return default;
        return byAccount.GetValueOrDefault(IsCanonical(account) ? account : Canonical(account));
    }

    /// <summary>
    /// The customers this account number of our own is given to, in order of their ids; none when it is nobody's own. Payments
    /// never teach it: that a number is given to somebody is for us to know.
    /// </summary>
    public ReadOnlySpan<CustomerId> PaidTo(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Length == 0 || byVirtual.Count == 0 ? default
            : byVirtual.GetValueOrDefault(IsCanonical(account) ? account : Canonical(account));
    }

    /// <summary>
    /// The customers this account seems to pay for, in order of their ids: it speaks for a match, and decides none.
    /// </summary>
    public ReadOnlySpan<CustomerId> SeenFrom(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Length == 0 || seen.Count == 0 ? default : seen.GetValueOrDefault(Canonical(account));
    }

    /// <summary>
    /// The customers registered with this mandate or remitter id, in order of their ids; none when it is unknown.
    /// </summary>
    public ReadOnlySpan<CustomerId> RegisteredBy(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Length == 0 || byReference.Count == 0 ? default : byReference.GetValueOrDefault(Canonical(reference));
    }

    /// <summary>The customers banks show under this name, in order of their ids; none when the name is unknown.</summary>
    public ReadOnlySpan<CustomerId> Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0 || byName.Count == 0 ? default : byName.GetValueOrDefault(Canonical(name));
    }

    private static Dictionary<string, CustomerId[]> Group(PayerAlias[] aliases, Func<PayerAlias, string> key) => aliases
        .GroupBy(key, a => a.Customer, StringComparer.Ordinal)
        .Where(g => g.Key.Length > 0)
        .ToDictionary(g => g.Key, g => g.Distinct().Order().ToArray(), StringComparer.Ordinal);

    private static bool IsCanonical(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        return true;
    }

    private static PayerAlias AliasOf(PayerKey payer, CustomerId customer) => payer.Kind switch
    {
        PayerKeyKind.Account => new() { Account = payer.Text, Customer = customer },
        PayerKeyKind.Name => new() { Name = payer.Text, Customer = customer },
        _ => new() { Reference = payer.Text, Customer = customer },
    };

    private static PayerAlias Without(PayerAlias alias, HashSet<(PayerKey, CustomerId)> rejected) => alias with
    {
        Account = rejected.Contains((PayerKey.Account(alias.Account), alias.Customer)) ? "" : alias.Account,
        Name = rejected.Contains((PayerKey.Name(alias.Name), alias.Customer)) ? "" : alias.Name,
        Reference = rejected.Contains((PayerKey.Reference(alias.Reference), alias.Customer)) ? "" : alias.Reference,
    };

    /// <summary>Letters and digits, in upper case.</summary>
    internal static string Canonical(string text)
    {
        var buffer = text.Length <= 128 ? stackalloc char[128] : new char[text.Length];
        return buffer[..DocumentNumbers.Canonical(text, buffer)].ToString();
    }
}
