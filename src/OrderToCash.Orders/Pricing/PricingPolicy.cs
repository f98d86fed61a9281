using System.Text.Json.Serialization;

namespace OrderToCash.Orders;

/// <summary>
/// What a legal entity takes off and adds to the prices of an order, and in which order. Data: load it, version it, choose it per
/// order. Amounts are rounded once at each step, half away from zero unless <see cref="OrderPolicy.Rounding"/> says otherwise.
/// </summary>
public sealed record PricingPolicy
{
    /// <summary>The policy's name and version, as it is quoted to auditors.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The discounts in the order they are applied, each of what the ones before it left, those of the line first. A kind that is
    /// left out is not granted, which is a finding of the order. Empty is <see cref="StandardStack"/>.
    /// </summary>
    public EquatableArray<DiscountKind> Stack { get; init; }

    /// <summary>Which quantity is held against <see cref="DiscountScheme.From"/>.</summary>
    public QuantityBasis QuantityBasis { get; init; }

    /// <summary>The seller's own discounts, in any order.</summary>
    public EquatableArray<DiscountScheme> Schemes { get; init; }

    /// <summary>Goods given free, in any order.</summary>
    public EquatableArray<FreeGoodsRule> FreeGoods { get; init; }

    /// <summary>The coupons that are taken.</summary>
    public EquatableArray<Coupon> Coupons { get; init; }

    /// <summary>Fees; their lines come in this order.</summary>
    public EquatableArray<FeeRule> Fees { get; init; }

    /// <summary>
    /// The most that all discounts together take off a line, of its price times quantity without free goods; null for all of it.
    /// </summary>
    public Percentage? LargestDiscount { get; init; }

    /// <summary>
    /// No discount leaves less than this share of what the customer pays above <see cref="PriceOrigin.UnitCost"/>, where that is
    /// known; null for no bound. Below 100 percent.
    /// </summary>
    public Percentage? MinimumMargin { get; init; }

    /// <summary>Schemes, percentages and amounts on the line; percentage, then amount on the order; coupons last.</summary>
    public static EquatableArray<DiscountKind> StandardStack { get; } =
    [
        DiscountKind.Scheme, DiscountKind.LinePercent, DiscountKind.LineAmount, DiscountKind.DocumentPercent,
        DiscountKind.DocumentAmount, DiscountKind.Coupon,
    ];

    /// <summary>No schemes, gifts, coupons, fees or bounds; discounts by hand in the standard order.</summary>
    public static PricingPolicy Standard { get; } = new() { Name = "standard" };

    /// <summary>The order that counts.</summary>
    [JsonIgnore]
    public EquatableArray<DiscountKind> EffectiveStack => Stack.IsEmpty ? StandardStack : Stack;

    /// <summary>
    /// Reads and checks a policy. Refused with everything that is wrong: <see cref="PolicyErrors"/> for the text, else what
    /// <see cref="Check"/> finds, each at its path (<c>fees[0].tiers[2].amount</c>).
    /// </summary>
    public static Result<PricingPolicy> Load(string json) => PolicyJson.Read(json, PricingJsonContext.Default.PricingPolicy)
        .Bind(policy => Result.Validated(policy, policy.Check()));

    /// <summary>
    /// Everything that is wrong with the policy: <see cref="PricingErrors.NameMissing"/>, <see cref="PricingErrors.IdRepeated"/>,
    /// <see cref="PricingErrors.StackBroken"/>, <see cref="PricingErrors.ProductMissing"/>,
    /// <see cref="PricingErrors.PercentOutOfRange"/>, <see cref="PricingErrors.DiscountEmpty"/>,
    /// <see cref="PricingErrors.AmountOutOfRange"/>, <see cref="PricingErrors.CurrencyUnusable"/>,
    /// <see cref="PricingErrors.CurrenciesMixed"/>, <see cref="PricingErrors.QuantityOutOfRange"/>,
    /// <see cref="PricingErrors.UnitsMixed"/>, <see cref="PricingErrors.GiftTooLarge"/>, <see
    /// cref="PricingErrors.DatesReversed"/>,
    /// <see cref="PricingErrors.FeesOverlap"/>, <see cref="PricingErrors.TiersBroken"/>,
    /// <see cref="PricingErrors.FeeNotDiscountable"/>.
    /// </summary>
    public EquatableArray<DomainError> Check() => PricingPolicyCheck.Of(this);
}
