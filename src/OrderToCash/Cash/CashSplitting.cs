using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Applies one payment to items of one customer or of several: what it pays for another customer than it is booked on is
/// transferred to him first, by an entry of its own, and applied there.
/// </summary>
internal sealed class CashSplitting(
    LedgerChain chain, FactorPassing passing, LegalEntity seller, string source, LocalDate on, Actor by, Instant at)
{
    /// <summary>The allocations of each customer, the one the payment is booked on first, then by id.</summary>
    public static IEnumerable<(CustomerId Customer, EquatableArray<MatchAllocation> Allocations)> ByCustomer(
        EquatableArray<MatchAllocation> allocations, CustomerId booked, Func<OpenItemId, CustomerId> ownerOf) => allocations
        .GroupBy(a => ownerOf(a.Item))
        .OrderBy(g => g.Key == booked ? 0 : 1).ThenBy(g => g.Key)
        .Select(g => (g.Key, g.ToEquatableArray()));

    /// <summary>The money of allocations; credit notes taken off.</summary>
    public static Money CashOf(EquatableArray<MatchAllocation> allocations) =>
        Money.Sum(allocations.Select(a => a.Settles ?? a.Cash), (allocations[0].Settles ?? allocations[0].Cash).Currency);

    /// <summary>Whose an item is; one that is not there is left to the ledger to find missing.</summary>
    public CustomerId OwnerOf(OpenItemId item, CustomerId booked) => chain.Knows(item) ? chain.Item(item).Customer : booked;

    /// <summary>
    /// Applies the allocations, customer by customer. Money that is booked in its own currency and settles items in another one
    /// is first made money of that currency, by an entry of its own.
    /// </summary>
    /// <param name="payment">The payment's item.</param>
    /// <param name="allocations">What it settles.</param>
    public void Apply(OpenItemId payment, EquatableArray<MatchAllocation> allocations)
    {
        var (booked, currency) = (chain.Item(payment).Customer, chain.Item(payment).Amount.Currency);
        foreach (var (customer, all) in ByCustomer(allocations, booked, item => OwnerOf(item, booked)))
        {
            var others = all.Where(a => IsAbroad(a, currency)).GroupBy(a => a.Settles!.Value.Currency).OrderBy(g => g.Key);
            foreach (var abroad in others)
            {
                var (part, way) = (abroad.ToEquatableArray(), $"{source}>{customer}>{abroad.Key}");
                var reason = customer == booked ? $"The money is for items in {abroad.Key}." : ReasonOf(booked, customer);
                var cash = Money.Sum(part.Select(a => a.Cash), currency);
                Settle(way, MoveTo(way, customer, payment, cash, CashOf(part), reason), part);
            }
            var own = all.Where(a => !IsAbroad(a, currency)).ToEquatableArray();
            if (own.IsEmpty) continue;
            if (customer == booked) Settle(source, payment, own);
            else Settle($"{source}>{customer}", MoveTo(customer, payment, CashOf(own), ReasonOf(booked, customer)), own);
        }
    }

    private static bool IsAbroad(MatchAllocation allocation, Currency booked) =>
        allocation.Settles is { } settles && settles.Currency != booked;

    /// <summary>Transfers money of a payment to a customer; the answer is the item he gets.</summary>
    public OpenItemId MoveTo(CustomerId customer, OpenItemId payment, Money? amount, string reason) =>
        MoveTo($"{source}>{customer}", customer, payment, amount, null, reason);

    private OpenItemId MoveTo(
        string way, CustomerId customer, OpenItemId payment, Money? amount, Money? settles, string reason)
    {
        var moved = new OpenItemId(DerivedId.Of(way));
        chain.Then(() => Ledger.TransferPayment(chain.Item(payment), new()
        {
            Entry = new(DerivedId.Of($"J-{way}-transfer")), Item = payment, NewItem = moved, Customer = customer,
            Application = new(DerivedId.Of($"{way}-transfer")), Date = on, Amount = amount, Settles = settles, Reason = reason,
        }, seller.Ledger, by, at));
        return moved;
    }

    /// <summary>Why money goes from the customer it is booked on to another.</summary>
    public string ReasonOf(CustomerId booked, CustomerId customer) => booked == seller.UnidentifiedPayer
        ? $"The money is for items of {customer}."
        : $"{booked} paid items of {customer}.";

    /// <summary>True where an item is pledged without its debtor knowing, and money is all that it is given.</summary>
    public static bool IsPassedOn(LedgerChain chain, MatchAllocation allocation) => chain.Knows(allocation.Item)
        && FactorPassing.IsTrusted(chain.Item(allocation.Item)) && (allocation.Settles ?? allocation.Cash).IsPositive
        && allocation.Discount.IsZero && allocation.WriteOff.IsZero;

    private void Settle(string from, OpenItemId credit, EquatableArray<MatchAllocation> allocations)
    {
        var (own, isShared) = (new List<MatchAllocation>(), false);
        foreach (var allocation in allocations)
        {
            if (!IsPassedOn(chain, allocation))
            {
                own.Add(allocation);
                continue;
            }
            var (item, cash) = (chain.Item(allocation.Item), allocation.Settles ?? allocation.Cash);
            isShared = true;
            var his = Money.Min(cash, item.Pledge!.Outstanding);
            chain.Then(() => passing.PassOn(item, chain.Item(credit), his, from, on, seller.Ledger, by, at));
            if (cash > his) own.Add(allocation with { Cash = cash - his, Settles = null });
        }
        // What is left beside a factor's has an entry of its own.
        if (own.Count > 0) Apply(isShared ? $"{from}>own" : from, credit, own.ToEquatableArray());
    }

    private void Apply(string from, OpenItemId credit, EquatableArray<MatchAllocation> allocations) => chain.Then(() =>
    {
        var requests = CashAllocation.Requests(from, credit, allocations);
        var items = requests.SelectMany(r => new[] { r.Credit, r.Debit }).Distinct().Where(chain.Knows);
        return Ledger.Apply(chain.Items(items), new()
        {
            Entry = new(DerivedId.Of($"J-{from}")), Date = on, Applications = requests,
        }, seller.Ledger, by, at);
    });
}
