using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// The tax that credit notes of rebates correct, as entries of the tax journal: what was credited per category and rate, spread
/// over the countries and ways of reporting of the invoices that were counted.
/// </summary>
internal static class RebateTax
{
    private sealed record Place(CountryCode Country, ReportedSupply Supply, CountryCode BuyerCountry, string BuyerTaxId);

    public static IEnumerable<TaxJournalEntry> Entries(TaxJournal invoices, IEnumerable<RebateEvent> events)
    {
        var invoiced = invoices.Entries.Where(e => e.Kind == TaxEntryKind.Invoice).ToLookup(e => e.Document);
        var terms = new Dictionary<RebateAgreementId, RebateTerms>();
        var counted = new Dictionary<RebateAgreementId, HashSet<InvoiceId>>();
        foreach (var happened in events)
            switch (happened)
            {
                case RebateAgreed agreed:
                    (terms[agreed.Agreement], counted[agreed.Agreement]) = (agreed.Terms, []);
                    break;
                case RebateAccrued accrued:
                    counted[accrued.Agreement].Add(accrued.Document.Document);
                    break;
                case RebateSettled settled:
                    var own = counted[settled.Agreement].SelectMany(id => invoiced[id]).ToArray();
                    for (var i = 0; i < settled.FunctionalShares.Count; i++)
                        foreach (var entry in Entries(terms[settled.Agreement], settled, i, own)) yield return entry;
                    break;
            }
    }

    private static IEnumerable<TaxJournalEntry> Entries(
        RebateTerms terms, RebateSettled settled, int index, TaxJournalEntry[] invoiced)
    {
        var (share, booked) = (settled.Shares[index], settled.FunctionalShares[index]);
        var places = invoiced.Where(e => e.Category == share.Category && e.Rate == share.Rate)
            .GroupBy(e => new Place(e.Country, e.Supply, e.BuyerCountry, e.BuyerTaxId))
            .Select(g => (g.Key, Net: Money.Sum(g.Select(e => e.Base), terms.Currency))).Where(p => p.Net.IsPositive)
            .OrderBy(p => p.Key.Country).ThenBy(p => p.Key.Supply).ThenBy(p => p.Key.BuyerTaxId, StringComparer.Ordinal)
            .ToArray();
        // Invoices that are not among the events: what the share says, without a country.
        if (places.Length == 0) places = [(new(default, default, default, ""), Money.FromMinorUnits(1, terms.Currency))];
        var weights = Array.ConvertAll(places, p => p.Net.MinorUnits);
        var (bases, taxes) = (share.Base.Allocate(weights), share.Tax.Allocate(weights));
        var (ownBases, ownTaxes) = (booked.Base.Allocate(weights), booked.Tax.Allocate(weights));
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i].Key;
            yield return new()
            {
                LegalEntity = terms.LegalEntity, Kind = TaxEntryKind.CreditNote, Document = new(settled.Agreement.Value),
                Number = new(settled.DocumentNumber), DocumentDate = settled.On, PostedAt = settled.At, TaxPoint = settled.On,
                Customer = terms.Customer, BuyerCountry = place.BuyerCountry, BuyerTaxId = place.BuyerTaxId,
                Country = place.Country, Supply = place.Supply, Category = share.Category, Rate = share.Rate,
                Base = -bases[i], Tax = -taxes[i], FunctionalBase = -ownBases[i], FunctionalTax = -ownTaxes[i],
            };
        }
    }
}
