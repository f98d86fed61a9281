namespace OrderToCash.Orders;

/// <summary>Finds what is wrong with a rule of fees.</summary>
internal static class FeeCheck
{
    internal static void Of(EquatableArray<FeeRule> fees, int index, List<DomainError> errors)
    {
        var (fee, path) = (fees[index], $"fees[{index}]");
        if (fee.Kind.IsNone) errors.Add(PricingErrors.NameMissing.At($"{path}.kind"));
        if (!fee.Currency.HasMinorUnit)
            errors.Add(PricingErrors.CurrencyUnusable.At($"{path}.currency", ("currency", fee.Currency)));
        if (fee is { IsDiscountable: true, Basis: FeeBasis.GoodsAfterAllDiscounts })
            errors.Add(PricingErrors.FeeNotDiscountable.At($"{path}.isDiscountable", ("fee", fee.Id)));
        CheckAmount(fee.FreeFrom, $"{path}.freeFrom");
        Validity.Check(fee.ValidFrom, fee.ValidTo, path, errors);
        CheckTiers(fee, path, errors);
        for (var i = 0; i < fee.Tiers.Count; i++)
        {
            CheckAmount(fee.Tiers[i].Amount, $"{path}.tiers[{i}].amount");
            CheckAmount(fee.Tiers[i].FromValue, $"{path}.tiers[{i}].fromValue");
            PricingPolicyCheck.CheckPercent(fee.Tiers[i].Percent, $"{path}.tiers[{i}].percent", errors);
        }
        for (var i = 0; i < index; i++)
            if (fees[i].Kind == fee.Kind && fees[i].Currency == fee.Currency
                && Validity.Overlap(fees[i].ValidFrom, fees[i].ValidTo, fee.ValidFrom, fee.ValidTo))
                errors.Add(PricingErrors.FeesOverlap.At(path, ("kind", fee.Kind), ("first", $"fees[{i}]")));

        void CheckAmount(Money? amount, string target)
        {
            PricingPolicyCheck.CheckAmount(amount, target, errors);
            if (amount is { } given && given.Currency != fee.Currency)
                errors.Add(PricingErrors.CurrenciesMixed.At(target, ("amount", given), ("currency", fee.Currency)));
        }
    }

    private static void CheckTiers(FeeRule fee, string path, List<DomainError> errors)
    {
        if (fee.Tiers.IsEmpty) errors.Add(PricingErrors.TiersBroken.At($"{path}.tiers", ("what", "there is none")));
        var starts = new HashSet<decimal>();
        for (var i = 0; i < fee.Tiers.Count; i++)
        {
            var tier = fee.Tiers[i];
            var isWeight = fee.Basis == FeeBasis.Weight;
            var what = (isWeight ? tier.FromValue is not null : tier.FromWeight is not null) ? "it is measured by something else"
                : tier.FromWeight is { } weight && (weight.Unit != UnitCode.Kilogram || weight.IsNegative) ? "weights are in KGM"
                : isWeight && tier.Percent != Percentage.Zero ? "a weight has no percentage"
                : starts.Add(OrderFees.StartOf(tier)) ? null : "two tiers begin at the same point";
            if (what is not null) errors.Add(PricingErrors.TiersBroken.At($"{path}.tiers[{i}]", ("what", what)));
        }
    }
}
