namespace OrderToCash.Orders;

/// <summary>Which of an order's coupons are taken, one after the other.</summary>
internal sealed class CouponCheck(OrderTerms terms, PricingPolicy policy, PricingFacts facts)
{
    private readonly List<Coupon> taken = [];

    /// <summary>The coupon when it is taken, or why it is not.</summary>
    public (Coupon? Taken, DomainError? Refused) Next(int index, Money value)
    {
        var (code, target) = (terms.Coupons[index], $"coupons[{index}]");
        var coupon = policy.Coupons.FirstOrDefault(c => c.Code == code);
        if (coupon is null || !coupon.Customer.IsNone && coupon.Customer != terms.Customer)
            return (null, PricingErrors.CouponUnknown.At(target, ("coupon", code), ("customer", terms.Customer)));
        if (!Validity.Holds(coupon.ValidFrom, coupon.ValidTo, terms.OrderDate))
            return (null, PricingErrors.CouponNotValid.At(target, ("coupon", code), ("date", terms.OrderDate),
                ("from", coupon.ValidFrom), ("to", coupon.ValidTo)));
        if (UsedOn(coupon) is { } order)
            return (null, PricingErrors.CouponAlreadyUsed.At(target, ("coupon", code), ("order", order)));
        if ((coupon.Amount ?? coupon.MinimumValue)?.Currency is { } currency && currency != terms.Currency)
            return (null, PricingErrors.CouponInOtherCurrency.At(target, ("coupon", code), ("currency", currency)));
        if (coupon.MinimumValue is { } minimum && value < minimum)
            return (null, PricingErrors.CouponBelowMinimum.At(target, ("coupon", code), ("minimum", minimum), ("value", value)));
        if (taken.FirstOrDefault(t => !t.IsCombinable || !coupon.IsCombinable) is { } other)
            return (null, PricingErrors.CouponNotCombinable.At(target, ("coupon", code), ("other", other.Code)));
        taken.Add(coupon);
        return (coupon, null);
    }

    // Twice on one order is twice, too.
    private OrderId? UsedOn(Coupon coupon)
    {
        if (taken.Contains(coupon)) return terms.Id;
        if (!coupon.IsOncePerCustomer) return null;
        foreach (var use in facts.CouponUses)
            if (use.Coupon == coupon.Code && use.Customer == terms.Customer && use.Order != terms.Id) return use.Order;
        return null;
    }
}
