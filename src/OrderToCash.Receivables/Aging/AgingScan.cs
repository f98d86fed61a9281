namespace OrderToCash.Receivables;

/// <summary>
/// Ages movements in one pass: no allocation per movement, 64-bit sums that throw on overflow. The movements may come in any
/// order and in any number of pieces; only rows that were met have amounts. Not for several threads; scans of parts of the
/// movements can be added up by the host.
/// </summary>
public sealed class AgingScan
{
    private const int Apart = 3;
    private readonly int day;
    private readonly long known;
    private readonly int[] limits;
    private readonly int buckets;
    private readonly int width;
    private readonly bool netsOldestFirst;
    private long[] sums = [];
    private long[] functional = [];

    /// <summary>Prepares a pass for the end of a day.</summary>
    /// <param name="policy">Buckets, and whether credits that stand apart pay what is oldest.</param>
    /// <param name="date">The day, inclusive.</param>
    /// <param name="knownAt">What was recorded up to this moment counts, inclusive; null for all that is known.</param>
    /// <exception cref="ArgumentException">The limits of the buckets do not ascend.</exception>
    public AgingScan(AgingPolicy policy, LocalDate date, Instant? knownAt = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        day = AgingMovement.DayOf(date);
        known = knownAt?.ToUnixTimeTicks() ?? long.MaxValue;
        limits = policy.Boundaries();
        buckets = limits.Length + 1;
        width = (buckets * Apart) + 1;
        netsOldestFirst = policy.Credits == AgingCredits.OldestFirst;
    }

    /// <summary>How many rows there are: the highest row met, and one.</summary>
    public int RowCount { get; private set; }

    /// <summary>Takes movements in; those after the day, or not known by the moment, do not count.</summary>
    /// <exception cref="OverflowException">A sum does not fit into 64 bits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is below zero or a column unknown.</exception>
    public void Add(ReadOnlySpan<AgingMovement> movements)
    {
        foreach (ref readonly var movement in movements)
        {
            if (movement.On > day || movement.RecordedAt > known) continue;
            Add(movement.Row, day - movement.AgedFrom, movement.Column, movement.Amount, movement.FunctionalAmount);
        }
    }

    /// <summary>The amounts of a row in its document currency; all zero where no movement was met.</summary>
    public AgingAmounts Amounts(int row, Currency currency) => Read(row, sums, sums, currency);

    /// <summary>The amounts of a row in the functional currency.</summary>
    public AgingAmounts FunctionalAmounts(int row, Currency functionalCurrency) =>
        Read(row, functional, sums, functionalCurrency);

    internal void Add(int row, int age, AgingColumn column, long amount, long functionalAmount)
    {
        if ((uint)row >= (uint)RowCount) Grow(row);
        if ((uint)column > (uint)AgingColumn.Unapplied)
            throw new ArgumentOutOfRangeException(nameof(column), column, "An unknown column.");
        var bucket = 0;
        foreach (var limit in limits)
            bucket += age > limit ? 1 : 0;
        var index = (row * width) + (column == AgingColumn.Unapplied ? buckets * Apart : ((int)column * buckets) + bucket);
        sums[index] = checked(sums[index] + amount);
        functional[index] = checked(functional[index] + functionalAmount);
    }

    private void Grow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        RowCount = row + 1;
        if (sums.Length >= RowCount * width) return;
        Array.Resize(ref sums, Math.Max(RowCount, sums.Length / width * 2) * width);
        Array.Resize(ref functional, sums.Length);
    }

    private AgingAmounts Read(int row, long[] from, long[] documents, Currency currency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        Span<long> columns = width <= 256 ? stackalloc long[width] : new long[width];
        from.AsSpan(row * width, width).CopyTo(columns);
        if (netsOldestFirst) Net(columns, documents.AsSpan(row * width, width), currency);
        return new()
        {
            Buckets = Part(columns[..buckets], currency),
            Disputed = PartOrNone(columns.Slice(buckets, buckets), currency),
            Promised = PartOrNone(columns.Slice(buckets * 2, buckets), currency),
            Unapplied = Money.FromMinorUnits(columns[^1], currency),
        };
    }

    // The credits pay in document amounts; what they carry in the other currency goes with them pro rata, the rest stays.
    private void Net(Span<long> columns, ReadOnlySpan<long> documents, Currency currency)
    {
        var credit = -documents[^1];
        var carried = Money.FromMinorUnits(columns[^1], currency);
        var whole = Money.FromMinorUnits(documents[^1], currency);
        var paid = 0L;
        for (var bucket = buckets - 1; bucket >= 0 && paid < credit; bucket--)
        {
            if (documents[bucket] <= 0) continue;
            var now = Math.Min(credit - paid, documents[bucket]);
            var before = carried.Part(Money.FromMinorUnits(-paid, currency), whole).MinorUnits;
            paid += now;
            var moved = carried.Part(Money.FromMinorUnits(-paid, currency), whole).MinorUnits - before;
            columns[bucket] += moved;
            columns[^1] -= moved;
        }
    }

    private static EquatableArray<Money> Part(ReadOnlySpan<long> minor, Currency currency)
    {
        var amounts = new Money[minor.Length];
        for (var i = 0; i < amounts.Length; i++) amounts[i] = Money.FromMinorUnits(minor[i], currency);
        return [.. amounts];
    }

    private static EquatableArray<Money> PartOrNone(ReadOnlySpan<long> minor, Currency currency) =>
        minor.ContainsAnyExcept(0L) ? Part(minor, currency) : [];
}
