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
    private List<Collected>? lines;
    private Dictionary<Place, int>? known;

    private readonly record struct Place(AccountRole Account, OpenItemId Item, Currency Currency, bool IsDebit);

    private readonly record struct Collected(Place Place, long DocumentMinor, Money Functional)
    {
        internal Money Document => Money.FromMinorUnits(DocumentMinor, Place.Currency);

        internal bool MovesSomething => DocumentMinor != 0 || !Functional.IsZero;

        internal JournalLine ToLine() => Line(Place.Account, Document, Functional, Place.Item.IsNone ? null : Place.Item);
    }

    internal void Add(AccountRole account, Money document, Money functional, OpenItemId? item = null)
    {
        if (document.IsZero && functional.IsZero) return;
        var isDebit = item is null && (document.IsZero ? functional.IsPositive : document.IsPositive);
        var place = new Place(account, item ?? default, document.Currency, isDebit);
        lines ??= new(4);
        var index = IndexOf(place, lines);
        if (index < 0)
        {
            known?.Add(place, lines.Count);
            lines.Add(new(place, document.MinorUnits, functional));
            return;
        }
        var line = lines[index];
        lines[index] = line with
        {
            DocumentMinor = (line.Document + document).MinorUnits, Functional = line.Functional + functional,
        };
    }

    internal int Count => lines?.Count ?? 0;

    internal void Clear()
    {
        lines?.Clear();
        known = null;
    }

    internal void Add(JournalLine line) => Add(line.Account, line.SignedDocument, line.SignedFunctional, line.Item);

    internal EquatableArray<JournalLine> ToLines()
    {
        if (lines is null) return [];
        if (nets) Net(lines);
        var count = 0;
        foreach (var line in lines)
            if (line.MovesSomething) count++;
        return EquatableArray.Create<JournalLine, List<Collected>>(count, lines, Write);
    }

    private static void Write(Span<JournalLine> written, List<Collected> lines)
    {
        var next = 0;
        foreach (var line in lines)
            if (line.MovesSomething) written[next++] = line.ToLine();
    }

    private int IndexOf(Place place, List<Collected> lines)
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

    private void Net(List<Collected> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var place = lines[i].Place;
            if (place.IsDebit || IndexOf(place with { IsDebit = true }, lines) is var other && other < 0) continue;
            var (first, second) = (Math.Min(i, other), Math.Max(i, other));
            var document = lines[first].Document + lines[second].Document;
            var functional = lines[first].Functional + lines[second].Functional;
            var isOneLine = functional.IsZero || (document.IsZero
                ? place.Account.IsFunctionalOnly : document.Sign == functional.Sign);
            if (!isOneLine) continue;
            lines[first] = lines[first] with { DocumentMinor = document.MinorUnits, Functional = functional };
            lines[second] = lines[second] with { DocumentMinor = 0, Functional = functional - functional };
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
