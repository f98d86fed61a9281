namespace OrderToCash;

/// <summary>What a run would charge for late payment; nothing is written before its commands are given.</summary>
public sealed record InterestPlan
{
    /// <summary>Whose receivables.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The last day that bears interest, inclusive.</summary>
    public required LocalDate Through { get; init; }

    /// <summary>What would be charged, ordered by item.</summary>
    public EquatableArray<PlannedInterest> Charges { get; init; }

    /// <summary>What would not be, and why: too little, no rate, insolvent; items that owe nothing are not named.</summary>
    public EquatableArray<DomainError> NotCharged { get; init; }

    /// <summary>The commands that charge it; given again they charge nothing again.</summary>
    /// <param name="by">Who gives them.</param>
    /// <param name="on">The date of the documents.</param>
    public IEnumerable<ChargeLateInterest> Commands(Actor by, LocalDate on)
    {
        foreach (var charge in Charges)
            yield return new()
            {
                Id = new(DerivedId.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $"interest/{charge.Interest.Item}/{Through:uuuu-MM-dd}"))),
                By = by, Item = charge.Interest.Item, Through = Through, On = on,
            };
    }
}
