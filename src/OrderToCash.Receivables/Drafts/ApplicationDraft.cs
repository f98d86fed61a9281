namespace OrderToCash.Receivables;

/// <summary>
/// A credit to be applied to items in an order, as far as it goes: <see cref="Requests"/> works out how much of it each item
/// takes.
/// </summary>
public sealed record ApplicationDraft
{
    /// <summary>The credit.</summary>
    public required OpenItemId Credit { get; init; }

    /// <summary>The items, in this order.</summary>
    public required EquatableArray<ApplicationTarget> Targets { get; init; }

    /// <summary>True when the early-payment discounts that run on the date are taken.</summary>
    public bool TakeDiscounts { get; init; }

    /// <summary>Why a short item is closed all the same.</summary>
    public RestTreatment Rest { get; init; }

    /// <summary>
    /// The targets whose stored item breaks its own rules: one <c>ledger.item-quarantined</c> for each thing that is wrong. They
    /// get nothing of the credit.
    /// </summary>
    /// <param name="items">The items of the targets, at least.</param>
    /// <exception cref="ArgumentException">The item of a target was not given.</exception>
    public EquatableArray<DomainError> Check(EquatableArray<OpenItem> items)
    {
        var findings = new List<DomainError>();
        for (var i = 0; i < Targets.Count; i++)
            foreach (var finding in Find(items, Targets[i].Item).Check())
                findings.Add(LedgerErrors.ItemQuarantined.At(FormattableString.Invariant($"targets[{i}].item"),
                    ("item", Targets[i].Item), ("finding", finding.Message), ("code", finding.Code)));
        return findings.ToEquatableArray();
    }

    /// <summary>
    /// The applications: each item takes what closes it on the date, less a discount or with one forfeited, or the amount named;
    /// the last one takes what is left of the credit. Items that get nothing have none, those that break their own rules among
    /// them. Where a short item is closed all the same
    /// each item gets at least the smallest unit of money, so that all of them are closed.
    /// </summary>
    /// <param name="items">The items of the targets, at least.</param>
    /// <param name="available">What may be used of the credit, in the currency of the items.</param>
    /// <param name="date">The business date.</param>
    public EquatableArray<ApplicationRequest> Requests(EquatableArray<OpenItem> items, Money available, LocalDate date)
    {
        var (requests, left) = (new List<ApplicationRequest>(), available);
        var unit = Money.FromMinorUnits(1, available.Currency);
        var wants = Targets.Select(target => Wanted(Find(items, target.Item), target, available.Currency, date)).ToArray();
        var later = Rest == RestTreatment.StaysOpen ? 0 : wants.Count(want => want.Amount.IsPositive);
        foreach (var (target, (wanted, discount)) in Targets.Zip(wants))
        {
            if (wanted.IsPositive && later > 0) later--;
            var spared = Money.Max(left - Money.FromMinorUnits(later, left.Currency), unit);
            var used = Money.Min(wanted, Money.Min(left, spared));
            if (!used.IsPositive) continue;
            left -= used;
            requests.Add(new()
            {
                Id = target.Application, Credit = Credit, Debit = target.Item, Amount = used,
                TakeDiscount = discount, Rest = Rest,
            });
        }
        return requests.ToEquatableArray();
    }

    /// <summary>What closes all of the items on a date, or the amounts named.</summary>
    /// <param name="items">The items of the targets, at least.</param>
    /// <param name="date">The business date.</param>
    /// <exception cref="ArgumentException">There is no target, or its item was not given.</exception>
    public Money Needed(EquatableArray<OpenItem> items, LocalDate date)
    {
        if (Targets.IsEmpty) throw new ArgumentException("There is nothing to apply to.", nameof(items));
        var sound = Targets.FindIndex(target => Find(items, target.Item).Check().IsEmpty);
        var sum = Money.Zero(Find(items, Targets[Math.Max(sound, 0)].Item).Amount.Currency);
        foreach (var target in Targets) sum += Wanted(Find(items, target.Item), target, sum.Currency, date).Amount;
        return sum;
    }

    private static OpenItem Find(EquatableArray<OpenItem> items, OpenItemId id)
    {
        foreach (var item in items)
            if (item.Id == id) return item;
        throw new ArgumentException($"Item {id} was not given.", nameof(items));
    }

    private (Money Amount, bool Discount) Wanted(OpenItem item, ApplicationTarget target, Currency currency, LocalDate date)
    {
        if (!item.Check().IsEmpty) return (Money.Zero(currency), false);
        if (item.Open.IsZero && target.Amount is null) return (item.Open, false);
        var discount = TakeDiscounts ? item.DiscountOn(date) : null;
        if (target.Amount is not { } named)
            return discount is { } taken && taken <= item.Open
                ? (item.Open - taken, true)
                : (item.Open + item.ForfeitedOn(date), false);
        var closes = discount is { } off && (named == item.Open || named == item.Open - off);
        return closes ? (item.Open - discount!.Value, true) : (named, false);
    }
}
