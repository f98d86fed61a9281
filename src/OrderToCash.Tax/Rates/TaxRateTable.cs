using System.Collections.Frozen;

namespace OrderToCash.Tax;

/// <summary>
/// Dated rates in memory: each holds from its first day until its last day or until the next one begins. Look-ups are O(log n).
/// </summary>
public sealed class TaxRateTable : ITaxRates
{
    private readonly FrozenDictionary<(string Country, string Territory, string Class), TaxRate[]> byKey;

    private TaxRateTable(EquatableArray<TaxRate> rates, LocalDate asOf)
    {
        (Rates, AsOf) = (rates, asOf);
        byKey = rates.GroupBy(r => (r.Country.Value, r.Territory, r.Class.Value))
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray());
    }

    /// <summary>All rows, in the order given.</summary>
    public EquatableArray<TaxRate> Rates { get; }

    /// <inheritdoc/>
    public LocalDate AsOf { get; }

    /// <summary>
    /// A table of these rows, or all findings: <see cref="TaxErrors.RateInvalid"/> (no country or class, a rate not above zero
    /// though the class is not <see cref="TaxClass.Zero"/>, last day before first), <see cref="TaxErrors.RatesOverlap"/>
    /// (two rows of one place and class begin on the same day, or one begins before the stated last day of another).
    /// </summary>
    /// <param name="rates">The rows, in any order.</param>
    /// <param name="asOf">The last day they were compared with the law.</param>
    public static Result<TaxRateTable> Create(IEnumerable<TaxRate> rates, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var rows = rates.ToEquatableArray();
        var findings = new List<DomainError>();
        for (var i = 0; i < rows.Count; i++)
            if (Fault(rows[i]) is { } reason)
                findings.Add(TaxErrors.RateInvalid.At($"rates[{i}]", ("row", i), ("reason", reason)));
        foreach (var group in rows.GroupBy(r => (r.Country, r.Territory, r.Class)))
        {
            var sorted = group.OrderBy(r => r.From).ToArray();
            for (var i = 1; i < sorted.Length; i++)
                if (sorted[i].From == sorted[i - 1].From || sorted[i - 1].Until is { } until && sorted[i].From <= until)
                    findings.Add(TaxErrors.RatesOverlap.At("rates",
                        ("class", group.Key.Class), ("country", group.Key.Country), ("date", sorted[i].From)));
        }
        return findings.Count == 0 ? Result.Success(new TaxRateTable(rows, asOf)) : Result.Failure<TaxRateTable>(findings);
    }

    /// <inheritdoc/>
    public TaxRate? Find(CountryCode country, TaxClass taxClass, LocalDate on) => Find(country, "", taxClass, on);

    /// <inheritdoc/>
    public TaxRate? Find(CountryCode country, string territory, TaxClass taxClass, LocalDate on)
    {
        if (!byKey.TryGetValue((country.Value, territory ?? "", taxClass.Value), out var rows)) return null;
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].From <= on) low = middle + 1;
            else high = middle;
        }
        return low > 0 && (rows[low - 1].Until is not { } until || on <= until) ? rows[low - 1] : null;
    }

    /// <summary>What is wrong with a row by itself, or null.</summary>
    internal static string? Fault(TaxRate row)
    {
        if (row.Country.IsNone) return "it names no country";
        if (row.Class.IsNone) return "it names no class";
        if (row.Class == TaxClass.Zero ? row.Rate.Value != 0 : row.Rate.Value <= 0) return "the rate is not above zero";
        if (row.Rate.Value > 100) return "the rate is above 100 %";
        return row.Until < row.From ? "the last day is before the first" : null;
    }
}
