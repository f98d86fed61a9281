namespace OrderToCash.Receivables;

public sealed partial record OpenItem
{
    /// <summary>
    /// The discount that may be deducted when money arrives on a date, tax included: of the tiers that still run the largest, on
    /// what credit notes left of the amount; an amount agreed without percentage stays as it is. Null when none runs, when the
    /// item was recorded less its discount, or when a stored item is too broken to say (<see cref="Check"/>).
    /// </summary>
    public Money? DiscountOn(LocalDate date) =>
        !IsRecordedNet && Best(tier => date <= tier.Until) is { } best ? Left(best) : null;

    /// <summary>
    /// What may be paid on top of an item recorded less its discount when money arrives on a date, because the discount has run
    /// out by then; zero when nothing, or when a stored item is too broken to say.
    /// </summary>
    /// <param name="date">The day the money arrives.</param>
    /// <param name="graceDays">How many days after its last day a discount is still granted.</param>
    public Money ForfeitedOn(LocalDate date, int graceDays = 0)
    {
        var none = Money.Zero(Amount.Currency);
        if (!IsRecordedNet || Best(_ => true) is not { } best || !Check().IsEmpty) return none;
        if (Period.DaysBetween(best.Until, date) <= graceDays) return none;
        var left = best.Discount;
        foreach (var application in Applications)
            if (application is { IsLive: true, Forfeited: { } paid }) left -= paid;
        return left;
    }

    private DiscountTier? Best(Func<DiscountTier, bool> runs)
    {
        DiscountTier? best = null;
        foreach (var tier in Discounts)
            if (tier.Discount.Currency == Amount.Currency && runs(tier)
                && (best is null || tier.Discount > best.Discount))
                best = tier;
        return best is { Discount.IsPositive: true } ? best : null;
    }

    private Money? Left(DiscountTier tier)
    {
        if (!Applications.IsEmpty && !Check().IsEmpty) return null;
        var (credited, net) = (Money.Zero(Amount.Currency), Money.Zero(Amount.Currency));
        foreach (var application in Applications)
            if (application is { IsLive: true, ByCreditNote: true })
            {
                credited += application.Amount;
                net += application.Amount - (application.CreditedTax ?? Money.Zero(Amount.Currency));
            }
        if (credited.IsZero) return tier.Discount;
        var left = Amount - credited;
        if (tier.Percentage == Percentage.Zero) return Money.Min(tier.Discount, left);
        ReadOnlySpan<(Money, Money)> known = [(Amount, credited), (Discountable, credited), (TaxFree, net)];
        foreach (var (basis, taken) in known)
            if (tier.Discount == basis.Times(tier.Percentage, Rounding.HalfAwayFromZero))
                return Money.Max(basis - taken, Money.Zero(Amount.Currency)).Times(tier.Percentage, Rounding.HalfAwayFromZero);
        return tier.Discount.Part(left, Amount);
    }

    /// <summary>The amount without taxes that are an amount per document.</summary>
    internal Money Discountable
    {
        get
        {
            var amount = Amount;
            foreach (var share in TaxShares)
                if (share.Base.IsZero) amount -= share.Tax;
            return amount;
        }
    }

    private Money TaxFree
    {
        get
        {
            var amount = Amount;
            foreach (var share in TaxShares) amount -= share.Tax;
            return amount;
        }
    }
}
