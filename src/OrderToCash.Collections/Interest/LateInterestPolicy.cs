using OrderToCash.Receivables;

namespace OrderToCash.Collections;

/// <summary>What late payers of a class owe, as data: the rate, how days are counted, what is not worth a document.</summary>
public sealed record LateInterestPolicy
{
    /// <summary>Its code, kept with what is charged by it.</summary>
    public required string Code { get; init; }

    /// <summary>The rate a year, or the points over the reference rate.</summary>
    public required Percentage Margin { get; init; }

    /// <summary>The table of the reference rate; empty for a fixed rate.</summary>
    public string Table { get; init => field = value ?? ""; } = "";

    /// <summary>Which reference rate counts.</summary>
    public InterestRateSelection Selection { get; init; }

    /// <summary>How days are counted; ACT/365 fixed unless said otherwise.</summary>
    public DayCount DayCount { get; init => field = value ?? DayCount.Actual365Fixed; } = DayCount.Actual365Fixed;

    /// <summary>When it is rounded.</summary>
    public InterestRounding Rounding { get; init; }

    /// <summary>The smallest amount charged, inclusive, one per currency; below it is kept for the next time.</summary>
    public EquatableArray<Money> Minimums { get; init; }

    /// <summary>The lump sum by law; null for none.</summary>
    public CompensationScheme? Compensation { get; init; }

    /// <summary>
    /// True where interest that is owed bears interest itself. Never for consumers, and nowhere by law alone (BGB s.289).
    /// </summary>
    public bool Compounds { get; init; }

    /// <summary>
    /// True when such an item bears interest: invoices and what customers kept or took back of them; never fees.
    /// </summary>
    public bool Bears(OpenItemKind kind) => kind switch
    {
        OpenItemKind.Invoice or OpenItemKind.Deduction or OpenItemKind.Chargeback => true,
        OpenItemKind.Interest => Compounds,
        _ => false,
    };

    /// <summary>What is charged at least in a currency.</summary>
    public Money MinimumOf(Currency currency)
    {
        foreach (var minimum in Minimums)
            if (minimum.Currency == currency) return minimum;
        return Money.Zero(currency);
    }
}
