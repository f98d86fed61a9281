using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Accuracy;

/// <summary>
/// Two ways to apply cash that are in use, over the payer's items by due date: greedy takes every item that still fits into
/// the amount and applies when nothing is left; oldest first pays whatever comes until the money is used up. Both leave money in
/// another currency than the book alone.
/// </summary>
internal sealed class SimpleLines(IReadOnlyList<OpenItem> items, IReadOnlyList<PayerAlias> aliases)
{
    private readonly Dictionary<string, CustomerId> customers = aliases.GroupBy(a => a.Account).ToDictionary(g => g.Key, g => g.First().Customer);

    private readonly Dictionary<CustomerId, List<OpenItem>> byCustomer = items.Where(i => i.Amount.IsPositive).GroupBy(i => i.Customer)
        .ToDictionary(g => g.Key, g => g.OrderBy(i => i.DueDate).ThenBy(i => i.Id).ToList());

    public List<HashSet<OpenItemId>> Greedy(IReadOnlyList<IncomingPayment> payments) => Apply(payments, (open, amount) =>
    {
        var (taken, left) = (new List<OpenItem>(), amount);
        foreach (var item in open)
        {
            if (item.Open.MinorUnits > left) continue;
            taken.Add(item);
            left -= item.Open.MinorUnits;
        }
        return left == 0 ? taken : [];
    });

    public List<HashSet<OpenItemId>> OldestFirst(IReadOnlyList<IncomingPayment> payments) => Apply(payments, (open, amount) =>
    {
        var (taken, left) = (new List<OpenItem>(), amount);
        foreach (var item in open)
        {
            if (left <= 0) break;
            taken.Add(item);
            left -= item.Open.MinorUnits;
        }
        return taken;
    });

    private List<HashSet<OpenItemId>> Apply(IReadOnlyList<IncomingPayment> payments, Func<List<OpenItem>, long, List<OpenItem>> choose)
    {
        var open = byCustomer.ToDictionary(c => c.Key, c => c.Value.ToList());
        var applied = new List<HashSet<OpenItemId>>();
        foreach (var payment in payments)
        {
            var taken = customers.TryGetValue(payment.CounterpartyAccount, out var customer) && open.TryGetValue(customer, out var list)
                && payment.Amount.Currency == items[0].Amount.Currency
                ? choose(list, payment.Amount.MinorUnits)
                : [];
            foreach (var item in taken) open[customer].Remove(item);
            applied.Add([.. taken.Select(i => i.Id)]);
        }
        return applied;
    }
}
