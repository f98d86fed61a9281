using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>A random document: lines of quantity (negative takes back), price, treatment; and how much of it is credited.</summary>
public sealed record AnyTaxed((int Quantity, int Price, int Tax)[] Lines, int[] Credits, int Rate, bool ByLine, int Day);

public class TaxJournalProperties
{
    private static readonly TaxTreatment[] Treatments =
    [
        Twenty, Five, Zero, Union with { Country = new("GB") }, Twenty with { Country = new("FR") }, Twenty with { Country = new("IE"), Rule = "distance-sale-destination" },
        Five with { Country = new("FR") },
    ];

    public static Arbitrary<AnyTaxed[]> Documents { get; } = Arb.From(
        Gen.NonEmptyListOf(
            from lines in Gen.NonEmptyListOf(
                from quantity in Gen.Frequency((6, Gen.Choose(1, 9)), (1, Gen.Choose(-3, -1))) from price in Gen.Choose(0, 50_000) from tax in Gen.Choose(0, 6) select (quantity, price, tax))
            from credits in Gen.ListOf(Gen.Choose(1, 9))
            from rate in Gen.Elements(0, 0, 84_615, 131_313)
            from byLine in Gen.Elements(true, false)
            from day in Gen.Choose(0, 200)
            select new AnyTaxed([.. lines.Take(8)], [.. credits.Take(4)], rate, byLine, day)).Select(d => d.Take(6).ToArray()),
        docs => Enumerable.Range(0, docs.Length).Where(_ => docs.Length > 1).Select(i => docs.Where((_, j) => j != i).ToArray())
            .Concat(docs.SelectMany((d, i) => Enumerable.Range(0, d.Lines.Length).Where(_ => d.Lines.Length > 1)
                .Select(k => docs.Select((x, j) => j == i ? d with { Lines = d.Lines.Where((_, m) => m != k).ToArray() } : x).ToArray()))));

    private static (List<Invoice> Invoices, List<CreditNote> Notes) Posted(AnyTaxed[] documents)
    {
        var (invoices, notes) = (new List<Invoice>(), new List<CreditNote>());
        for (var n = 0; n < documents.Length; n++)
        {
            var d = documents[n];
            var day = new LocalDate(2011, 1, 1).PlusDays(d.Day);
            var draft = (Draft() with
            {
                Id = new($"I-{n}"), Computation = d.ByLine ? TaxComputation.ByLine : TaxComputation.ByBreakdown, DocumentDate = day, TaxPoint = day, DeliveryDate = day,
            }).With(d.Lines.Select((l, i) => InvoiceLine.Priced($"L{i}", Quantity.Pieces(l.Quantity), UnitPrice.Of(l.Price / 1000m, Currency.Gbp), Treatments[l.Tax])));
            if (!draft.Check().IsEmpty || draft.Totals().Net.IsNegative) continue;
            var rate = d.Rate == 0 ? null : new ExchangeRate(Currency.Eur, Currency.Gbp, d.Rate / 100_000m, day, "ECB");
            var account = Expect.Success(draft.Post(draft.Posting() with { Number = new($"INV-{n:000}"), BookingRate = rate, FunctionalCurrency = rate is null ? null : Currency.Eur }, Clerk, Noon)).State;
            invoices.Add(account.Invoice);
            for (var c = 0; c < d.Credits.Length; c++)
            {
                var posting = Credit(c, CreditRequest.Of(d.Credits[c], Quantity.Pieces(1))) with { Id = new($"C-{n}-{c}"), Number = new($"CN-{n:000}-{c}"), DocumentDate = day.PlusDays(20 * c) };
                if (account.Credit(posting, Clerk, Noon) is not { IsSuccess: true } credited) continue;
                account = credited.Value.State;
                notes.Add(((CreditNotePosted)credited.Value.Events[0]).CreditNote);
            }
        }
        return (invoices, notes);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxJournalProperties)])]
    public bool Entries_add_up_to_the_documents_in_both_currencies(AnyTaxed[] documents)
    {
        var (invoices, notes) = Posted(documents);
        var journal = TaxJournal.Of(invoices, notes);
        return invoices.All(i => Holds(i.Id, i.Breakdown, i.FunctionalBreakdown, false)) && notes.All(n => Holds(n.Id, n.Breakdown, n.FunctionalBreakdown, true));

        bool Holds(InvoiceId id, EquatableArray<TaxShare> shares, EquatableArray<TaxShare> booked, bool isTaken)
        {
            var own = journal.Entries.Where(e => e.Document == id).ToList();
            return shares.All(s => Sum(own.Where(e => e.Category == s.Category && e.Rate == s.Rate).Select(e => e.Base), s.Base, isTaken))
                && shares.All(s => Sum(own.Where(e => e.Category == s.Category && e.Rate == s.Rate).Select(e => e.Tax), s.Tax, isTaken))
                && booked.All(s => Sum(own.Where(e => e.Category == s.Category && e.Rate == s.Rate).Select(e => e.FunctionalBase), s.Base, isTaken))
                && booked.All(s => Sum(own.Where(e => e.Category == s.Category && e.Rate == s.Rate).Select(e => e.FunctionalTax), s.Tax, isTaken));
        }

        static bool Sum(IEnumerable<Money> parts, Money whole, bool isTaken) => Money.Sum(parts, whole.Currency) == (isTaken ? -whole : whole);
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(TaxJournalProperties)])]
    public bool Each_entry_is_in_one_period_and_months_add_up_to_quarters(AnyTaxed[] documents)
    {
        var (invoices, notes) = Posted(documents);
        var journal = TaxJournal.Of(invoices.Where(i => i.FunctionalCurrency == Currency.Gbp), notes.Where(n => n.Content.FunctionalCurrency == Currency.Gbp));
        var (months, quarters) = (Enumerable.Range(1, 12).Select(m => TaxPeriod.Month(2011, m)), Enumerable.Range(1, 4).Select(q => TaxPeriod.Quarter(2011, q)));
        var all = Money.Sum(journal.Entries.Select(e => e.FunctionalTax), Currency.Gbp);
        return months.Sum(m => journal.In(new("UK"), m).Count) == journal.Entries.Count
            && Tax(months) == all && Tax(quarters) == all;

        Money Tax(IEnumerable<TaxPeriod> periods) =>
            Money.Sum(periods.Select(p => Expect.Success(journal.Return(new("UK"), Currency.Gbp, p, [])).Tax), Currency.Gbp);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxJournalProperties)])]
    public bool The_journal_ties_to_a_ledger_of_the_same_documents_and_to_no_other(AnyTaxed[] documents)
    {
        var (invoices, notes) = Posted(documents);
        var journal = TaxJournal.Of(invoices, notes);
        var ledger = invoices.Select(i => new LedgerTax { Number = i.Number, Tax = i.Totals.Tax, FunctionalTax = i.FunctionalTotals.Tax })
            .Concat(notes.Select(n => new LedgerTax { Number = n.Number, Tax = -n.Totals.Tax, FunctionalTax = -n.FunctionalTotals.Tax })).ToList();
        if (!journal.Tie(ledger).IsTied) return false;
        var taxed = ledger.FindIndex(l => !l.Tax.IsZero);
        if (taxed < 0) return true;
        var number = ledger[taxed].Number;
        ledger.RemoveAt(taxed);
        return journal.Tie(ledger).Differences.Any(d => d.Number == number);
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(TaxJournalProperties)])]
    public bool The_order_of_the_documents_changes_nothing(AnyTaxed[] documents)
    {
        var (invoices, notes) = Posted(documents);
        return TaxJournal.Of(invoices, notes) == TaxJournal.Of(Enumerable.Reverse(invoices), Enumerable.Reverse(notes));
    }
}
