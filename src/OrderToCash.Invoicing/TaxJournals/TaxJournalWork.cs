namespace OrderToCash.Invoicing;

/// <summary>Makes journal entries of a document: its breakdown, split by country and way of reporting.</summary>
internal static class TaxJournalWork
{
    private sealed record Source(TaxTreatment Tax, Money Net);

    private sealed record Shown(CountryCode Country, ReportedSupply Supply);

    internal static IEnumerable<TaxJournalEntry> Of(Invoice invoice) =>
        Entries(Head(invoice), invoice.Seller, invoice.Breakdown, invoice.FunctionalBreakdown, Sources(invoice), isTaken: false);

    // The functional amounts are what all receipts so far come to, less what the earlier ones did.
    internal static IEnumerable<TaxJournalEntry> Of(Invoice invoice, EquatableArray<TaxReceipt> receipts)
    {
        var whole = invoice.Breakdown.ToDictionary(s => (s.Category, s.Rate));
        var given = invoice.FunctionalBreakdown.ToDictionary(s => (s.Category, s.Rate),
            s => (Booked: s, Base: 0L, Tax: 0L, Done: 0L, DoneTax: 0L));
        var (head, sources) = (Head(invoice), Sources(invoice));
        foreach (var receipt in receipts)
        {
            var booked = new List<TaxShare>();
            foreach (var share in receipt.Shares)
            {
                var key = (share.Category, share.Rate);
                var (all, so) = (whole[key], given[key]);
                var (reached, reachedTax) = (so.Base + share.Base.MinorUnits, so.Tax + share.Tax.MinorUnits);
                var (until, untilTax) = (Share(so.Booked.Base, reached, all.Base), Share(so.Booked.Tax, reachedTax, all.Tax));
                booked.Add(share with
                {
                    Base = Money.FromMinorUnits(until - so.Done, invoice.FunctionalCurrency),
                    Tax = Money.FromMinorUnits(untilTax - so.DoneTax, invoice.FunctionalCurrency),
                });
                given[key] = (so.Booked, reached, reachedTax, until, untilTax);
            }
            var received = head with { TaxPoint = receipt.ReceivedOn, PostedAt = receipt.RecordedAt };
            var shares = receipt.Shares.Select(s => s with { TaxPoint = receipt.ReceivedOn }).ToEquatableArray();
            foreach (var entry in Entries(received, invoice.Seller, shares, booked.ToEquatableArray(), sources, isTaken: false))
                yield return entry;
        }
    }

    private static long Share(Money booked, long reached, Money whole) =>
        whole.IsZero ? 0 : Divide((Int128)booked.MinorUnits * reached, whole.MinorUnits);

    private static ILookup<(TaxCategory, Percentage), Source> Sources(Invoice invoice) =>
        invoice.Lines.Select(l => new Source(l.Tax, l.Net)).ToLookup(l => (l.Tax.Category, l.Tax.Rate));

    private static TaxJournalEntry Head(Invoice invoice)
    {
        var (country, id) = BuyerId(invoice.Buyer, invoice.Content.Draft.ShipTo);
        return new()
        {
            LegalEntity = invoice.LegalEntity,
            Kind = TaxEntryKind.Invoice,
            Document = invoice.Id,
            Number = invoice.Number,
            DocumentDate = invoice.DocumentDate,
            PostedAt = invoice.Content.PostedAt,
            TaxPoint = invoice.TaxPoint,
            Customer = invoice.Customer,
            BuyerCountry = country,
            BuyerTaxId = id,
            Supply = default,
            Category = default,
            Rate = default,
            Base = default,
            Tax = default,
            FunctionalBase = default,
            FunctionalTax = default,
        };
    }

    internal static IEnumerable<TaxJournalEntry> Of(CreditNote note, LocalDate corrected)
    {
        var content = note.Content;
        var lines = note.Lines.Select(l => new Source(l.Tax, l.Net)).ToLookup(l => (l.Tax.Category, l.Tax.Rate));
        var (country, id) = BuyerId(content.Buyer, null);
        var head = new TaxJournalEntry
        {
            LegalEntity = content.LegalEntity,
            Kind = TaxEntryKind.CreditNote,
            Document = note.Id,
            Number = note.Number,
            DocumentDate = note.DocumentDate,
            PostedAt = content.PostedAt,
            TaxPoint = note.DocumentDate,
            Customer = content.Customer,
            BuyerCountry = country,
            BuyerTaxId = id,
            Supply = default,
            Category = default,
            Rate = default,
            Base = default,
            Tax = default,
            FunctionalBase = default,
            FunctionalTax = default,
            Corrects = content.OriginalNumber,
            CorrectsTaxPoint = corrected,
        };
        return Entries(head, content.Seller, note.Breakdown, note.FunctionalBreakdown, lines, isTaken: true);
    }

    internal static EquatableArray<TaxJournalEntry> Sorted(List<TaxJournalEntry> entries) => entries
        .OrderBy(e => e.LegalEntity.Value, StringComparer.Ordinal)
        .ThenBy(e => e.TaxPoint)
        .ThenBy(e => e.Number.Value, StringComparer.Ordinal)
        .ThenBy(e => e.Document.Value, StringComparer.Ordinal)
        .ThenBy(e => e.Category)
        .ThenBy(e => e.Rate)
        .ThenBy(e => e.Country)
        .ThenBy(e => e.Supply)
        .ToEquatableArray();

    private static IEnumerable<TaxJournalEntry> Entries(
        TaxJournalEntry head, Party seller, EquatableArray<TaxShare> shares, EquatableArray<TaxShare> booked,
        ILookup<(TaxCategory, Percentage), Source> lines, bool isTaken)
    {
        var functional = booked.ToDictionary(s => (s.Category, s.Rate));
        var document = shares.ToDictionary(s => (s.Category, s.Rate));
        foreach (var key in shares.Concat(booked).Select(s => (s.Category, s.Rate)).Distinct())
        {
            var (share, own) = (document.GetValueOrDefault(key), functional.GetValueOrDefault(key));
            var currency = (share ?? shares[0]).Base.Currency;
            var home = (own ?? booked[0]).Base.Currency;
            var whole = head with
            {
                Category = key.Category,
                Rate = key.Rate,
                TaxPoint = isTaken ? head.TaxPoint : (share ?? own)!.TaxPoint,
                Base = Signed(share?.Base ?? Money.Zero(currency)),
                Tax = Signed(share?.Tax ?? Money.Zero(currency)),
                FunctionalBase = Signed(own?.Base ?? Money.Zero(home)),
                FunctionalTax = Signed(own?.Tax ?? Money.Zero(home)),
            };
            foreach (var entry in ByPlace(whole, seller, [.. lines[key]], isTaken)) yield return entry;
        }

        Money Signed(Money amount) => isTaken ? -amount : amount;
    }

    private static IEnumerable<TaxJournalEntry> ByPlace(TaxJournalEntry whole, Party seller, Source[] lines, bool isTaken)
    {
        var places = lines
            .GroupBy(l => Place(l.Tax, whole, seller))
            .OrderBy(g => g.Key.Country)
            .ThenBy(g => g.Key.Supply)
            .Select(g => (g.Key, Net: Signed(Money.Sum(g.Select(l => l.Net), whole.Base.Currency))))
            .ToArray();
        if (places.Length < 2)
        {
            // A category without lines of its own (a charge on the document, a rounding unit) is what the category alone says.
            var place = places.Length == 1
                ? places[0].Key
                : Place(new() { Category = whole.Category, Rate = whole.Rate }, whole, seller);
            yield return whole with { Country = place.Country, Supply = place.Supply };
            yield break;
        }
        var weights = Array.ConvertAll(places, p => p.Net.MinorUnits);
        var (bases, taxes) = (Parts(whole.Base, weights), Parts(whole.Tax, weights));
        var (ownBases, ownTaxes) = (Parts(whole.FunctionalBase, weights), Parts(whole.FunctionalTax, weights));
        for (var i = 0; i < places.Length; i++)
            yield return whole with
            {
                Country = places[i].Key.Country,
                Supply = places[i].Key.Supply,
                Base = bases[i],
                Tax = taxes[i],
                FunctionalBase = ownBases[i],
                FunctionalTax = ownTaxes[i],
            };

        Money Signed(Money net) => isTaken ? -net : net;
    }

    // In proportion to the nets, each cumulated and rounded, so that the parts add up to the whole whatever the signs.
    private static Money[] Parts(Money whole, long[] weights)
    {
        Int128 sum = 0, reached = 0;
        foreach (var weight in weights) sum += weight;
        var (parts, given) = (new Money[weights.Length], 0L);
        for (var i = 0; i < parts.Length; i++)
        {
            reached += weights[i];
            var until = i == parts.Length - 1 ? whole.MinorUnits : sum == 0 ? 0 : Divide(whole.MinorUnits * reached, sum);
            parts[i] = Money.FromMinorUnits(until - given, whole.Currency);
            given = until;
        }
        return parts;
    }

    private static long Divide(Int128 numerator, Int128 denominator)
    {
        if (denominator < 0) (numerator, denominator) = (-numerator, -denominator);
        var half = denominator / 2;
        return (long)((numerator < 0 ? numerator - half : numerator + half) / denominator);
    }

    private static Shown Place(TaxTreatment tax, TaxJournalEntry entry, Party seller)
    {
        var country = tax.Country.IsNone && tax.Category != TaxCategory.OutOfScope ? seller.Address.Country : tax.Country;
        return new(country, SupplyOf(tax, country, entry, seller));
    }

    private static ReportedSupply SupplyOf(TaxTreatment tax, CountryCode country, TaxJournalEntry entry, Party seller)
    {
        if (tax.Rule.Contains("triangulation", StringComparison.OrdinalIgnoreCase)) return ReportedSupply.Triangulation;
        if (tax.Category == TaxCategory.IntraCommunity) return ReportedSupply.UnionGoods;
        if (tax.Category == TaxCategory.Export) return ReportedSupply.Export;
        if (tax.Category == TaxCategory.OutOfScope) return ReportedSupply.OutsideScope;
        var home = seller.Address.Country;
        if (tax.Category == TaxCategory.ReverseCharge)
            return entry.BuyerCountry != home && InUnion(entry.BuyerCountry) && InUnion(home)
                ? ReportedSupply.UnionServices
                : ReportedSupply.ReverseCharge;
        var isAbroad = tax.Rate.Value > 0 && country != home && InUnion(country) && seller.RegistrationIn(country) is null;
        return isAbroad ? ReportedSupply.OneStopShop : ReportedSupply.Domestic;

        bool InUnion(CountryCode place) => Countries.IsInEuropeanUnion(place, entry.TaxPoint);
    }

    // The id of the country of arrival, else of the buyer's own, else the first he has.
    private static (CountryCode Country, string Id) BuyerId(Party buyer, Address? shipTo)
    {
        var registration = (shipTo is null ? null : buyer.RegistrationIn(shipTo.Country))
            ?? buyer.RegistrationIn(buyer.Address.Country)
            ?? (buyer.TaxRegistrations.IsEmpty ? null : buyer.TaxRegistrations[0]);
        return registration is null ? (buyer.Address.Country, "") : (registration.Country, registration.Id);
    }
}
