namespace OrderToCash.Receivables;

/// <summary>
/// Collects the lines of one entry. Amounts come signed, debit above zero. Lines of one side, account, currency and item are one
/// line; what one entry puts on an open item and takes off it again cancels, and on any account where it <paramref name="nets"/>.
/// Sides that cancel in one currency but not in the other both stay.
/// </summary>
internal sealed class EntryLines(bool nets = false)
{
    private readonly Dictionary<(AccountRole Account, Currency Currency, OpenItemId? Item, bool Debit), int> known = [];
    private readonly List<(AccountRole Account, OpenItemId? Item, Money Document, Money Functional)> lines = [];

    internal void Add(AccountRole account, Money document, Money functional, OpenItemId? item = null)
    {
        if (document.IsZero && functional.IsZero) return;
        var debit = item is null && (document.IsZero ? functional.IsPositive : document.IsPositive);
        var key = (account, document.Currency, item, debit);
        if (!known.TryGetValue(key, out var index))
        {
            known[key] = lines.Count;
            lines.Add((account, item, document, functional));
            return;
        }
        var line = lines[index];
        lines[index] = line with { Document = line.Document + document, Functional = line.Functional + functional };
    }

    internal void Add(JournalLine line) => Add(line.Account, line.SignedDocument, line.SignedFunctional, line.Item);

    internal EquatableArray<JournalLine> ToLines()
    {
        if (nets) Net();
        var result = new List<JournalLine>(lines.Count);
        foreach (var (account, item, document, functional) in lines)
            if (!document.IsZero || !functional.IsZero) result.Add(Line(account, document, functional, item));
        return result.ToEquatableArray();
    }

    private void Net()
    {
        foreach (var (key, index) in known)
        {
            if (key.Debit || !known.TryGetValue(key with { Debit = true }, out var other)) continue;
            var (first, second) = (Math.Min(index, other), Math.Max(index, other));
            var document = lines[first].Document + lines[second].Document;
            var functional = lines[first].Functional + lines[second].Functional;
            var isOneLine = functional.IsZero || (document.IsZero
                ? key.Account.IsFunctionalOnly : document.Sign == functional.Sign);
            if (!isOneLine) continue;
            lines[first] = lines[first] with { Document = document, Functional = functional };
            lines[second] = lines[second] with { Document = document - document, Functional = functional - functional };
        }
    }

    internal static JournalLine Line(AccountRole account, Money document, Money functional, OpenItemId? item = null)
    {
        var debit = document.IsZero ? functional.IsPositive : document.IsPositive;
        return new()
        {
            Account = account,
            Side = debit ? EntrySide.Debit : EntrySide.Credit,
            Document = debit ? document : -document,
            Functional = debit ? functional : -functional,
            Item = item,
        };
    }
}
