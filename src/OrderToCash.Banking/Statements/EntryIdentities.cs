using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OrderToCash.Banking;

/// <summary>
/// Makes the identities of one statement's entries: account and bank reference, else account and a hash of the text, both with
/// date and amount. References are to be unique and are not: banks give an entry and its fee the same one, or number each day
/// afresh. Equal ones get the number of their occurrence: five equal lines stay five, and reading the file again adds none. A
/// reversal that carries the reference of what it takes back is another line.
/// </summary>
internal sealed class EntryIdentities
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public string Of(BankEntry entry)
    {
        // Which way a reversal goes may be found out later: the amount counts without its sign.
        var line = entry.BankReference.Length == 0 ? Hash(entry) : string.Create(CultureInfo.InvariantCulture,
            $"{entry.BankReference}/{NodaTime.Text.LocalDatePattern.Iso.Format(entry.BookedOn)}/{entry.Amount.Abs().Amount}");
        var identity = $"{entry.Account}/{line}{(entry.IsReversal ? "/R" : "")}";
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, identity, out _);
        return ++times == 1 ? identity : $"{identity}#{times}";
    }

    private static string Hash(BankEntry entry)
    {
        var text = new StringBuilder(NodaTime.Text.LocalDatePattern.Iso.Format(entry.BookedOn))
            .Append('\n').Append(entry.Amount).Append('\n').Append(entry.EndToEndId)
            .Append('\n').Append(entry.CounterpartyName).Append('\n').Append(entry.CounterpartyAccount)
            .Append('\n').Append(entry.RemittanceText);
        foreach (var claim in entry.Claims)
            text.Append('\n').Append(claim.StructuredReference).Append(' ').Append(claim.DocumentNumber);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
