namespace OrderToCash.Receivables;

/// <summary>
/// A part of an open item settled by a part of another, as seen from one of the two. It is never changed or deleted: undoing it
/// sets the dates of its reversal. On the item owed the amount includes what a discount or a small difference closed, so it may
/// be more than the amount on the credit.
/// </summary>
public sealed record Application
{
    private readonly Rare? rare;

    /// <summary>The same id on both items.</summary>
    public required ItemApplicationId Id { get; init; }

    /// <summary>How it settles.</summary>
    public ApplicationKind Kind { get; init; }

    /// <summary>The item on the other side; none for a write-off, a refund or a return.</summary>
    public required OpenItemId Counterpart { get; init; }

    /// <summary>How much of this item it settles, with the sign of the item.</summary>
    public required Money Amount { get; init; }

    /// <summary>The carrying amount it releases, in the functional currency, with the sign of the item.</summary>
    public required Money FunctionalAmount { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The business date of its reversal; null while it holds.</summary>
    public LocalDate? ReversedOn
    {
        get => rare?.ReversedOn;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { ReversedOn = v });
    }

    /// <summary>When the reversal was recorded; null while it holds.</summary>
    public Instant? ReversedRecordedAt
    {
        get => rare?.ReversedRecordedAt;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { ReversedRecordedAt = v });
    }

    /// <summary>The entry that posted it.</summary>
    public JournalEntryId Entry { get; init; }

    /// <summary>True where the other side is a credit note.</summary>
    public bool ByCreditNote { get; init; }

    /// <summary>The part of the amount closed by an early-payment discount, tax included; null when none.</summary>
    public Money? Discount
    {
        get => rare?.Discount;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { Discount = v });
    }

    /// <summary>The tax the discount takes back, per category and rate; the base is the discount without that tax.</summary>
    public EquatableArray<TaxShare> DiscountShares { get; init; }

    /// <summary>The part of the amount that was short and is closed all the same; null when none.</summary>
    public Money? Rest
    {
        get => rare?.Rest;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { Rest = v });
    }

    /// <summary>
    /// What was posted beside the two items: discount, tax, differences. The item owed has them; a reversal mirrors them.
    /// </summary>
    public EquatableArray<JournalLine> Adjustments { get; init; }

    /// <summary>What it releases of the item's revaluation, debit above zero; null when nothing.</summary>
    public Money? Revalued
    {
        get => rare?.Revalued;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { Revalued = v });
    }

    /// <summary>Of a credit note: the tax in this part of it; null when none.</summary>
    public Money? CreditedTax
    {
        get => rare?.CreditedTax;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { CreditedTax = v });
    }

    /// <summary>What was paid on top of an item recorded less its discount, tax included; null when nothing.</summary>
    public Money? Forfeited
    {
        get => rare?.Forfeited;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { Forfeited = v });
    }

    /// <summary>
    /// The tax a bad debt or a lowered price takes back, per category and rate; as in <see cref="OpenItem.TaxShares"/>.
    /// </summary>
    public EquatableArray<TaxShare> TaxRelief { get; init; }

    /// <summary>For tax on cash receipts: the tax it makes due to the state, one share for each of the item's.</summary>
    public EquatableArray<TaxShare> ExigibleTax { get; init; }

    /// <summary>The same in the functional currency; null when none.</summary>
    public Money? ExigibleFunctional
    {
        get => rare?.ExigibleFunctional;
        init => rare = Rare.Changed(rare, value, static (r, v) => r with { ExigibleFunctional = v });
    }

    /// <summary>True while nobody has taken it back.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsLive => ReversedOn is null;

    /// <summary>True when it holds and is an amount and no more: no discount, difference, tax or revaluation is in it.</summary>
    internal bool IsPlain => rare is null && TaxRelief.IsEmpty && ExigibleTax.IsEmpty;

    /// <summary>
    /// True on a business date when it was made by then and not taken back by then, as far as was known at a moment.
    /// </summary>
    internal bool HeldOn(LocalDate date, Instant? knownAt) =>
        On <= date && (knownAt is null || RecordedAt <= knownAt)
        && !(ReversedOn <= date && (knownAt is null || ReversedRecordedAt <= knownAt));

    /// <summary>
    /// What few applications have, in an object of its own: ledgers hold them by the million. Null where all of it is null.
    /// </summary>
    private sealed record Rare
    {
        private static readonly Rare None = new();

        internal LocalDate? ReversedOn { get; init; }
        internal Instant? ReversedRecordedAt { get; init; }
        internal Money? Discount { get; init; }
        internal Money? Rest { get; init; }
        internal Money? Revalued { get; init; }
        internal Money? CreditedTax { get; init; }
        internal Money? Forfeited { get; init; }
        internal Money? ExigibleFunctional { get; init; }

        internal static Rare? Changed<T>(Rare? rare, T? value, Func<Rare, T?, Rare> change) where T : struct
        {
            if (rare is null && value is null) return null;
            var changed = change(rare ?? None, value);
            return changed == None ? null : changed;
        }
    }
}
