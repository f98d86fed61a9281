namespace OrderToCash.Receivables;

/// <summary>
/// Collects the lines of one entry. Amounts come signed, debit above zero. Lines of one side, account, currency and item are one
/// line; what one entry puts on an open item and takes off it again cancels, and on any account where it <paramref name="nets"/>.
/// Sides that cancel in one currency but not in the other both stay.
/// </summary>
internal sealed class EntryLines(bool nets = false)
{
    // Most entries have a handful of lines: those are looked through.
    private const int FewLines = 8;
    private readonly List<Collected> lines = new(4);
    private Dictionary<Place, int>? known;

    private readonly record struct Place(AccountRole Account, Currency Currency, OpenItemId? Item, bool IsDebit);

    private readonly record struct Collected(Place Place, Money Document, Money Functional);

    internal void Add(AccountRole account, Money document, Money functional, OpenItemId? item = null)
    {
        if (document.IsZero && functional.IsZero) return;
        var isDebit = item is null && (document.IsZero ? functional.IsPositive : document.IsPositive);
        var place = new Place(account, document.Currency, item, isDebit);
        var index = IndexOf(place);
        if (index < 0)
        {
            known?.Add(place, lines.Count);
            lines.Add(new(place, document, functional));
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
        foreach (var (place, document, functional) in lines)
            if (!document.IsZero || !functional.IsZero) result.Add(Line(place.Account, document, functional, place.Item));
        return result.ToEquatableArray();
    }

    private int IndexOf(Place place)
    {
        if (known is null && lines.Count > FewLines)
        {
            known = new(lines.Count * 2);
            for (var i = 0; i < lines.Count; i++) known.Add(lines[i].Place, i);
        }
        if (known is not null) return known.GetValueOrDefault(place, -1);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Place == place) return i;
        return -1;
    }

    private void Net()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var place = lines[i].Place;
            if (place.IsDebit || IndexOf(place with { IsDebit = true }) is var other && other < 0) continue;
            var (first, second) = (Math.Min(i, other), Math.Max(i, other));
            var document = lines[first].Document + lines[second].Document;
            var functional = lines[first].Functional + lines[second].Functional;
            var isOneLine = functional.IsZero || (document.IsZero
                ? place.Account.IsFunctionalOnly : document.Sign == functional.Sign);
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
