namespace OrderToCash.Matching;

/// <summary>A piece of a text that may be a document number.</summary>
internal struct NumberMention
{
    /// <summary>The digits as one number, leading zeros gone.</summary>
    public ulong Key;

    public int Start;

    public int Length;

    /// <summary>How many digits, leading zeros counted.</summary>
    public int Digits;

    public MentionKind Kind;

    /// <summary>What the digits may be.</summary>
    public DigitKeys MayBe;

    /// <summary>Of what the digits are, if they are it, there is one in the book.</summary>
    public DigitKeys IsAlone;

    /// <summary>Where the book begins to look for them (<see cref="KeyIndex.Guess(ulong)"/>).</summary>
    public int Number;

    public int Tail;

    public int Bare;
}

internal enum MentionKind : byte
{
    /// <summary>The digits as they stand.</summary>
    Number,

    /// <summary>
    /// Made from a list (<c>1001/02</c>) or a range (<c>1001-1005</c>): the text holds only a part of the digits.
    /// </summary>
    Expanded,

    /// <summary>Shaped like a structured creditor reference (RF).</summary>
    Reference,
}
