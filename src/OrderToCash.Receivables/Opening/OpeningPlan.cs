using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// What an import of opening balances would do: look at it, then post it. Bad rows are in the findings and do not stop the good
/// ones; what was taken over before is not taken over again, so the same rows may be brought any number of times.
/// </summary>
public sealed record OpeningPlan
{
    /// <summary>What to post, an entry per customer, in the order of the customers.</summary>
    public EquatableArray<OpeningFacts> Facts { get; init; }

    /// <summary>The rows that were taken over before, as they are.</summary>
    public EquatableArray<OpenItemId> AlreadyThere { get; init; }

    /// <summary>Every bad row and every control total that is not met; codes of <see cref="OpeningErrors"/>.</summary>
    public EquatableArray<DomainError> Findings { get; init; }

    /// <summary>The totals per customer and currency, then those of all customers.</summary>
    public EquatableArray<OpeningComparison> Totals { get; init; }

    /// <summary>How many items are new.</summary>
    [JsonIgnore]
    public int NewItems => Facts.Sum(facts => facts.Items.Count);

    /// <summary>
    /// Plans the import of rows. The work is proportional to the rows and the items given.
    /// </summary>
    /// <param name="rows">The rows; of a file, or a host's own.</param>
    /// <param name="legalEntity">Whose books.</param>
    /// <param name="date">The day the books begin: the business date of the entries.</param>
    /// <param name="functionalCurrency">The currency of the books.</param>
    /// <param name="existing">The items that the books have of these customers, settled ones included.</param>
    /// <param name="totals">The totals of the old books to compare with.</param>
    public static OpeningPlan Of(IEnumerable<OpeningRow> rows, LegalEntityId legalEntity, LocalDate date,
        Currency functionalCurrency, IEnumerable<OpenItem> existing, IEnumerable<OpeningTotal> totals)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(totals);
        var work = new OpeningWork(legalEntity, date, functionalCurrency, existing);
        foreach (var row in rows) work.Take(row);
        work.Compare(totals);
        return work.Plan();
    }
}
