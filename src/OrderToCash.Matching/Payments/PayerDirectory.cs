namespace OrderToCash.Matching;

/// <summary>
/// Who pays from which account, as data: built once from confirmed aliases, immutable, safe for any number of readers.
/// </summary>
public sealed class PayerDirectory
{
    private readonly Dictionary<string, CustomerId[]> byAccount;
    private readonly Dictionary<string, CustomerId[]> byName;

    private PayerDirectory(Dictionary<string, CustomerId[]> byAccount, Dictionary<string, CustomerId[]> byName) =>
        (this.byAccount, this.byName) = (byAccount, byName);

    /// <summary>A directory that knows nobody.</summary>
    public static PayerDirectory Empty { get; } = Create([]);

    /// <summary>Builds the directory; repeated aliases count once.</summary>
    public static PayerDirectory Create(IEnumerable<PayerAlias> aliases)
    {
        ArgumentNullException.ThrowIfNull(aliases);
        var all = aliases.ToArray();
        return new(Group(all, a => Canonical(a.Account)), Group(all, a => Canonical(a.Name)));
    }

    /// <summary>The customers this account pays for, in order of their ids; none when the account is unknown.</summary>
    public ReadOnlySpan<CustomerId> PaidFrom(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.Length == 0) return default;
        return byAccount.GetValueOrDefault(IsCanonical(account) ? account : Canonical(account));
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

    private static string Canonical(string text)
    {
        var buffer = text.Length <= 128 ? stackalloc char[128] : new char[text.Length];
        return buffer[..DocumentNumbers.Canonical(text, buffer)].ToString();
    }
}
