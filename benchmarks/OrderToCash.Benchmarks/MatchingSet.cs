namespace OrderToCash.Benchmarks;

/// <summary>How hard generated payments are: rates of the ways of saying, of unrelated money, of unknown accounts, of equal amounts.</summary>
public sealed record MatchingSet
{
    /// <summary>Of a thousand payments that pay something in the book, so many say it so; they add up to a thousand.</summary>
    public required (Said Said, int Rate)[] Rates { get; init; }

    /// <summary>Of a thousand payments, so many are for nothing in the book.</summary>
    public required int Unrelated { get; init; }

    /// <summary>Of a hundred payments, so many come from an account nobody knows.</summary>
    public required int UnknownAccounts { get; init; }

    /// <summary>Of twenty customers, so many are billed the same amount again and again.</summary>
    public required int EqualAmountCustomers { get; init; }

    /// <summary>
    /// Of a thousand payments that name one item whole, so many come in another currency: 45 are 3 % of all of the standard set.
    /// </summary>
    public int Foreign { get; init; } = 45;

    /// <summary>How far a bank's rate is off the published one at most, to either side, in hundredths of a percent.</summary>
    public int BankOffRate { get; init; } = 80;

    public static MatchingSet Easy { get; } = new()
    {
        Rates = [(Said.Structured, 600), (Said.Number, 250), (Said.Separators, 50), (Said.SeveralNumbers, 50), (Said.AccountOnly, 50)],
        Unrelated = 5, UnknownAccounts = 2, EqualAmountCustomers = 0,
    };

    public static MatchingSet Standard { get; } =
        new() { Rates = MatchingData.Rates, Unrelated = 20, UnknownAccounts = 5, EqualAmountCustomers = 1 };

    /// <summary>The standard set without money from abroad.</summary>
    public static MatchingSet OneCurrency { get; } = Standard with { Foreign = 0 };

    /// <summary>Few references, many damaged numbers, many amounts alone.</summary>
    public static MatchingSet Hard { get; } = new()
    {
        Rates =
        [
            (Said.Structured, 80), (Said.StructuredWrongDigit, 30), (Said.Number, 80), (Said.PrefixLost, 120), (Said.ZerosStripped, 80),
            (Said.Separators, 60), (Said.Truncated, 80), (Said.Typing, 80), (Said.SeveralNumbers, 80), (Said.Range, 20),
            (Said.PaidNumber, 30), (Said.CustomerNumberOnly, 60), (Said.AccountOnly, 80), (Said.UnknownAccountAndName, 30),
            (Said.SeveralWithoutReference, 50), (Said.AllDue, 20), (Said.CreditNoteNetted, 20),
        ],
        Unrelated = 50, UnknownAccounts = 15, EqualAmountCustomers = 2, BankOffRate = 120,
    };

    /// <summary>Made to mislead: numbers that are settled, money for nothing, a fifth of the customers with equal amounts.</summary>
    public static MatchingSet Adversarial { get; } = new()
    {
        Rates =
        [
            (Said.Structured, 50), (Said.StructuredWrongDigit, 50), (Said.Number, 50), (Said.ZerosStripped, 100), (Said.Truncated, 100),
            (Said.Typing, 100), (Said.SeveralNumbers, 50), (Said.PaidNumber, 150), (Said.CustomerNumberOnly, 100), (Said.AccountOnly, 100),
            (Said.SeveralWithoutReference, 100), (Said.AllDue, 50),
        ],
        Unrelated = 200, UnknownAccounts = 10, EqualAmountCustomers = 4, BankOffRate = 120,
    };

    public static MatchingSet Named(string name) => name switch
    {
        "easy" => Easy,
        "standard" => Standard,
        "hard" => Hard,
        "adversarial" => Adversarial,
        _ => throw new ArgumentException($"'{name}' is no set: easy, standard, hard, adversarial."),
    };
}
