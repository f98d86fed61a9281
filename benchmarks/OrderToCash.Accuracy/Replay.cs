using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Accuracy;

/// <summary>
/// replay: real amounts day by day, the payer known, no text. An item is in the book from 90 days before its due date until
/// the day it was cleared; what a payment cleared is not read, only that an item is gone the day after. All amounts are
/// counted as dollars: the data does not say the currency of every item, and no customer pays in two.
/// </summary>
internal static class Replay
{
    private const int VisibleDays = 90;

    // No payment says a word: whoever sells like this knows that his customers pay by statement.
    private static readonly MatchingPolicy Policy = MatchingPolicy.Standard with { TrustsTotals = true };

    public static void Run(Arguments arguments, Rejections rejections)
    {
        var invoices = Csv.Read(arguments.File("invoices"), rejections, "cust_number", "seq_in_customer", "amount", "due_date", "clear_date");
        var payments = Csv.Read(arguments.File("payments"), rejections, "payment_id", "cust_number", "total", "clear_date");
        var items = Items(invoices).ToList();
        var days = Payments(payments).ToList().GroupBy(p => p.ReceivedOn).OrderBy(d => d.Key);
        using var file = new DecisionFile(arguments.Need("out"));
        var (count, applied, steps) = (0, 0, 0L);
        foreach (var day in days)
        {
            var open = items.Where(i => i.Item.DocumentDate <= day.Key && i.Cleared >= day.Key).Select(i => i.Item);
            var run = MatchingEngine.Match(OpenItemBook.Create(open), day, Policy);
            foreach (var decision in run.Decisions) file.Write(decision, i => i.Value[(i.Value.IndexOf('/') + 1)..]);
            (count, applied, steps) = (count + run.Decisions.Count, applied + run.Decisions.Count(d => d.IsApplied), steps + run.Steps);
        }
        Console.WriteLine($"{count} payments, {applied} applied, {steps} steps");
    }

    private static IEnumerable<(OpenItem Item, LocalDate Cleared)> Items(Csv invoices)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < invoices.Count; i++)
        {
            var (minor, due, cleared) = (invoices.Hundredths(i, "amount"), invoices.Date(i, "due_date"), invoices.Date(i, "clear_date", LocalDate.MaxIsoValue));
            var (customer, sequence) = (invoices.Id(i, "cust_number"), invoices.Id(i, "seq_in_customer"));
            var id = $"{customer}/{sequence}";
            if (!invoices.IsRefused(i) && !ids.Add(id)) invoices.Refuse(i, CsvErrors.Twice.At("seq_in_customer", ("value", id)));
            if (invoices.IsRefused(i)) continue;
            var amount = Money.FromMinorUnits(minor, Currency.Usd);
            yield return (new()
            {
                Id = new(id), LegalEntity = new("US01"), Customer = new(customer), Kind = OpenItemKind.Invoice,
                DocumentNumber = id, DocumentDate = due.PlusDays(-VisibleDays), DueDate = due, Amount = amount, FunctionalAmount = amount,
            }, cleared);
        }
    }

    private static IEnumerable<IncomingPayment> Payments(Csv payments)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < payments.Count; i++)
        {
            var (minor, received, payer) = (payments.Hundredths(i, "total"), payments.Date(i, "clear_date"), payments.Id(i, "cust_number"));
            var id = payments.Id(i, "payment_id", ids);
            if (payments.IsRefused(i)) continue;
            yield return new()
            {
                Id = new(id), Amount = Money.FromMinorUnits(minor, Currency.Usd), ReceivedOn = received, Payer = new(payer),
            };
        }
    }
}
