namespace OrderToCash.Orders;

/// <summary>Finds what is wrong with a pricing policy.</summary>
internal static class PricingPolicyCheck
{
    internal static EquatableArray<DomainError> Of(PricingPolicy policy)
    {
        var errors = new List<DomainError>();
        if (string.IsNullOrWhiteSpace(policy.Name)) errors.Add(PricingErrors.NameMissing.At("name"));
        CheckStack(policy.Stack, errors);
        CheckPercent(policy.LargestDiscount ?? default, "largestDiscount", errors);
        if (policy.MinimumMargin is { Value: < 0 or >= 100 } margin)
            errors.Add(PricingErrors.PercentOutOfRange.At("minimumMargin", ("percent", margin)));
        CheckIds(policy.Schemes.Select(s => s.Id), "schemes", errors);
        CheckIds(policy.FreeGoods.Select(r => r.Id), "freeGoods", errors);
        CheckIds(policy.Coupons.Select(c => c.Code.Value), "coupons", errors);
        CheckIds(policy.Fees.Select(f => f.Id), "fees", errors);
        for (var i = 0; i < policy.Schemes.Count; i++) CheckScheme(policy.Schemes[i], $"schemes[{i}]", errors);
        for (var i = 0; i < policy.FreeGoods.Count; i++) CheckFreeGoods(policy.FreeGoods[i], $"freeGoods[{i}]", errors);
        for (var i = 0; i < policy.Coupons.Count; i++) CheckCoupon(policy.Coupons[i], $"coupons[{i}]", errors);
        for (var i = 0; i < policy.Fees.Count; i++) FeeCheck.Of(policy.Fees, i, errors);
        return errors.ToEquatableArray();
    }

    internal static void CheckPercent(Percentage percent, string target, List<DomainError> errors)
    {
        if (percent.Value is < 0 or > 100) errors.Add(PricingErrors.PercentOutOfRange.At(target, ("percent", percent)));
    }

    internal static void CheckAmount(Money? amount, string target, List<DomainError> errors)
    {
        if (amount is not { } given) return;
        if (!given.Currency.HasMinorUnit) errors.Add(PricingErrors.CurrencyUnusable.At(target, ("currency", given.Currency)));
        if (!PricingBounds.IsReal(given)) errors.Add(PricingErrors.AmountOutOfRange.At(target, ("amount", given)));
    }

    private static void CheckStack(EquatableArray<DiscountKind> stack, List<DomainError> errors)
    {
        for (var i = 0; i < stack.Count; i++)
        {
            var kind = stack[i];
            var isLate = kind < DiscountKind.DocumentPercent && stack.Take(i).Any(k => k >= DiscountKind.DocumentPercent);
            var what = kind == DiscountKind.FreeGoods ? "free goods come first by themselves"
                : stack.Take(i).Contains(kind) ? "it is there twice"
                : isLate ? "a discount of the line stands after one of the order" : null;
            if (what is not null) errors.Add(PricingErrors.StackBroken.At($"stack[{i}]", ("kind", kind), ("what", what)));
        }
    }

    private static void CheckIds(IEnumerable<string> ids, string list, List<DomainError> errors)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var index = 0;
        foreach (var id in ids)
        {
            if (!PricingBounds.IsName(id)) errors.Add(PricingErrors.NameMissing.At($"{list}[{index}]"));
            else if (!seen.TryAdd(id, index))
                errors.Add(PricingErrors.IdRepeated.At($"{list}[{index}]", ("id", id), ("first", $"{list}[{seen[id]}]")));
            index++;
        }
    }

    private static void CheckScheme(DiscountScheme scheme, string path, List<DomainError> errors)
    {
        CheckPercent(scheme.Percent, $"{path}.percent", errors);
        CheckGiven(scheme.Percent, scheme.PerUnit is not null, path, errors);
        if (scheme.PerUnit is { } off)
        {
            if (!off.Currency.HasMinorUnit)
                errors.Add(PricingErrors.CurrencyUnusable.At($"{path}.perUnit", ("currency", off.Currency)));
            if (!PricingBounds.IsReal(off)) errors.Add(PricingErrors.AmountOutOfRange.At($"{path}.perUnit", ("amount", off)));
        }
        if (scheme.From is { } from && !PricingBounds.IsReal(from))
            errors.Add(PricingErrors.QuantityOutOfRange.At($"{path}.from", ("from", from)));
        Validity.Check(scheme.ValidFrom, scheme.ValidTo, path, errors);
    }

    private static void CheckFreeGoods(FreeGoodsRule rule, string path, List<DomainError> errors)
    {
        if (rule.Product.IsNone) errors.Add(PricingErrors.ProductMissing.At($"{path}.product"));
        foreach (var (name, quantity) in (ReadOnlySpan<(string, Quantity?)>)
            [("buy", rule.Buy), ("get", rule.Get), ("most", rule.Most)])
        {
            if (quantity is not { } given) continue;
            if (!PricingBounds.IsReal(given)) errors.Add(PricingErrors.QuantityOutOfRange.At($"{path}.{name}", ("from", given)));
            if (given.Unit != rule.Buy.Unit)
                errors.Add(PricingErrors.UnitsMixed.At($"{path}.{name}", ("from", given), ("unit", rule.Buy.Unit)));
        }
        var isOther = !rule.Gift.IsNone && rule.Gift != rule.Product;
        var isInclusive = rule.Form == FreeGoodsForm.Inclusive;
        if (rule.Get.Value > rule.Buy.Value || isInclusive && rule.Get.Value == rule.Buy.Value
            || rule.Form != FreeGoodsForm.ExclusiveLine && isOther)
            errors.Add(PricingErrors.GiftTooLarge.At(path, ("form", rule.Form), ("get", rule.Get), ("buy", rule.Buy)));
        Validity.Check(rule.ValidFrom, rule.ValidTo, path, errors);
    }

    private static void CheckCoupon(Coupon coupon, string path, List<DomainError> errors)
    {
        CheckPercent(coupon.Percent, $"{path}.percent", errors);
        CheckGiven(coupon.Percent, coupon.Amount is not null, path, errors);
        CheckAmount(coupon.Amount, $"{path}.amount", errors);
        CheckAmount(coupon.MinimumValue, $"{path}.minimumValue", errors);
        if (coupon is { Amount: { } amount, MinimumValue: { } minimum } && amount.Currency != minimum.Currency)
            errors.Add(PricingErrors.CurrenciesMixed.At($"{path}.minimumValue", ("amount", minimum),
                ("currency", amount.Currency)));
        Validity.Check(coupon.ValidFrom, coupon.ValidTo, path, errors);
    }

    // A percentage or an amount: neither takes nothing off, both leave open which counts.
    private static void CheckGiven(Percentage percent, bool hasAmount, string path, List<DomainError> errors)
    {
        if (percent == Percentage.Zero == !hasAmount) errors.Add(PricingErrors.DiscountEmpty.At(path));
    }
}
