namespace OrderToCash.Receivables;

/// <summary>What was agreed with a factor. Data, by contract.</summary>
public sealed record FactoringTerms
{
    /// <summary>The contract.</summary>
    public required string Contract { get; init => field = value ?? ""; } = "";

    /// <summary>What it is in the books.</summary>
    public FactoringTreatment Treatment { get; init; }

    /// <summary>True where what the debtor does not pay comes back to the seller.</summary>
    public bool HasRecourse { get; init; }

    /// <summary>How many days after the due date it comes back at the earliest.</summary>
    public int RecourseDays { get; init; }

    /// <summary>
    /// True where the debtor is not told: the seller goes on reminding him, in his own name for the factor. Else the factor does.
    /// </summary>
    public bool IsConfidential { get; init; }

    /// <summary>How much of the receivables is paid out at once, above 0 up to 100.</summary>
    public required Percentage AdvanceRate { get; init; }

    /// <summary>The fee, of the receivables; rounded once, a half away from zero.</summary>
    public Percentage FeeRate { get; init; }

    /// <summary>
    /// The interest a year on the advance of each receivable, from the day it is paid out to its due date, in days of 365;
    /// rounded once per receivable.
    /// </summary>
    public Percentage InterestRate { get; init; }

    /// <summary>The account of the factor in the books.</summary>
    internal AccountRole Account =>
        Treatment == FactoringTreatment.TrueSale ? AccountRole.FactorReceivable : AccountRole.FactorLiability;
}
