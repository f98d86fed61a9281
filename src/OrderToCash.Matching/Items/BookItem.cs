namespace OrderToCash.Matching;

/// <summary>What the passes read of an open item: 40 bytes, grouped by scope and sorted by the open amount.</summary>
internal struct BookItem
{
    /// <summary>Minor units still open, with the sign of the item.</summary>
    public long Open;

    /// <summary>All digits of the document number as one number, leading zeros gone.</summary>
    public ulong NumberKey;

    public Currency Currency;

    /// <summary>Which customer and currency it belongs to.</summary>
    public int Scope;

    public LocalDate Due;

    public LocalDate Dated;

    /// <summary>How many discount tiers the item offers; what is more than 255 counts as 255.</summary>
    public byte Tiers;

    /// <summary>A part was settled before: what is left is nothing the customer was ever asked for.</summary>
    public bool IsRemainder;

    /// <summary>How many digits the document number has, leading zeros counted; 255 for more.</summary>
    public byte NumberDigits;

    /// <summary>How many of them are its last run; 255 for more.</summary>
    public byte TailDigits;

    /// <summary>Which letters it begins with (<see cref="NumberSeries.LettersOf"/>).</summary>
    public byte Letters;
}
