namespace OrderToCash.Primitives;

/// <summary>What payment terms are asked about: a document's dates and amounts, and the days on which payments move.</summary>
public sealed record ScheduleBasis
{
    /// <summary>The date the terms run from.</summary>
    public required LocalDate InvoiceDate { get; init; }

    /// <summary>What the document asks for, tax included; not negative.</summary>
    public required Money Gross { get; init; }

    /// <summary>The same without tax; not negative.</summary>
    public required Money Net { get; init; }

    /// <summary>The business days of the seller.</summary>
    public required BusinessCalendar Calendar { get; init; }

    /// <summary>The periods in which the customer pays nothing.</summary>
    public EquatableArray<ClosedPeriod> ClosedPeriods { get; init; }

    /// <summary>
    /// The part of the gross that discounts are computed on; null is all of it. Less where freight is excluded, or where the
    /// discount is on the net alone; it is split over the instalments in proportion to their amounts.
    /// </summary>
    public Money? Discountable { get; init; }

    /// <summary>How shares and discounts come onto the grid; half away from zero unless said.</summary>
    public Rounding Rounding
    {
        get => field ?? Rounding.HalfAwayFromZero;
        init => field = value == Rounding.HalfAwayFromZero ? null! : value;
    }

    /// <summary>
    /// The steps in which is paid; null for none. Shares, and what is left of an instalment after its discount, come onto a step.
    /// </summary>
    public CashRounding? CashRounding { get; init; }
}
