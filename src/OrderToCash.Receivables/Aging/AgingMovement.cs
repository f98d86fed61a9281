namespace OrderToCash.Receivables;

/// <summary>
/// A movement of an open item as a row of numbers: what it was opened with, an application, the reversal of one. A host that has
/// millions keeps them in this form and ages them by <see cref="AgingScan"/> in one pass, as of any day on both time axes.
/// </summary>
public readonly record struct AgingMovement
{
    /// <summary>The row of the report it belongs to, from 0: one legal entity, customer and currency.</summary>
    public int Row { get; init; }

    /// <summary>The business date, in days since 1 January 1970.</summary>
    public int On { get; init; }

    /// <summary>The date the age of its item counts from, due or document date, in days since 1 January 1970.</summary>
    public int AgedFrom { get; init; }

    /// <summary>Where it is shown.</summary>
    public AgingColumn Column { get; init; }

    /// <summary>
    /// When it was recorded, in hundreds of nanoseconds since 1 January 1970 (<see cref="Instant.ToUnixTimeTicks"/>);
    /// <see cref="long.MinValue"/> when it counts as always known.
    /// </summary>
    public long RecordedAt { get; init; }

    /// <summary>The amount in minor units of the document currency, debit above zero.</summary>
    public long Amount { get; init; }

    /// <summary>The same in minor units of the functional currency, at the booking rate.</summary>
    public long FunctionalAmount { get; init; }

    /// <summary>The days since 1 January 1970 of a date, as the fields here count them.</summary>
    public static int DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    /// <summary>
    /// Writes the movements of an item: its opening, its applications, their reversals. Together they are what is open on it on
    /// any day, as known at any moment.
    /// </summary>
    /// <param name="item">The item.</param>
    /// <param name="row">The row it belongs to.</param>
    /// <param name="policy">Which date ages it, and where its credits go.</param>
    /// <param name="into">Where to write them.</param>
    public static void Write(OpenItem item, int row, AgingPolicy policy, ICollection<AgingMovement> into)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(into);
        if (!item.IsOfAccount) return;
        var opening = new AgingMovement
        {
            Row = row,
            On = DayOf(item.OpenedOn),
            AgedFrom = DayOf(policy.AgedFrom(item)),
            Column = policy.IsApart(item) ? AgingColumn.Unapplied : AgingColumn.Aged,
            RecordedAt = item.RecordedAt?.ToUnixTimeTicks() ?? long.MinValue,
            Amount = item.Amount.MinorUnits,
            FunctionalAmount = item.FunctionalAmount.MinorUnits,
        };
        into.Add(opening);
        foreach (var application in item.Applications)
        {
            var made = opening with
            {
                On = DayOf(application.On),
                RecordedAt = application.RecordedAt.ToUnixTimeTicks(),
                Amount = -application.Amount.MinorUnits,
                FunctionalAmount = -application.FunctionalAmount.MinorUnits,
            };
            into.Add(made);
            if (application is { ReversedOn: { } on, ReversedRecordedAt: { } at })
                into.Add(made with
                {
                    On = DayOf(on), RecordedAt = at.ToUnixTimeTicks(),
                    Amount = -made.Amount, FunctionalAmount = -made.FunctionalAmount,
                });
        }
    }

    private static readonly LocalDate Epoch = new(1970, 1, 1);
}
