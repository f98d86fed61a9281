namespace OrderToCash.Quickstart;

/// <summary>How a payment says what it is for.</summary>
public enum ReferenceWriting
{
    /// <summary>The payment reference in the structured field, or all document numbers with their amounts.</summary>
    Structured,

    /// <summary>The reference or the numbers in free text, as printed.</summary>
    InText,

    /// <summary>In free text, with a mistake: see <see cref="Damage"/>.</summary>
    Damaged,

    /// <summary>Not at all.</summary>
    Missing,
}

/// <summary>The mistakes people make with numbers.</summary>
public enum Damage
{
    /// <summary>One digit is left out.</summary>
    DigitDropped,

    /// <summary>Two neighbouring digits change places.</summary>
    DigitsSwapped,

    /// <summary>The letters in front are left out.</summary>
    PrefixLost,

    /// <summary>Zeros in front of the digits are left out.</summary>
    ZerosStripped,

    /// <summary>Blanks, dots or slashes come between.</summary>
    Separators,
}

/// <summary>What is different about the amount of a payment.</summary>
public enum AmountTwist
{
    /// <summary>Nothing: it is what was owed, a discount taken where it was allowed.</summary>
    None,

    /// <summary>A few units of small change are missing: bank charges.</summary>
    Charges,

    /// <summary>A part is missing: a deduction for damage, a price disagreed with.</summary>
    Short,

    /// <summary>More than was owed.</summary>
    Over,

    /// <summary>The discount was taken after its last day.</summary>
    LateDiscount,
}

/// <summary>
/// The rates at which made-up customers behave: one table for all of it. Lateness, and how many pay several invoices at once, follow real
/// ledgers (medians and tails of 40,000 cleared invoices of 1,056 customers, 2019-2020); the shares of mistakes are our estimates.
/// </summary>
public static class PayerBehaviour
{
    /// <summary>A customer's mean days after the due date: thousandths of the customers, days.</summary>
    public static EquatableArray<(int PerMille, int Days)> MeanLateness { get; } = [(0, -12), (50, -5), (250, 0), (500, 1), (750, 3), (950, 9), (1000, 30)];

    /// <summary>A customer's spread around its mean, days.</summary>
    public static EquatableArray<(int PerMille, int Days)> Spread { get; } = [(0, 0), (50, 1), (500, 4), (950, 15), (1000, 25)];

    /// <summary>Days a forgotten invoice comes late on top; thousandths as in the others.</summary>
    public static EquatableArray<(int PerMille, int Days)> ForgottenFor { get; } = [(0, 20), (500, 35), (900, 60), (1000, 120)];

    /// <summary>How references are written.</summary>
    public static EquatableArray<(int Weight, ReferenceWriting Writing)> Writing { get; } =
        [(36, ReferenceWriting.Structured), (38, ReferenceWriting.InText), (16, ReferenceWriting.Damaged), (10, ReferenceWriting.Missing)];

    /// <summary>Which mistakes are made.</summary>
    public static EquatableArray<(int Weight, Damage Damage)> Damages { get; } =
        [(25, Damage.DigitDropped), (25, Damage.DigitsSwapped), (20, Damage.PrefixLost), (10, Damage.ZerosStripped), (20, Damage.Separators)];

    /// <summary>What is different about amounts.</summary>
    public static EquatableArray<(int Weight, AmountTwist Twist)> Twists { get; } =
        [(925, AmountTwist.None), (20, AmountTwist.Charges), (30, AmountTwist.Short), (15, AmountTwist.Over), (10, AmountTwist.LateDiscount)];

    /// <summary>Customers that pay once a week, all that is due by then.</summary>
    public const int WeeklyPayers = 350;

    /// <summary>Customers that pay nothing at all.</summary>
    public const int NeverPayers = 25;

    /// <summary>Invoices that are never paid by customers who pay the others.</summary>
    public const int NeverPaid = 15;

    /// <summary>Invoices that are forgotten for weeks.</summary>
    public const int Forgotten = 25;

    /// <summary>Invoices near each other that are paid together by customers without a pay day.</summary>
    public const int Joined = 350;

    /// <summary>Discounts that are taken when they are offered.</summary>
    public const int DiscountsTaken = 750;

    /// <summary>Credit notes that are netted when they are known.</summary>
    public const int CreditsNetted = 850;

    /// <summary>Payments that come a second time.</summary>
    public const int PaidTwice = 10;

    /// <summary>Payments without the payer's account.</summary>
    public const int WithoutAccount = 120;

    /// <summary>Payments under another form of the name: capitals, without legal form, shortened.</summary>
    public const int OtherName = 300;

    /// <summary>Unrelated movements for each hundred payments; half of them money out.</summary>
    public const int UnrelatedPerHundred = 3;
}
