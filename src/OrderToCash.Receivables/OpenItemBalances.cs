using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

public sealed partial record OpenItem
{
    /// <summary>True for what the customer owes, false for credits.</summary>
    [JsonIgnore]
    public bool IsDebit => Amount.IsPositive;

    /// <summary>The account role it is posted to: <see cref="Role"/>, else the usual one of its kind.</summary>
    [JsonIgnore]
    public AccountRole Account => Role.IsNone ? UsualRole(Kind) : Role;

    /// <summary>
    /// The carrying amount of what is still open, in the functional currency at booking rates, with the sign of the amount.
    /// </summary>
    [JsonIgnore]
    public Money OpenFunctional
    {
        get
        {
            var open = FunctionalAmount;
            foreach (var application in Applications)
                if (application.IsLive) open -= application.FunctionalAmount;
            return open;
        }
    }

    /// <summary>What was open at the end of a business date, by what is known now; zero before the document date.</summary>
    public Money OpenOn(LocalDate date) => OpenAt(date, null);

    /// <summary>What was open at the end of a business date, by what was recorded up to a moment (inclusive).</summary>
    public Money OpenAsOf(LocalDate date, Instant knownAt) => OpenAt(date, knownAt);

    /// <summary>
    /// The discount that may be deducted when money arrives on a date, tax included: of the tiers that still run the largest, on
    /// what credit notes left of the amount; null when none runs.
    /// </summary>
    public Money? DiscountOn(LocalDate date)
    {
        DiscountTier? best = null;
        foreach (var tier in Discounts)
            if (date <= tier.Until && (best is null || tier.Discount > best.Discount)) best = tier;
        if (best is null || !best.Discount.IsPositive) return null;
        var left = Amount;
        foreach (var application in Applications)
            if (application.IsLive && application.ByCreditNote) left -= application.Amount;
        if (left == Amount) return best.Discount;
        if (best.Discount == Amount.Times(best.Percentage, Rounding.HalfAwayFromZero))
            return left.Times(best.Percentage, Rounding.HalfAwayFromZero);
        return Money.FromMinorUnits(Proportion.Of(best.Discount.MinorUnits, left.MinorUnits, Amount.MinorUnits), Amount.Currency);
    }

    /// <summary>The least that is open on any date from this one on: what may still be settled with that business date.</summary>
    internal Money LeastOpenFrom(LocalDate date)
    {
        var changes = new List<(LocalDate Date, long Minor)>();
        var open = Amount.MinorUnits;
        foreach (var application in Applications)
        {
            if (application.On <= date) open -= application.Amount.MinorUnits;
            else changes.Add((application.On, -application.Amount.MinorUnits));
            if (application.ReversedOn is not { } reversed) continue;
            if (reversed <= date) open += application.Amount.MinorUnits;
            else changes.Add((reversed, application.Amount.MinorUnits));
        }
        changes.Sort(static (a, b) => a.Date.CompareTo(b.Date));
        var least = open;
        for (var i = 0; i < changes.Count; i++)
        {
            open += changes[i].Minor;
            if (i + 1 < changes.Count && changes[i + 1].Date == changes[i].Date) continue;
            if (Math.Abs(open) < Math.Abs(least)) least = open;
        }
        return Money.FromMinorUnits(least, Amount.Currency);
    }

    private static AccountRole UsualRole(OpenItemKind kind) => kind switch
    {
        OpenItemKind.Invoice => AccountRole.TradeReceivable,
        OpenItemKind.CreditNote => AccountRole.CustomerCredit,
        OpenItemKind.Payment => AccountRole.UnappliedCash,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of open item."),
    };

    private Money OpenAt(LocalDate date, Instant? knownAt)
    {
        if (date < DocumentDate || knownAt < RecordedAt) return Money.Zero(Amount.Currency);
        var open = Amount;
        foreach (var application in Applications)
            if (application.HeldOn(date, knownAt)) open -= application.Amount;
        return open;
    }
}
