namespace OrderToCash.Invoicing;

public sealed partial record TaxJournal
{
    private readonly record struct TieKey(TaxCategory Category, Currency Currency, bool IsFunctional);

    /// <summary>
    /// Compares the tax of these entries with what the ledger has on the output tax account, document by document, per
    /// category and in both currencies. A ledger that does not tell categories apart (one entry without is enough) is
    /// compared per currency.
    /// </summary>
    /// <param name="ledger">The postings to the account, any number a document.</param>
    public TaxTie Tie(IEnumerable<LedgerTax> ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var postings = ledger.ToArray();
        var byCategory = !Array.Exists(postings, p => p.Category.IsNone);
        var amounts = new Dictionary<(InvoiceNumber Number, TieKey Key), (Money Journal, Money Ledger)>();
        foreach (var entry in Entries)
        {
            Add(entry.Number, entry.Category, entry.Tax, false, false);
            Add(entry.Number, entry.Category, entry.FunctionalTax, true, false);
        }
        foreach (var posting in postings)
        {
            Add(posting.Number, posting.Category, posting.Tax, false, true);
            Add(posting.Number, posting.Category, posting.FunctionalTax, true, true);
        }
        return new()
        {
            Totals = amounts
                .GroupBy(a => a.Key.Key)
                .OrderBy(g => g.Key.IsFunctional)
                .ThenBy(g => g.Key.Currency.Code, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Category)
                .Select(g => new TaxTieTotal
                {
                    Category = g.Key.Category,
                    IsFunctional = g.Key.IsFunctional,
                    Journal = Money.Sum(g.Select(a => a.Value.Journal), g.Key.Currency),
                    Ledger = Money.Sum(g.Select(a => a.Value.Ledger), g.Key.Currency),
                })
                .ToEquatableArray(),
            Differences = amounts
                .Where(a => a.Value.Journal != a.Value.Ledger)
                .OrderBy(a => a.Key.Number.Value, StringComparer.Ordinal)
                .ThenBy(a => a.Key.Key.IsFunctional)
                .ThenBy(a => a.Key.Key.Category)
                .ThenBy(a => a.Key.Key.Currency.Code, StringComparer.Ordinal)
                .Select(a => new TaxTieDifference
                {
                    Number = a.Key.Number,
                    Category = a.Key.Key.Category,
                    IsFunctional = a.Key.Key.IsFunctional,
                    Journal = a.Value.Journal,
                    Ledger = a.Value.Ledger,
                })
                .ToEquatableArray(),
        };

        void Add(InvoiceNumber number, TaxCategory category, Money tax, bool isFunctional, bool isLedger)
        {
            var key = (number, new TieKey(byCategory ? category : default, tax.Currency, isFunctional));
            var zero = Money.Zero(tax.Currency);
            var (journal, booked) = amounts.GetValueOrDefault(key, (zero, zero));
            amounts[key] = isLedger ? (journal, booked + tax) : (journal + tax, booked);
        }
    }
}
