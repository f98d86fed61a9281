using System.Runtime.CompilerServices;

namespace OrderToCash.Matching;

/// <summary>
/// What the passes read of an open item: 32 bytes, grouped by scope and sorted by the open amount. The document number is here
/// in numbers, so that a hit is verified without its text: all digits, how many, how many of them in the last run, which letters.
/// </summary>
internal struct BookItem
{
    /// <summary>So many customers and currencies there may be.</summary>
    public const int MostScopes = 1 << ScopeBits;

    /// <summary>A number has more digits than this, or so many.</summary>
    public const int MostDigits = (1 << DigitBits) - 1;

    /// <summary>Letters of no series, and the most series there may be.</summary>
    public const int UnknownLetters = (1 << LetterBits) - 1;

    private const int ScopeBits = 26;
    private const int CurrencyBits = 19;
    private const int DigitBits = 5;
    private const int LetterBits = 6;
    private const int CurrencyAt = ScopeBits;
    private const int DigitsAt = CurrencyAt + CurrencyBits;
    private const int TailAt = DigitsAt + DigitBits;
    private const int LettersAt = TailAt + DigitBits;
    private const int DiscountAt = LettersAt + LetterBits;
    private const int RemainderAt = DiscountAt + 1;
    private const int PlainAt = RemainderAt + 1;

    private ulong packed;

    /// <summary>Minor units still open, with the sign of the item; 0 for one that only its number is kept of.</summary>
    public long Open;

    /// <summary>All digits of the document number as one number, leading zeros gone; 0 when it has fewer than four.</summary>
    public ulong NumberKey;

    public LocalDate Due;

    public LocalDate Dated;

    /// <summary>Which customer and currency it belongs to.</summary>
    public int Scope
    {
        readonly get => (int)(packed & MostScopes - 1);
        set => packed = packed & ~(ulong)(MostScopes - 1) | (uint)value;
    }

    public Currency Currency
    {
        readonly get => Unsafe.BitCast<int, Currency>(Bits(CurrencyAt, CurrencyBits));
        set => Set(CurrencyAt, CurrencyBits, Unsafe.BitCast<Currency, int>(value));
    }

    /// <summary>How many digits the document number has, leading zeros counted; <see cref="MostDigits"/> for more.</summary>
    public int NumberDigits
    {
        readonly get => Bits(DigitsAt, DigitBits);
        set => Set(DigitsAt, DigitBits, Math.Min(value, MostDigits));
    }

    /// <summary>How many of them are its last run; <see cref="MostDigits"/> for more.</summary>
    public int TailDigits
    {
        readonly get => Bits(TailAt, DigitBits);
        set => Set(TailAt, DigitBits, Math.Min(value, MostDigits));
    }

    /// <summary>Which letters it begins with (<see cref="NumberSeries.LettersOf"/>).</summary>
    public int Letters
    {
        readonly get => Bits(LettersAt, LetterBits);
        set => Set(LettersAt, LetterBits, value);
    }

    /// <summary>It offers a discount.</summary>
    public bool HasDiscount
    {
        readonly get => Bits(DiscountAt, 1) != 0;
        set => Set(DiscountAt, 1, value ? 1 : 0);
    }

    /// <summary>A part was settled before: what is left is nothing the customer was ever asked for.</summary>
    public bool IsRemainder
    {
        readonly get => Bits(RemainderAt, 1) != 0;
        set => Set(RemainderAt, 1, value ? 1 : 0);
    }

    /// <summary>
    /// The document number has one or two runs of digits, nineteen digits at most: <see cref="Tail"/> and <see cref="Bare"/> are
    /// its, exactly. Of any other the text has to be asked.
    /// </summary>
    public bool IsPlain
    {
        readonly get => Bits(PlainAt, 1) != 0;
        set => Set(PlainAt, 1, value ? 1 : 0);
    }

    /// <summary>The last run of digits, if it has five at least; 0 otherwise. Of plain numbers only.</summary>
    public readonly ulong Tail => TailDigits >= DocumentNumbers.LeastTail ? NumberKey % DocumentNumbers.Power(TailDigits) : 0;

    /// <summary>The runs of digits without their leading zeros, if four digits are left; 0 otherwise. Of plain numbers
    /// only.</summary>
    public readonly ulong Bare
    {
        get
        {
            var power = DocumentNumbers.Power(TailDigits);
            var (head, tail) = (NumberKey / power, NumberKey % power);
            var bare = head * DocumentNumbers.Power(DocumentNumbers.Length(tail)) + tail;
            return bare >= DocumentNumbers.LeastBare ? bare : 0;
        }
    }

    /// <summary>
    /// True when digits that were said, leading zeros gone, are the document number: all its digits, its last ones, or its runs
    /// without their zeros. Of plain numbers only; what was said has nineteen digits at most.
    /// </summary>
    public readonly bool IsSaid(ulong said) =>
        said != 0
            && (NumberKey == said || NumberKey % DocumentNumbers.Power(DocumentNumbers.Length(said)) == said || Bare == said);

    private readonly int Bits(int at, int count) => (int)(packed >> at) & (1 << count) - 1;

    private void Set(int at, int count, int value) =>
        packed = packed & ~((1UL << count) - 1 << at) | (ulong)(uint)value << at;
}
