using System.Text;

namespace OrderToCash.Banking;

/// <summary>A remittance text with tags in it: <c>EREF+1234 SVWZ+Rechnung 17</c>, or <c>EREF: 1234</c>.</summary>
internal sealed class Tagged
{
    private readonly List<(string Key, string Value)> values = [];

    /// <summary>What stands before the first tag.</summary>
    public string Rest { get; private init; } = "";

    public static Tagged Of(string text, string[] keys)
    {
        var marks = new List<(int At, int End, string Key)>();
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (i > 0 && char.IsLetterOrDigit(text[i - 1]) && !IsPlus(text, i, keys)) continue;
            if (KeyAt(text, i, keys) is not { } key) continue;
            marks.Add((i, i + key.Length + 1, key));
            i += key.Length;
        }
        var tagged = new Tagged { Rest = Tidy(marks.Count == 0 ? text : text[..marks[0].At]) };
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].At : text.Length;
            tagged.values.Add((marks[i].Key, Tidy(text[marks[i].End..end])));
        }
        return tagged;
    }

    /// <summary>The first value of a tag; empty when there is none.</summary>
    public string Value(string key) => values.Find(v => v.Key == key).Value ?? "";

    /// <summary>
    /// A value that is an amount: <c>EUR 98,50</c> or <c>98,50 EUR</c> or, in the account's currency, <c>98,50</c>.
    /// </summary>
    public Money? Amount(string key, Currency currency)
    {
        var text = Value(key).Replace(" ", "", StringComparison.Ordinal);
        if (text.Length == 0) return null;
        if (text.Length > 3 && Currency.TryOf(text[..3], out var before)) (currency, text) = (before, text[3..]);
        else if (text.Length > 3 && Currency.TryOf(text[^3..], out var after)) (currency, text) = (after, text[..^3]);
        return SwiftText.TryAmount(text, currency, out var money) ? money : null;
    }

    // With "+" a tag may follow anything; with ":" it must stand by itself, or words would be tags.
    private static bool IsPlus(string text, int at, string[] keys) =>
        KeyAt(text, at, keys) is { } key && text[at + key.Length] == '+';

    private static string? KeyAt(string text, int at, string[] keys)
    {
        foreach (var key in keys)
            if (at + key.Length < text.Length && text[at + key.Length] is '+' or ':'
                && string.Compare(text, at, key, 0, key.Length, IsWord(key)
                    ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) == 0)
                return key;
        return null;
    }

    // Tags are in capitals, words in either.
    private static bool IsWord(string key) => key.AsSpan().ContainsAnyInRange('a', 'z');

    /// <summary>The text with one blank where it had several, and none at its ends.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c != ' ' || tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(c);
        return tidy.ToString().TrimEnd();
    }
}
