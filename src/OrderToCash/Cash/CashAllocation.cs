using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Turns the engine's allocations into applications: credit notes it netted settle first, then the money.</summary>
internal static class CashAllocation
{
    /// <summary>The id of a payment's open item.</summary>
    public static OpenItemId ItemOf(PaymentId payment) => new(payment.Value);

    /// <summary>The id a bank line has as a payment: the same whenever the line is read again.</summary>
    public static PaymentId PaymentOf(BankEntry entry) =>
        new("PAY-" + ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes($"{entry.Account}\n{entry.Identity}")).Value[..20]);

    /// <summary>
    /// What a payment brought to the bank, below zero as the item is; it may be another currency than it settles.
    /// </summary>
    public static Money CashOf(OpenItem payment)
    {
        foreach (var line in payment.Receipt)
            if (line.Account.IsCash) return -line.SignedDocument;
        return payment.Amount;
    }

    /// <summary>The applications, in order; a discount or a small rest goes with the last one on an item.</summary>
    /// <param name="source">What makes the ids of the applications unique: the payment, or the command that applies it
    /// later.</param>
    /// <param name="payment">The payment's item.</param>
    /// <param name="allocations">What it settles.</param>
    public static EquatableArray<ApplicationRequest> Requests(
        string source, OpenItemId payment, EquatableArray<MatchAllocation> allocations)
    {
        allocations = allocations.Select(a => a.Settles is { } settles ? a with { Cash = settles, Settles = null } : a)
            .ToEquatableArray();
        var credits = new Queue<(OpenItemId Item, Money Left)>();
        var cash = default(Money?);
        foreach (var allocation in allocations)
        {
            if (allocation.Cash.IsNegative) credits.Enqueue((allocation.Item, -allocation.Cash));
            cash = cash is { } sum ? sum + allocation.Cash : allocation.Cash;
        }
        if (cash is { IsPositive: true } money) credits.Enqueue((payment, money));

        var requests = new List<ApplicationRequest>();
        foreach (var allocation in allocations)
        {
            var left = allocation.Cash;
            while (left.IsPositive && credits.TryPeek(out var credit))
            {
                var amount = Money.Min(left, credit.Left);
                left -= amount;
                credits.Dequeue();
                if (credit.Left > amount) credits = new([(credit.Item, credit.Left - amount), .. credits]);
                requests.Add(new()
                {
                    Id = new(DerivedId.Of($"{source}>{credit.Item}>{allocation.Item}")),
                    Credit = credit.Item,
                    Debit = allocation.Item,
                    Amount = amount,
                    TakeDiscount = left.IsZero && allocation.Discount.IsPositive,
                    Rest = left.IsZero && allocation.WriteOff.IsPositive
                        ? RestTreatment.SmallDifference
                        : RestTreatment.StaysOpen,
                });
            }
        }
        return requests.ToEquatableArray();
    }
}
