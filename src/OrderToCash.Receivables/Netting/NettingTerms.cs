namespace OrderToCash.Receivables;

/// <summary>What was agreed with a party that is customer and supplier.</summary>
public sealed record NettingTerms
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The party as our customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The agreement.</summary>
    public required string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>The first day it holds.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day it holds, inclusive; null while it is open-ended.</summary>
    public LocalDate? To { get; init; }

    /// <summary>How many days ahead of the due date an item may be netted; 0 for what is due only.</summary>
    public int DaysAhead { get; init; }

    /// <summary>The least that is netted at once, one a currency; nothing said is any amount.</summary>
    public EquatableArray<Money> Minimums { get; init; }

    internal Money? MinimumIn(Currency currency)
    {
        foreach (var minimum in Minimums)
            if (minimum.Currency == currency) return minimum;
        return null;
    }
}
