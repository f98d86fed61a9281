namespace OrderToCash.Receivables;

/// <summary>A statement of one customer's account with one legal entity: a neutral document, for any rendering.</summary>
public sealed record AccountStatement
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Item by item, or balance by balance.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>The first day of the period, inclusive.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day of the period, inclusive.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Only what was recorded up to this moment counts; null for all that is known.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>The names of the buckets of the ages, in order.</summary>
    public required EquatableArray<string> Buckets { get; init; }

    /// <summary>One section per currency that was ever used up to the end of the period, in the order of their codes.</summary>
    public required EquatableArray<StatementSection> Sections { get; init; }

    /// <summary>
    /// States an account. The work is proportional to the items given; a statement of a past period stays the same when later
    /// business is recorded, and with <paramref name="knownAt"/> also when business of that period is.
    /// </summary>
    /// <param name="items">
    /// Items of the customer; others are passed over. For the open items of today those that are open are enough, for anything
    /// else the settled ones belong to it.
    /// </param>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="from">The first day, inclusive.</param>
    /// <param name="to">The last day, inclusive.</param>
    /// <param name="policy">Which kind, and the buckets.</param>
    /// <param name="knownAt">What was recorded up to this moment; null for all that is known.</param>
    /// <param name="parts">What is disputed and promised on the last day.</param>
    /// <exception cref="ArgumentException">
    /// The period ends before it begins; and as <see cref="Receivables.Aging.Of"/> does.
    /// </exception>
    public static AccountStatement Of(IEnumerable<OpenItem> items, LegalEntityId legalEntity, CustomerId customer,
        LocalDate from, LocalDate to, StatementPolicy policy, Instant? knownAt = null, IEnumerable<AgingParts>? parts = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(policy);
        if (to < from) throw new ArgumentException($"The period ends on {to:uuuu-MM-dd}, before {from:uuuu-MM-dd}.", nameof(to));
        var own = new List<OpenItem>();
        foreach (var item in items)
            if (item.LegalEntity == legalEntity && item.Customer == customer && item.IsOfAccount) own.Add(item);
        var aging = policy.Aging ?? new();
        var known = parts?.ToList();
        var ages = Receivables.Aging.Of(own, to, aging, knownAt, known);
        var work = new StatementWork(policy.Kind, from, to, knownAt, known);
        foreach (var item in own) work.Add(item);
        return new()
        {
            LegalEntity = legalEntity,
            Customer = customer,
            Kind = policy.Kind,
            From = from,
            To = to,
            KnownAt = knownAt,
            Buckets = ages.Buckets,
            Sections = work.Sections(ages),
        };
    }
}
