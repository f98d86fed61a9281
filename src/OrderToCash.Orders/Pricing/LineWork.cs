namespace OrderToCash.Orders;

/// <summary>A line while its discounts are taken.</summary>
internal sealed class LineWork(OrderLineTerms terms, Money gross, LineAddition? addition)
{
    private List<AppliedDiscount>? steps;
    private Money lineDiscount = Money.Zero(gross.Currency);
    private Money documentDiscount = Money.Zero(gross.Currency);

    public OrderLineTerms Terms => terms;

    public LineAddition? Addition => addition;

    public Money Gross => gross;

    /// <summary>What discounts leave at least.</summary>
    public Money Floor { get; set; } = Money.Zero(gross.Currency);

    /// <summary>False for net prices, gifts and most fees: schemes, coupons and discounts on the order pass them by.</summary>
    public bool IsDiscountable { get; init; } = true;

    public Money Net => gross - lineDiscount;

    public Money Amount => gross - lineDiscount - documentDiscount;

    /// <summary>What may still be taken off.</summary>
    public Money Room => Amount > Floor ? Amount - Floor : Money.Zero(gross.Currency);

    public void Take(DiscountKind kind, Money asked, Percentage percent, string source)
    {
        if (asked.IsZero) return;
        var off = Money.Min(asked, Room);
        Record(kind, off, percent, source, off != asked);
    }

    public void Record(DiscountKind kind, Money off, Percentage percent, string source, bool isLimited)
    {
        (steps ??= []).Add(new()
        {
            Kind = kind, Off = off, Percent = percent, Source = source.Length == 0 ? null : source, IsLimited = isLimited,
        });
        if (kind < DiscountKind.DocumentPercent) lineDiscount += off;
        else documentDiscount += off;
    }

    public PricedLine ToPricedLine() => new()
    {
        Terms = terms, Gross = gross, LineDiscount = lineDiscount, DocumentDiscount = documentDiscount, Addition = addition,
        Steps = steps is null ? default : steps.ToEquatableArray(),
    };
}
