using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>All that a book reads of an open item, read once.</summary>
internal struct ItemDraft
{
    public long Open;
    public NumberForm Form;
    public ulong Reference;
    public ulong Letters;
    public Currency Currency;
    public LocalDate Due;
    public LocalDate Dated;
    public int Scope;
    public DraftKind Kind;
    public bool HasDiscount;
    public bool IsRemainder;

    /// <summary>Reads an item, all but its scope.</summary>
    public static ItemDraft Read(OpenItem item)
    {
        if (!item.IsClaim) return default;
        // What breaks its own rules is no candidate, but whoever names it means it.
        var isSound = item.Check().IsEmpty;
        var open = isSound ? item.Open.MinorUnits : 0;
        var number = item.DocumentNumber.AsSpan();
        var form = DocumentNumbers.NumericKeys(number);
        return new()
        {
            Open = open,
            Form = form,
            Reference = open == 0 ? 0 : DocumentNumbers.TextKey(item.PaymentReference),
            Letters = NumberSeries.LettersBefore(number, form.FirstDigit),
            Currency = item.Amount.Currency,
            Due = item.DueDate,
            Dated = item.DocumentDate,
            Kind = open != 0 ? DraftKind.Open : form.Digits >= OpenItemBook.LeastDigits ? DraftKind.Settled : DraftKind.None,
            HasDiscount = isSound && !item.Discounts.IsEmpty,
            IsRemainder = open != item.Amount.MinorUnits,
        };
    }

    /// <summary>The key of the series of its number; 0 when it is of none.</summary>
    public readonly ulong SeriesKey => Kind == DraftKind.Open && Form.Digits is > 0 and <= NumberSeries.MostDigits
        ? Letters << 5 | (uint)Form.Digits
        : 0;

    /// <summary>The row of it.</summary>
    /// <param name="letters">The number of its letters in the book.</param>
    public readonly BookItem Row(int letters) => new()
    {
        Open = Open,
        NumberKey = Form.Digits >= OpenItemBook.LeastDigits ? Form.All : 0,
        Scope = Scope,
        Currency = Currency,
        Due = Due,
        Dated = Dated,
        NumberDigits = Form.Digits,
        TailDigits = Form.TailDigits,
        Letters = letters,
        HasDiscount = HasDiscount,
        IsRemainder = IsRemainder,
        IsPlain = Form.IsPlain,
    };
}

/// <summary>What becomes of an item in a book.</summary>
internal enum DraftKind : byte
{
    /// <summary>Nothing: no claim, or a settled one without a number.</summary>
    None,

    /// <summary>It can be matched.</summary>
    Open,

    /// <summary>Its number is known.</summary>
    Settled,
}
