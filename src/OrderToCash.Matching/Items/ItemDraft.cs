using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>All that a book keeps of an open item, read once: its row, but for the scope and the letters, and its keys.</summary>
internal struct ItemDraft
{
    /// <summary>The row; with nothing open, and fewer digits than a number has, of an item that is not in the book.</summary>
    public BookItem Row;

    /// <summary>The key of its reference; 0 for none.</summary>
    public ulong Reference;

    /// <summary>The letters its number begins with.</summary>
    public ulong Letters;

    /// <summary>All digits of its number, however few.</summary>
    public ulong All;

    /// <summary>The last digits of its number, unless they are all of it.</summary>
    public ulong Tail;

    /// <summary>Its number without its zeros, unless that is all of it, or the last run.</summary>
    public ulong Bare;

    /// <summary>Reads an item.</summary>
    public static void Read(OpenItem item, out ItemDraft draft)
    {
        draft = default;
        if (!item.IsClaim) return;
        var (open, hasDiscount) = OpenOf(item);
        Read(item, open, hasDiscount, ref draft);
    }

    /// <summary>Reads of an item no more than its number.</summary>
    public static void ReadNumber(OpenItem item, out ItemDraft draft)
    {
        draft = default;
        Read(item, 0, hasDiscount: false, ref draft);
    }

    /// <summary>
    /// What is open of an item, and whether it offers a discount: nothing of one that breaks its own rules, which is no
    /// candidate, but whoever names it means it.
    /// </summary>
    public static (long Open, bool HasDiscount) OpenOf(OpenItem item) =>
        item.Check().IsEmpty ? (item.Open.MinorUnits, !item.Discounts.IsEmpty) : (0, false);

    private static void Read(OpenItem item, long open, bool hasDiscount, ref ItemDraft draft)
    {
        var number = item.DocumentNumber.AsSpan();
        var form = DocumentNumbers.NumericKeys(number);
        draft.Letters = NumberSeries.LettersBefore(number, form.FirstDigit);
        draft.All = form.All;
        ref var row = ref draft.Row;
        row.Open = open;
        row.NumberKey = form.Digits >= OpenItemBook.LeastDigits ? form.All : 0;
        (row.NumberDigits, row.TailDigits, row.IsPlain) = (form.Digits, form.TailDigits, form.IsPlain);
        row.Currency = item.Amount.Currency;
        (row.Due, row.Dated) = (item.DueDate, item.DocumentDate);
        (row.HasDiscount, row.IsRemainder) = (hasDiscount, open != item.Amount.MinorUnits);
        if (open == 0) return;
        draft.Reference = DocumentNumbers.TextKey(item.PaymentReference);
        (draft.Tail, draft.Bare) = (OpenItemBook.TailKey(form), OpenItemBook.BareKey(form));
    }

    /// <summary>It can be matched.</summary>
    public readonly bool IsOpen => Row.Open != 0;

    /// <summary>Only its number is known.</summary>
    public readonly bool IsSettled => Row.Open == 0 && Row.NumberDigits >= OpenItemBook.LeastDigits;

    /// <summary>The key of the series of its number; 0 when it is of none.</summary>
    public readonly ulong SeriesKey => IsOpen && Row.NumberDigits is > 0 and <= NumberSeries.MostDigits
        ? Letters << 5 | (uint)Row.NumberDigits
        : 0;
}
