namespace OrderToCash.Tax;

/// <summary>
/// A row of the determination table: when it fits, and what follows. All conditions must hold; an empty one always does. Data,
/// so that hosts write their own (<see cref="TaxDeterminationPolicy.Rules"/>), load them from a file and store them.
/// </summary>
public sealed record TaxRule
{
    /// <summary>Its name, on every treatment it decides; unique among the rules of one table.</summary>
    public required string Id { get; init; }

    /// <summary>Lower ones are asked first; equal ones in the order of their ids.</summary>
    public int Priority { get; init; }

    /// <summary>Facts that must be so.</summary>
    public EquatableArray<TaxFact> When { get; init; }

    /// <summary>Facts that must not be so.</summary>
    public EquatableArray<TaxFact> Unless { get; init; }

    /// <summary>The kinds of supply it is for; none for all.</summary>
    public EquatableArray<SupplyKind> Kinds { get; init; }

    /// <summary>The seller's schemes it is for; none for all.</summary>
    public EquatableArray<SellerScheme> Schemes { get; init; }

    /// <summary>The product classes it is for; none for all.</summary>
    public EquatableArray<TaxClass> Classes { get; init; }

    /// <summary>Countries whose VAT holds where the supply begins; none for all.</summary>
    public EquatableArray<CountryCode> ShipFrom { get; init; }

    /// <summary>Countries whose VAT holds where the supply ends; none for all.</summary>
    public EquatableArray<CountryCode> ShipTo { get; init; }

    /// <summary>Tags the question must carry, name and value.</summary>
    public EquatableArray<Tag> Tags { get; init; }

    /// <summary>The first tax point it is for; null for always.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last tax point it is for, inclusive; null while it goes on.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>What follows.</summary>
    public required TaxOutcome Then { get; init; }

    /// <summary>
    /// What is wrong with it: <see cref="TaxErrors.RuleInvalid"/> (no id, a category nobody knows, a rate that does not go with
    /// it, no legal reason where one is due, a last day before the first, a fact both asked for and excluded).
    /// </summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        Add(string.IsNullOrWhiteSpace(Id), "it has no id");
        Add(Until < From, "its last day is before its first");
        Add(When.Any(Unless.Contains), "it asks for a fact and excludes it");
        if (Then.Refusal.Length > 0) return [.. findings];
        Add(!TaxCategories.IsKnown(Then.Category), "its category is not known");
        Add(Then.Rate is { } rate && !TaxCategories.Allows(Then.Category, rate), "its rate does not go with its category");
        Add(TaxCategories.NeedsReason(Then.Category) && Then.ReasonCode.IsNone && Then.ReasonText.Length == 0,
            "its category needs a legal reason");
        Add(TaxCategories.NeedsBuyerId(Then.Category) && Then.BuyerId == BuyerIdNeed.None,
            "its category needs the buyer's VAT id");
        return [.. findings];

        void Add(bool isWrong, string reason)
        {
            if (isWrong) findings.Add(TaxErrors.RuleInvalid.With(("rule", Id), ("reason", reason)));
        }
    }
}
