namespace OrderToCash;

/// <summary>Makes revenue of what an invoice deferred and what is due by a day.</summary>
public sealed record RecogniseRevenue : Command
{
    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The day, inclusive; each part is posted on its own day.</summary>
    public required LocalDate Through { get; init; }
}

/// <summary>Records the day of a delivery or milestone that was billed before; what was deferred for it becomes due.</summary>
public sealed record RecordPerformance : Command
{
    /// <summary>The invoice.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>
/// Books what an order had delivered and not yet billed at the end of a period (<c>asset.unbilled</c>), and takes it back on the
/// next day. It may be booked any time later: deliveries, returns, invoices and credit notes of later days do not count.
/// </summary>
public sealed record AccrueUnbilled : Command
{
    /// <summary>The order.</summary>
    public required OrderId Order { get; init; }

    /// <summary>The last day of the period.</summary>
    public required LocalDate PeriodEnd { get; init; }
}
