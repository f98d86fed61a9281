namespace OrderToCash.Orders;

/// <summary>The steps of pricing one order, in order.</summary>
internal sealed class PricingRun(OrderTerms terms, PricingPolicy policy, PricingFacts facts, Rounding rounding)
{
    private const decimal Whole = 100m;

    private readonly string group = facts.Group ?? "";
    private readonly List<LineWork> goods = [];
    private readonly List<LineWork> fees = [];
    private readonly List<DomainError> findings = [];
    private readonly List<CouponUse> uses = [];
    private readonly HashSet<OrderLineId> ids = [];

    public PricedOrder Price(EquatableArray<OrderLineTerms> lines)
    {
        goods.EnsureCapacity(lines.Count);
        var makesLines = !policy.Fees.IsEmpty || !policy.FreeGoods.IsEmpty;
        if (makesLines)
            foreach (var line in lines) ids.Add(line.Id);
        foreach (var line in lines) Add(line);
        var sums = policy.QuantityBasis == QuantityBasis.PerProduct && !policy.Schemes.IsEmpty
            ? CumulatedQuantity.Of(lines) : null;
        foreach (var kind in policy.EffectiveStack)
            if (kind < DiscountKind.DocumentPercent) TakeOffLines(kind, sums);
        AddFees(discountable: true);
        foreach (var kind in policy.EffectiveStack)
            if (kind >= DiscountKind.DocumentPercent) TakeOffOrder(kind);
        AddFees(discountable: false);
        OrderFees.FindMissing(policy.Fees, terms, findings);
        if (!policy.Stack.IsEmpty) FindNotGranted(lines);
        var priced = new PricedLine[goods.Count + fees.Count];
        for (var i = 0; i < goods.Count; i++) priced[i] = goods[i].ToPricedLine();
        for (var i = 0; i < fees.Count; i++) priced[goods.Count + i] = fees[i].ToPricedLine();
        return new()
        {
            Lines = EquatableArray.Create<PricedLine>(priced), CouponUses = uses.ToEquatableArray(),
            Findings = findings.Select(e => new OrderFinding { Severity = FindingSeverity.Block, Error = e }).ToEquatableArray(),
        };
    }

    internal static void TakePercents(LineWork work, Rounding rounding)
    {
        if (work.Terms.Discount != Percentage.Zero)
            work.Take(DiscountKind.LinePercent, work.Amount.Times(work.Terms.Discount, rounding), work.Terms.Discount, "");
        foreach (var discount in work.Terms.Discounts)
            if (discount.Amount is null)
                work.Take(DiscountKind.LinePercent, work.Amount.Times(discount.Percent, rounding), discount.Percent,
                    discount.Reason);
    }

    internal static void TakeAmounts(LineWork work)
    {
        foreach (var discount in work.Terms.Discounts)
            if (discount.Amount is { } amount) work.Take(DiscountKind.LineAmount, amount, default, discount.Reason);
    }

    // A line with its gift: part of it, on top of it, or on a line of its own.
    private void Add(OrderLineTerms line)
    {
        var gift = policy.FreeGoods.IsEmpty ? null : GiftOf(line);
        if (gift is not { } given)
        {
            goods.Add(Work(line, line.Quantity, null));
            return;
        }
        var (rule, free) = given;
        switch (rule.Form)
        {
            case FreeGoodsForm.Inclusive:
                var paid = line.Quantity - free;
                Give(goods, Work(line, paid, null), line.UnitPrice.Times(line.Quantity, rounding)
                    - line.UnitPrice.Times(paid, rounding), rule);
                break;
            case FreeGoodsForm.ExclusiveBonus:
                var more = line with { Quantity = line.Quantity + free };
                Give(goods, Work(more, line.Quantity, new() { Rule = rule.Id, Bonus = free }),
                    line.UnitPrice.Times(more.Quantity, rounding) - line.UnitPrice.Times(line.Quantity, rounding), rule);
                break;
            default:
                goods.Add(Work(line, line.Quantity, null));
                var present = GiftLine(line, rule, free);
                var work = new LineWork(present, present.UnitPrice.Times(free, rounding),
                    new() { Rule = rule.Id, GiftOf = line.Id }) { IsDiscountable = false };
                Give(goods, work, work.Gross, rule);
                break;
        }
    }

    private static void Give(List<LineWork> goods, LineWork work, Money worth, FreeGoodsRule rule)
    {
        goods.Add(work);
        if (!worth.IsZero) work.Record(DiscountKind.FreeGoods, worth, default, rule.Id, isLimited: false);
    }

    private LineWork Work(OrderLineTerms line, Quantity paid, LineAddition? addition)
    {
        var gross = line.UnitPrice.Times(line.Quantity, rounding);
        return new(line, gross, addition) { IsDiscountable = !line.IsNet, Floor = FloorOf(line, paid, gross) };
    }

    private OrderLineTerms GiftLine(OrderLineTerms line, FreeGoodsRule rule, Quantity free)
    {
        var isOther = !rule.Gift.IsNone && rule.Gift != line.Product;
        return new()
        {
            Id = NewId($"gift-{goods.Count}"), Product = isOther ? rule.Gift : line.Product,
            Description = isOther ? "" : line.Description, Quantity = free,
            UnitPrice = isOther ? UnitPrice.Of(0, terms.Currency) : line.UnitPrice, IsNet = true,
            PriceReason = $"gift with line {line.Id}", Tags = line.Tags,
        };
    }

    private (FreeGoodsRule Rule, Quantity Free)? GiftOf(OrderLineTerms line)
    {
        (FreeGoodsRule Rule, Quantity Free)? best = null;
        foreach (var rule in policy.FreeGoods)
        {
            if (rule.Product != line.Product || !IsFor(rule.Customer, rule.Group, rule.ValidFrom, rule.ValidTo)) continue;
            var free = rule.FreeOf(line.Quantity);
            if (!free.IsPositive) continue;
            if (best is not { } other || free > other.Free
                || free == other.Free && string.CompareOrdinal(rule.Id, other.Rule.Id) < 0) best = (rule, free);
        }
        return best;
    }

    // Rounded up, so that a discount never passes the exact floor; of the paid quantity, because a gift is no discount.
    private Money FloorOf(OrderLineTerms line, Quantity paid, Money gross)
    {
        var floor = Money.Zero(gross.Currency);
        if (line.Origin?.FloorPrice is { } price) floor = Money.Max(floor, price.Times(paid, Rounding.Ceiling));
        if (policy.MinimumMargin is { } margin && line.Origin?.UnitCost is { } cost)
            floor = Money.Max(floor, UnitPrice.Of(cost.Amount * Whole, cost.Currency, cost.Per * (Whole - margin.Value))
                .Times(paid, Rounding.Ceiling));
        if (policy.LargestDiscount is { } largest)
            floor = Money.Max(floor, line.UnitPrice.Times(paid, rounding)
                .Times(Percentage.Of(Whole - largest.Value), Rounding.Ceiling));
        return floor;
    }

    private void TakeOffLines(DiscountKind kind, CumulatedQuantity? sums)
    {
        if (kind == DiscountKind.Scheme && policy.Schemes.IsEmpty) return;
        foreach (var work in goods)
        {
            if (work.Addition is { GiftOf.IsNone: false }) continue;
            if (kind == DiscountKind.LinePercent) TakePercents(work, rounding);
            else if (kind == DiscountKind.LineAmount) TakeAmounts(work);
            else if (work.IsDiscountable) TakeScheme(work, sums);
        }
    }

    private void TakeScheme(LineWork work, CumulatedQuantity? sums)
    {
        var wanted = work.Addition?.Bonus is { } bonus ? work.Terms.Quantity - bonus : work.Terms.Quantity;
        (DiscountScheme Scheme, Money Off)? best = null;
        foreach (var scheme in policy.Schemes)
        {
            if (!scheme.Product.IsNone && scheme.Product != work.Terms.Product) continue;
            if (!IsFor(scheme.Customer, scheme.Group, scheme.ValidFrom, scheme.ValidTo)) continue;
            var reached = sums?.Of(work.Terms) ?? wanted;
            if (scheme.From is { } from && (from.Unit != reached.Unit || reached < from)) continue;
            if (scheme.PerUnit is { } per && per.Currency != terms.Currency) continue;
            var off = scheme.PerUnit?.Times(wanted, rounding) ?? work.Amount.Times(scheme.Percent, rounding);
            if (best is not { } other || off > other.Off
                || off == other.Off && string.CompareOrdinal(scheme.Id, other.Scheme.Id) < 0) best = (scheme, off);
        }
        if (best is { } taken) work.Take(DiscountKind.Scheme, taken.Off, taken.Scheme.Percent, taken.Scheme.Id);
    }

    private void TakeOffOrder(DiscountKind kind)
    {
        if (kind == DiscountKind.Coupon)
        {
            var check = new CouponCheck(terms, policy, facts);
            for (var i = 0; i < terms.Coupons.Count; i++) Redeem(check, i);
            return;
        }
        if (terms.Discount is not { } discount) return;
        var (asked, percent) = kind == DiscountKind.DocumentAmount
            ? (discount.Amount ?? Money.Zero(terms.Currency), Percentage.Zero)
            : (Discountable(w => w.Amount).Times(discount.Percent, rounding), discount.Percent);
        if (Split(kind, asked, percent, discount.Reason).IsZero && !asked.IsZero)
            findings.Add(PricingErrors.DiscountWithoutEffect.At("discount", ("kind", kind), ("discount", asked)));
    }

    private void Redeem(CouponCheck check, int index)
    {
        var value = Discountable(w => w.Addition is { Fee.IsNone: false } ? Money.Zero(terms.Currency) : w.Amount);
        var (coupon, refused) = check.Next(index, value);
        if (coupon is null)
        {
            findings.Add(refused!);
            return;
        }
        var asked = coupon.Amount ?? value.Times(coupon.Percent, rounding);
        var off = Split(DiscountKind.Coupon, asked, coupon.Percent, coupon.Code.Value);
        if (off.IsZero) findings.Add(PricingErrors.CouponWithoutEffect.At($"coupons[{index}]", ("coupon", coupon.Code)));
        else uses.Add(new() { Coupon = coupon.Code, Customer = terms.Customer, Order = terms.Id, Off = off });
    }

    // What was really taken off: less than asked for where the floors are in the way.
    private Money Split(DiscountKind kind, Money asked, Percentage percent, string source)
    {
        if (asked.IsZero) return Money.Zero(terms.Currency);
        var open = goods.Concat(fees).Where(w => w.IsDiscountable).ToArray();
        var rooms = Array.ConvertAll(open, w => w.Room.MinorUnits);
        var off = Money.Min(asked, Discountable(w => w.Room));
        var shares = DiscountSplit.Within(off.MinorUnits, Array.ConvertAll(open, w => w.Amount.MinorUnits), rooms);
        for (var i = 0; i < open.Length; i++)
            if (shares[i] > 0)
                open[i].Record(kind, Money.FromMinorUnits(shares[i], terms.Currency), percent, source, off != asked);
        return off;
    }

    private Money Discountable(Func<LineWork, Money> amount) =>
        Money.Sum(goods.Concat(fees).Where(w => w.IsDiscountable).Select(amount), terms.Currency);

    private void AddFees(bool discountable)
    {
        foreach (var rule in policy.Fees)
            if (rule.IsDiscountable == discountable && rule.Currency == terms.Currency
                && Validity.Holds(rule.ValidFrom, rule.ValidTo, terms.OrderDate)
                && OrderFees.AmountOf(rule, goods, rounding, findings) is { IsZero: false } amount)
                fees.Add(OrderFees.LineOf(rule, amount, NewId($"fee-{rule.Kind}")));
    }

    // A discount that the policy leaves out must not be forgotten silently.
    private void FindNotGranted(EquatableArray<OrderLineTerms> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Discount != Percentage.Zero || line.Discounts.Any(d => d.Amount is null))
                Find(DiscountKind.LinePercent, $"lines[{i}].discounts");
            if (line.Discounts.Any(d => d.Amount is not null)) Find(DiscountKind.LineAmount, $"lines[{i}].discounts");
        }
        if (terms.Discount is { } discount)
        {
            if (discount.Percent != Percentage.Zero) Find(DiscountKind.DocumentPercent, "discount.percent");
            if (discount.Amount is { IsZero: false }) Find(DiscountKind.DocumentAmount, "discount.amount");
        }
        if (!terms.Coupons.IsEmpty) Find(DiscountKind.Coupon, "coupons");

        void Find(DiscountKind kind, string target)
        {
            if (policy.Stack.AsSpan().IndexOf(kind) < 0)
                findings.Add(PricingErrors.DiscountNotGranted.At(target, ("kind", kind), ("policy", policy.Name)));
        }
    }

    private bool IsFor(CustomerId customer, string onlyGroup, LocalDate? from, LocalDate? to) =>
        (customer.IsNone || customer == terms.Customer) && (onlyGroup.Length == 0 || onlyGroup == group)
        && Validity.Holds(from, to, terms.OrderDate);

    // The host may have used the name for a line of his own.
    private OrderLineId NewId(string wish)
    {
        var id = new OrderLineId(wish);
        for (var n = 2; !ids.Add(id); n++) id = new($"{wish}-{n}");
        return id;
    }
}
