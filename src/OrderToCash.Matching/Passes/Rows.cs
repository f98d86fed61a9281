namespace OrderToCash.Matching;

/// <summary>How surely the payer is known.</summary>
internal enum PayerTrust : byte
{
    None,
    Name,
    Learned,
    Account,
    Given,
}

/// <summary>What naming is worth. From Number on, a naming holds by itself when the payer agrees.</summary>
internal enum Strength : byte
{
    None,
    Near,
    Part,
    Number,
    Claim,
    Reference,
}

/// <summary>A pass: what it proposes is weaker than what every earlier one proposes.</summary>
internal enum Pass
{
    NamedExact,
    NamedNear,
    NamedRest,
    NamedResidual,
    NearPart,
    Remainder,
    Single,
    DiscountedSingle,
    Totals,
    Period,
    Combination,
    Subset,
    AllButOne,
    AllButTwo,
    Tolerated,
    Foreign,
}

/// <summary>What the passes keep of a payment.</summary>
internal struct PaymentState
{
    public long Amount;
    public Currency Currency;
    public LocalDate Date;

    /// <summary>The date as a number that is ordered as dates are.</summary>
    public int Day;
    public int PayerStart;
    public int PayerCount;
    public int NamedStart;
    public int NamedCount;
    public int MentionStart;
    public int MentionCount;
    public int NearStart;
    public int NearCount;
    public int AllotStart;
    public int AllotCount;
    public int Confidence;
    public int Chance;
    public int DuplicateOf;
    public int ClaimCount;
    public PayerTrust Trust;
    public EvidenceKind AmountEvidence;
    public MatchOutcome Outcome;

    /// <summary>A bit for each pass that found something it was not sure enough of.</summary>
    public ushort Unsure;

    /// <summary>A bit for each pass that can find nothing, whatever becomes of the payer's items.</summary>
    public ushort RuledOut;

    /// <summary>It was applied to items of its payer.</summary>
    public bool IsOfPayer;

    /// <summary>A claim says how much of the payment is for its item.</summary>
    public bool HasClaimedAmounts;

    /// <summary>The payer is known from payments of this run.</summary>
    public bool IsPayerLearned;

    /// <summary>More items of the amount have a number that is near than are kept.</summary>
    public bool IsNearCrowded;

    /// <summary>A reference or a whole number says enough: the text has not been read, or not in parts.</summary>
    public bool IsTextUnread;

    /// <summary>
    /// Nothing that it says is a damaged number or reference of an item that asks for its amount, whoever has the item.
    /// </summary>
    public bool IsUndamaged;

    /// <summary>Nothing more is to be decided.</summary>
    public bool IsDecided;

    /// <summary>
    /// An equally good claim of another payment stands against it, or what it says by a claim against what it says in the text:
    /// a person decides.
    /// </summary>
    public bool IsContested;

    /// <summary>
    /// It names one item of the payer and has the amount of another one a slip away: a person decides, unless it is a part with
    /// what else is paid.
    /// </summary>
    public bool IsSlipOrPart;

    /// <summary>What it names is settled already, or more was named than could be read: amounts alone do not decide.</summary>
    public bool IsMisnamed;

    /// <summary>
    /// The text holds a creditor reference that is nobody's: the payer means something, and amounts alone do not decide what.
    /// </summary>
    public bool HasUnreadReference;

    /// <summary>The text names a document of the creditor that is not in the book: amounts alone do not decide.</summary>
    public bool NamesOutside;
}

/// <summary>What a run has done to an item: 16 bytes, one look; all zero while it has done nothing.</summary>
internal struct ItemState
{
    /// <summary>Minor units cleared, with the sign of the item.</summary>
    public long Cleared;

    /// <summary>The payment that was applied last, from 1; below zero while a pass is being settled.</summary>
    public int Owner;

    /// <summary>A tie keeps it for a person.</summary>
    public bool IsBlocked;

    /// <summary>An amount alone took it: it still counts where another amount has to be the only one.</summary>
    public bool IsTakenByAmount;
}

/// <summary>
/// The first day up to which a discount may have been offered that is still granted, and on which a due item is not yet old.
/// </summary>
internal struct PaymentDates
{
    public LocalDate Date;
    public LocalDate Grace;
    public LocalDate Old;
}

/// <summary>An item that a payment names.</summary>
internal struct Naming
{
    public int Item;
    public int Start;
    public int Length;
    public EvidenceKind Kind;
    public Strength Strength;

    /// <summary>Other letters stand before the digits than those of the item: the amount has to agree.</summary>
    public bool IsDoubtful;

    /// <summary>Which claim, from 1; 0 when the text names it.</summary>
    public int Claim;

    /// <summary>Minor units claimed; 0 when the claim has no amount.</summary>
    public long Claimed;
}

/// <summary>A part of a payment on an item.</summary>
internal struct Allot
{
    public long Cash;
    public long Discount;
    public long WriteOff;

    /// <summary>Minor units of the item's currency that the cash settles; 0 when it is the cash itself.</summary>
    public long Settles;

    public int Item;
    public int Start;
    public int Length;
    public EvidenceKind Kind;
}

/// <summary>What a pass would do with a payment.</summary>
internal struct Proposal
{
    public int Payment;
    public int AllotStart;
    public int AllotCount;

    /// <summary>Who comes first when two want the same item: the higher.</summary>
    public int Rank;
    public int Confidence;
    public int Chance;
    public MatchOutcome Outcome;
    public EvidenceKind AmountEvidence;

    /// <summary>The first item is one of the payer's.</summary>
    public bool IsOfPayer;
}
