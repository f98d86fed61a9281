using System.Collections.Frozen;
using System.Globalization;

namespace OrderToCash.Invoicing;

/// <summary>A code list to look codes up in: without allocation, blanks around a code do not matter.</summary>
internal sealed class CodeList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> codes;

    /// <summary>Takes codes separated by blanks; <c>0104-0180</c> is a run of numbers.</summary>
    internal CodeList(string table)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) AddEntry(all, entry);
        codes = all.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal IReadOnlyCollection<string> Codes => codes.Set;

    internal bool Has(string? code) => code is not null && codes.Contains(code.AsSpan().Trim());

    internal bool Has(ReadOnlySpan<char> code) => codes.Contains(code);

    private static void AddEntry(HashSet<string> all, string entry)
    {
        if (entry.Length != 9 || entry[4] != '-' || !char.IsAsciiDigit(entry[0]))
        {
            all.Add(entry);
            return;
        }
        var last = int.Parse(entry.AsSpan(5), CultureInfo.InvariantCulture);
        for (var i = int.Parse(entry.AsSpan(0, 4), CultureInfo.InvariantCulture); i <= last; i++)
            all.Add(i.ToString("0000", CultureInfo.InvariantCulture));
    }
}
