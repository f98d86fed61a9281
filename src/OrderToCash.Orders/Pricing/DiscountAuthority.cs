namespace OrderToCash.Orders;

/// <summary>
/// Who may give away how much by hand: one version of the matrix of a legal entity, with its days. Data: load it, keep the old
/// versions, choose by date.
/// </summary>
public sealed record DiscountAuthority
{
    /// <summary>The name and version, as it is quoted to auditors.</summary>
    public required string Name { get; init; }

    /// <summary>The first day it holds; null from ever.</summary>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day it holds; null for ever.</summary>
    public LocalDate? ValidTo { get; init; }

    /// <summary>
    /// The levels, the lowest first: each may all that the one before may. A role that is not here may give nothing.
    /// </summary>
    public required EquatableArray<DiscountAuthorityLevel> Levels { get; init; }

    /// <summary>
    /// Reads and checks all versions, a JSON list. Refused with everything that is wrong: <see cref="PolicyErrors"/> for the
    /// text, else what <see cref="Check"/> finds.
    /// </summary>
    public static Result<EquatableArray<DiscountAuthority>> Load(string json) =>
        PolicyJson.Read(json, PricingJsonContext.Default.EquatableArrayDiscountAuthority)
            .Bind(versions => Result.Validated(versions, Check(versions)));

    /// <summary>
    /// Everything that is wrong: <see cref="PricingErrors.NameMissing"/>, <see cref="PricingErrors.IdRepeated"/>,
    /// <see cref="PricingErrors.PercentOutOfRange"/>, <see cref="PricingErrors.AmountOutOfRange"/>,
    /// <see cref="PricingErrors.CurrencyUnusable"/>, <see cref="PricingErrors.CurrenciesMixed"/>,
    /// <see cref="PricingErrors.DatesReversed"/>, <see cref="PricingErrors.LevelsNotRising"/>,
    /// <see cref="PricingErrors.VersionsOverlap"/>.
    /// </summary>
    public static EquatableArray<DomainError> Check(EquatableArray<DiscountAuthority> versions) =>
        DiscountAuthorityCheck.Of(versions);

    /// <summary>The version in force on a day, or null.</summary>
    public static DiscountAuthority? On(EquatableArray<DiscountAuthority> versions, LocalDate day) =>
        versions.FirstOrDefault(v => Validity.Holds(v.ValidFrom, v.ValidTo, day));

    /// <summary>
    /// May a person with these roles give that away? Else the reasons, measured against the highest of his levels, and the lowest
    /// role that may. O(levels).
    /// </summary>
    public DiscountVerdict Judge(DiscountFacts facts, EquatableArray<string> roles)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var own = Levels.LastOrDefault(l => roles.Contains(l.Role));
        var level = own ?? new() { Role = "nobody", LineDiscount = default, AverageDiscount = default };
        var reasons = Beyond(level, facts);
        var isAllowed = reasons.IsEmpty || facts.IsNothing;
        return new()
        {
            IsAllowed = isAllowed, Facts = facts, Authority = Name, Reasons = isAllowed ? [] : reasons,
            Role = isAllowed ? own?.Role ?? "" : Levels.FirstOrDefault(l => Beyond(l, facts).IsEmpty)?.Role ?? "",
        };
    }

    // Compared by cross-multiplication: the rounded percentage is for people.
    private static EquatableArray<DomainError> Beyond(DiscountAuthorityLevel level, DiscountFacts facts)
    {
        var errors = new List<DomainError>();
        if (IsAbove(facts.LineDiscount, facts.LineReference, level.LineDiscount))
            errors.Add(PricingErrors.LineDiscountExceeded.With(("percent", facts.LargestOfLine), ("line", facts.Line),
                ("bound", level.LineDiscount), ("role", level.Role)));
        if (IsAbove(facts.Discount, facts.Reference, level.AverageDiscount))
            errors.Add(PricingErrors.AverageDiscountExceeded.With(("percent", facts.Average), ("bound", level.AverageDiscount),
                ("role", level.Role)));
        var most = level.AmountIn(facts.Discount.Currency);
        if (facts.Discount > most)
            errors.Add(PricingErrors.DiscountAmountExceeded.With(("amount", facts.Discount), ("bound", most),
                ("role", level.Role)));
        if (!facts.BelowFloor.IsNone && !level.MayGoBelowFloor)
            errors.Add(PricingErrors.BelowFloor.With(("line", facts.BelowFloor), ("role", level.Role)));
        return errors.ToEquatableArray();
    }

    private static bool IsAbove(Money part, Money whole, Percentage bound) => part.Amount * 100 > whole.Amount * bound.Value;
}
