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

    public static void Run(Arguments arguments)
    {
        var (items, cleared) = Items(Csv.Read(arguments.File("invoices")));
        var days = Payments(Csv.Read(arguments.File("payments"))).GroupBy(p => p.ReceivedOn).OrderBy(d => d.Key);
        using var file = new DecisionFile(arguments.Need("out"));
        var (count, applied, steps) = (0, 0, 0L);
        foreach (var day in days)
        {
            var open = items.Where((item, i) => item.DocumentDate <= day.Key && cleared[i] >= day.Key);
            var run = MatchingEngine.Match(OpenItemBook.Create(open), day, Policy);
            foreach (var decision in run.Decisions) file.Write(decision, i => i.Value[(i.Value.IndexOf('/') + 1)..]);
            (count, applied, steps) = (count + run.Decisions.Count, applied + run.Decisions.Count(d => d.IsApplied), steps + run.Steps);
        }
        Console.WriteLine($"{count} payments, {applied} applied, {steps} steps");
    }

    private static (OpenItem[] Items, LocalDate[] Cleared) Items(Csv invoices)
    {
        var items = new OpenItem[invoices.Count];
        var cleared = new LocalDate[invoices.Count];
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            var amount = Money.FromMinorUnits(invoices.Hundredths(i, "amount"), Currency.Usd);
            var due = invoices.Date(i, "due_date");
            var id = $"{invoices.Field(i, "cust_number")}/{invoices.Field(i, "seq_in_customer")}";
            if (!ids.Add(id)) throw new InvalidDataException($"The item {id} is there twice.");
            cleared[i] = invoices.Date(i, "clear_date");
            items[i] = new()
            {
                Id = new(id), LegalEntity = new("US01"), Customer = new(invoices.Field(i, "cust_number")), Kind = OpenItemKind.Invoice,
                DocumentNumber = id, DocumentDate = due.PlusDays(-VisibleDays), DueDate = due, Amount = amount, FunctionalAmount = amount,
            };
        }
        return (items, cleared);
    }

    private static IEnumerable<IncomingPayment> Payments(Csv payments)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < payments.Count; i++)
            yield return new()
            {
                Id = new(payments.Id(i, "payment_id", ids)),
                Amount = Money.FromMinorUnits(payments.Hundredths(i, "total"), Currency.Usd),
                ReceivedOn = payments.Date(i, "clear_date"),
                Payer = new(payments.Field(i, "cust_number")),
            };
    }
}
