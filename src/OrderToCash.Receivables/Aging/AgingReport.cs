namespace OrderToCash.Receivables;

/// <summary>What was open at the end of a day, by age, per legal entity, customer and currency.</summary>
public sealed record AgingReport
{
    /// <summary>The day.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What was known when: only what was recorded up to this moment counts; null for all that is known.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>The names of the buckets, in order.</summary>
    public required EquatableArray<string> Buckets { get; init; }

    /// <summary>One row per legal entity, customer and currency that has an item open, in that order.</summary>
    public required EquatableArray<AgingRow> Rows { get; init; }

    /// <summary>The total of a currency over all rows: the balance of the items.</summary>
    public Money Total(Currency currency)
    {
        var total = Money.Zero(currency);
        foreach (var row in Rows)
            if (row.Unapplied.Currency == currency) total += row.Total;
        return total;
    }

    /// <summary>
    /// The total of a legal entity in its functional currency, at booking rates: the balance of its control accounts on that day.
    /// </summary>
    public Money FunctionalTotal(LegalEntityId legalEntity, Currency functionalCurrency)
    {
        var total = Money.Zero(functionalCurrency);
        foreach (var row in Rows)
            if (row.LegalEntity == legalEntity && row.Functional is { } functional) total += functional.Total;
        return total;
    }
}
