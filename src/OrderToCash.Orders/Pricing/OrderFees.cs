namespace OrderToCash.Orders;

/// <summary>Fees of an order, measured by its goods.</summary>
internal static class OrderFees
{
    /// <summary>The fee; null when it can't be measured, which is a finding.</summary>
    public static Money? AmountOf(FeeRule rule, List<LineWork> goods, Rounding rounding, List<DomainError> findings)
    {
        var none = Money.Zero(rule.Currency);
        var value = Money.Sum(goods.Select(w => rule.Basis switch
        {
            FeeBasis.GoodsBeforeDiscounts => w.Gross,
            FeeBasis.GoodsAfterAllDiscounts => w.Amount,
            _ => w.Net,
        }), rule.Currency);
        if (rule.FreeFrom is { } free && value >= free) return none;
        var measure = rule.Basis == FeeBasis.Weight ? WeightOf(rule, goods, findings) : value.Amount;
        if (measure is null) return null;
        FeeTier? reached = null;
        foreach (var tier in rule.Tiers)
            if (StartOf(tier) <= measure && (reached is null || StartOf(tier) > StartOf(reached))) reached = tier;
        return reached is null ? none : reached.Amount + value.Times(reached.Percent, rounding);
    }

    /// <summary>The line of a fee: one piece at its amount.</summary>
    public static LineWork LineOf(FeeRule rule, Money amount, OrderLineId id) => new(
        new()
        {
            Id = id, Product = new(rule.Id), Description = rule.Description.Length == 0 ? rule.Kind.Value : rule.Description,
            Quantity = Quantity.Pieces(1), UnitPrice = UnitPrice.Of(amount.Amount, amount.Currency),
            PriceReason = $"fee {rule.Id} by {WordsOf(rule.Basis)}", IsNet = !rule.IsDiscountable,
            Tags = rule.TaxClass.Length == 0 ? [] : [new() { Name = FeeRule.TaxClassTag, Value = rule.TaxClass }],
        },
        amount, new() { Rule = rule.Id, Fee = rule.Kind })
    {
        IsDiscountable = rule.IsDiscountable,
    };

    /// <summary>Kinds of fee that the policy has in other currencies only: they must not be forgotten silently.</summary>
    public static void FindMissing(EquatableArray<FeeRule> fees, OrderTerms terms, List<DomainError> findings)
    {
        var charged = fees.Where(f => f.Currency == terms.Currency).Select(f => f.Kind);
        foreach (var kind in fees.Select(f => f.Kind).Except(charged).Order())
            findings.Add(PricingErrors.FeeMissing.At("currency", ("kind", kind), ("currency", terms.Currency)));
    }

    /// <summary>Where a tier begins, in units of the currency or kilograms.</summary>
    public static decimal StartOf(FeeTier tier) => tier.FromValue?.Amount ?? tier.FromWeight?.Value ?? 0;

    private static decimal? WeightOf(FeeRule rule, List<LineWork> goods, List<DomainError> findings)
    {
        var (sum, isKnown) = (0m, true);
        foreach (var work in goods)
        {
            if (InKilograms(work.Terms) is { } weight) sum += weight;
            else if (work.Addition is not { GiftOf.IsNone: false })
            {
                findings.Add(PricingErrors.WeightMissing.At("lines", ("line", work.Terms.Id), ("fee", rule.Id)));
                isKnown = false;
            }
        }
        return isKnown ? sum : null;
    }

    private static decimal? InKilograms(OrderLineTerms line)
    {
        var weight = line.Weight ?? line.Quantity;
        return weight.Unit.Value switch
        {
            "KGM" => weight.Value,
            "GRM" => weight.Value / 1000,
            "TNE" => weight.Value * 1000,
            _ => null,
        };
    }

    private static string WordsOf(FeeBasis basis) => basis switch
    {
        FeeBasis.GoodsBeforeDiscounts => "value before discounts",
        FeeBasis.GoodsAfterLineDiscounts => "value after line discounts",
        FeeBasis.GoodsAfterAllDiscounts => "value after all discounts",
        _ => "weight",
    };
}
