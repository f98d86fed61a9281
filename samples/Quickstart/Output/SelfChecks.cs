using OrderToCash.Invoicing;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>What must hold when the run is over; one that does not fails the run.</summary>
internal static class SelfChecks
{
    /// <summary>All checks.</summary>
    public static EquatableArray<SelfCheck> Of(CycleResult result, JournalTotals totals, EInvoiceTally eInvoices) =>
    [
        JournalBalances(result, totals), AgingIsBalance(result), ItemsAreJournal(result, totals), PaymentsAddUp(result), ExposureAddsUp(result), InvoicesHold(result),
        NumbersHaveNoGaps(result), StatesAreSound(result), EInvoicesAreGood(eInvoices),
    ];

    private static SelfCheck JournalBalances(CycleResult result, JournalTotals totals)
    {
        var off = totals.ByRole.GroupBy(r => r.Currency).Where(g => !Money.Sum(g.Select(r => r.Document), g.Key).IsZero).Select(g => g.Key.Code).ToList();
        var functional = Money.Sum(totals.ByRole.Select(r => r.Functional), result.Seller.FunctionalCurrency);
        var currencies = totals.ByRole.Select(r => r.Currency.Code).Distinct().ToList();
        return Check("The journal balances in every document currency and in the currency of the books", off.Count == 0 && functional.IsZero,
            off.Count == 0 ? $"{result.Journal.Count} entries in {string.Join(", ", currencies)}; debits less credits: {functional}" : $"off in {string.Join(", ", off)}");
    }

    private static SelfCheck AgingIsBalance(CycleResult result)
    {
        var aging = Aging.Of(result.Items, result.AsOf, new());
        var details = new List<string>();
        var holds = true;
        foreach (var currency in result.Items.Select(i => i.Amount.Currency).Distinct().Order())
        {
            var balance = Money.Sum(result.Items.Where(i => i.Amount.Currency == currency).Select(i => i.OpenOn(result.AsOf)), currency);
            holds &= aging.Total(currency) == balance;
            details.Add($"{aging.Total(currency)} = {balance}");
        }
        return Check("The buckets of the aging add up to the receivables balance", holds, string.Join("; ", details));
    }

    private static SelfCheck ItemsAreJournal(CycleResult result, JournalTotals totals)
    {
        var open = result.Items.GroupBy(i => (i.Account, i.Amount.Currency)).ToDictionary(g => g.Key, g => Money.Sum(g.Select(i => i.Open), g.Key.Currency));
        var roles = result.Items.Select(i => i.Account).ToHashSet();
        var off = new List<string>();
        foreach (var (role, currency, document, _) in totals.ByRole.Where(r => roles.Contains(r.Role)))
            if (open.GetValueOrDefault((role, currency), Money.Zero(currency)) != document)
                off.Add($"{role} {currency}: journal {document}, items {open.GetValueOrDefault((role, currency), Money.Zero(currency))}");
        return Check("The open items are the balances of their accounts in the journal", off.Count == 0,
            off.Count == 0 ? $"{result.Items.Count} items on {string.Join(", ", roles.Order())}" : string.Join("; ", off));
    }

    private static SelfCheck PaymentsAddUp(CycleResult result)
    {
        var details = new List<string>();
        var holds = true;
        var payments = result.Items.Where(i => i.Kind == OpenItemKind.Payment).ToList();
        foreach (var currency in payments.Select(i => i.Amount.Currency).Distinct().Order())
        {
            var own = payments.Where(i => i.Amount.Currency == currency).ToList();
            var received = -Money.Sum(own.Select(i => i.Amount), currency);
            var unidentified = -Money.Sum(own.Where(i => i.Customer == result.Seller.UnidentifiedPayer).Select(i => i.Open), currency);
            var onAccount = -Money.Sum(own.Where(i => i.Customer != result.Seller.UnidentifiedPayer).Select(i => i.Open), currency);
            var applied = -Money.Sum(own.SelectMany(i => i.Applications.Where(a => a.IsLive)).Select(a => a.Amount), currency);
            var booked = Money.Sum(result.Decisions.Where(d => d.IsBooked && d.Plan.Treatment == PaymentTreatment.Book
                && d.Plan.Entry.Amount.Currency == currency).Select(d => d.Plan.Entry.Amount), currency);
            holds &= received == applied + onAccount + unidentified && received == booked;
            details.Add($"{received} = {CsvFile.Number(applied)} applied or returned + {CsvFile.Number(onAccount)} on account + {CsvFile.Number(unidentified)} unidentified");
        }
        return Check("Payments = applied + on account + unidentified", holds, string.Join("; ", details));
    }

    private static SelfCheck ExposureAddsUp(CycleResult result)
    {
        var items = result.Items.ToLookup(i => i.Customer);
        var off = new List<string>();
        foreach (var account in result.Credits)
        {
            var own = items[account.Customer].Where(i => i.Amount.Currency == account.Currency).ToList();
            var receivable = Money.Sum(own.Where(i => i.Amount.IsPositive).Select(i => i.Open), account.Currency);
            var credit = -Money.Sum(own.Where(i => i.Amount.IsNegative).Select(i => i.Open), account.Currency);
            var e = account.Exposure;
            if (e.OpenReceivable != receivable || e.UnappliedCredit != credit || !account.Check().IsEmpty
                || e.Total != e.Reserved + e.Ordered + e.DeliveredNotInvoiced + e.OpenReceivable - e.UnappliedCredit)
                off.Add($"{account.Customer}: {e.OpenReceivable} / {receivable}, {e.UnappliedCredit} / {credit}");
        }
        return Check("The exposure buckets add up, and agree with the open items", off.Count == 0,
            off.Count == 0 ? $"{result.Credits.Count} credit accounts" : string.Join("; ", off.Take(5)));
    }

    private static SelfCheck InvoicesHold(CycleResult result)
    {
        var off = result.Invoices.Where(i => !i.Check().IsEmpty || !Holds(i.Invoice)).Select(i => i.Invoice.Number.Value).ToList();
        return Check("The totals of every posted invoice hold", off.Count == 0,
            off.Count == 0 ? $"{result.Invoices.Count} invoices, {result.Invoices.Sum(i => i.CreditNotes.Count)} credit notes" : string.Join(", ", off.Take(10)));
    }

    // Recomputed from the lines, without the code that posted it.
    private static bool Holds(Invoice invoice)
    {
        var net = Money.Sum(invoice.Lines.Select(l => l.Net), invoice.Currency);
        var tax = Money.Zero(invoice.Currency);
        foreach (var rate in invoice.Lines.GroupBy(l => (l.Tax.Category, l.Tax.Rate)))
            tax += Money.Sum(rate.Select(l => l.Net), invoice.Currency).Times(rate.Key.Rate, Rounding.HalfAwayFromZero);
        return invoice.Totals.Net == net && invoice.Totals.Tax == tax && invoice.Totals.Payable == net + tax
            && Money.Sum(invoice.Instalments.Select(i => i.Amount), invoice.Currency) == invoice.Totals.Payable;
    }

    private static SelfCheck NumbersHaveNoGaps(CycleResult result)
    {
        var off = new List<string>();
        Look(BillingDesk.InvoiceNumbers, result.Invoices.Select(i => i.Invoice.Number));
        Look(BillingDesk.CreditNoteNumbers, result.Invoices.SelectMany(i => i.CreditNotes).Select(c => c.Number));
        return Check("The numbers of invoices and credit notes have no gaps", off.Count == 0, off.Count == 0 ? "each series runs from 1" : string.Join("; ", off));

        void Look(NumberFormat format, IEnumerable<InvoiceNumber> numbers)
        {
            var counters = numbers.Select(n => (Good: format.TryParse(n, out var year, out var counter), year, counter)).ToList();
            foreach (var year in counters.GroupBy(c => c.year))
                if (year.Any(c => !c.Good) || year.Select(c => c.counter).Order().Where((counter, i) => counter != i + 1).Any())
                    off.Add($"{format.Series}-{year.Key}");
        }
    }

    private static SelfCheck StatesAreSound(CycleResult result)
    {
        var findings = result.Orders.SelectMany(o => o.Check()).Concat(result.Items.SelectMany(i => i.Check())).Take(5).Select(e => e.ToString()).ToList();
        return Check("Every stored order and open item keeps its own rules", findings.Count == 0,
            findings.Count == 0 ? $"{result.Orders.Count} orders, {result.Items.Count} open items" : string.Join("; ", findings));
    }

    private static SelfCheck EInvoicesAreGood(EInvoiceTally tally) => Check("Every e-invoice has zero fatal findings and reads back",
        tally.IsGood, tally.IsGood
            ? $"{tally.Written} e-invoices in {tally.Syntax}: 0 fatal findings, {tally.Warnings} warnings"
            : $"{tally.Refused} refused, {tally.Different} not read back as they were: {string.Join("; ", tally.Faults)}");

    private static SelfCheck Check(string name, bool holds, string detail) => new() { Name = name, Holds = holds, Detail = detail };
}
