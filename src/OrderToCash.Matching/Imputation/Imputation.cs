using OrderToCash.Receivables;

namespace OrderToCash.Matching;

/// <summary>
/// Divides money over debts in the order of law or contract. What the payer names comes first (BGB section 366 paragraph 1); a
/// debt is an invoice with the interest and the fees on it. Pure; whether it may be used is the host's decision.
/// </summary>
public static class Imputation
{
    /// <summary>The allocations, in the order they are made; they add up to the money, or to all that is open.</summary>
    /// <param name="money">Above zero.</param>
    /// <param name="items">What the debtor owes; items of another currency, credits, settled ones and those that break their own
    /// rules take no part.</param>
    /// <param name="policy">Which debt, and which part of it.</param>
    /// <param name="on">The day of the payment: what is due by then is due.</param>
    /// <param name="named">Items the payer named, in his order; their debts come first.</param>
    /// <param name="standings">Security and burden of debts; none counts as unsecured and free of interest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The money is not above zero.</exception>
    public static EquatableArray<MatchAllocation> Of(Money money, IEnumerable<OpenItem> items, ImputationPolicy policy,
        LocalDate on, EquatableArray<OpenItemId> named = default, EquatableArray<DebtStanding> standings = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(policy);
        if (!money.IsPositive)
            throw new ArgumentOutOfRangeException(nameof(money), money, "Money that is divided is above zero.");
        var debts = items.Where(i => i.IsDebit && i.IsClaim && i.Amount.Currency == money.Currency
                && i.Check().IsEmpty && i.Open.IsPositive)
            .GroupBy(DebtOf).Select(g => new Debt([.. g], on, named, standings)).ToList();
        debts.Sort((left, right) =>
            Compare(left, right, policy.Debts) is not 0 and var order ? order : left.First.CompareTo(right.First));
        var (allocations, rest) = (new List<MatchAllocation>(), money);
        for (var i = 0; i < debts.Count && rest.IsPositive;)
        {
            var next = i + 1;
            while (policy.Debts == DebtOrder.LegalOrder && next < debts.Count
                && Compare(debts[i], debts[next], policy.Debts) == 0)
                next++;
            rest = Divide(debts[i..next], rest, policy.Components, allocations);
            i = next;
        }
        return allocations.ToEquatableArray();
    }

    // Equal debts in proportion of what is open of them; the last takes what rounding leaves.
    private static Money Divide(List<Debt> equals, Money money, ComponentOrder components, List<MatchAllocation> allocations)
    {
        var (rest, open) = (money, Money.Sum(equals.Select(d => d.Open), money.Currency));
        var left = Money.Min(money, open);
        foreach (var debt in equals)
        {
            var part = (Int128)left.MinorUnits * debt.Open.MinorUnits / open.MinorUnits;
            var share = Money.FromMinorUnits((long)part, left.Currency);
            (left, open, rest) = (left - share, open - debt.Open, rest - share);
            foreach (var item in debt.Items.OrderBy(i => RankOf(i.Kind, components)).ThenBy(i => i.DueDate).ThenBy(i => i.Id))
            {
                var cash = Money.Min(share, item.Open);
                if (!cash.IsPositive) continue;
                share -= cash;
                var none = Money.Zero(cash.Currency);
                allocations.Add(new() { Item = item.Id, Cash = cash, Discount = none, WriteOff = none });
            }
        }
        return rest;
    }

    private static string DebtOf(OpenItem item) => item.Invoice.IsNone ? $"item {item.Id}" : $"invoice {item.Invoice}";

    private static int RankOf(OpenItemKind kind, ComponentOrder order) => (kind, order) switch
    {
        (OpenItemKind.Fee, ComponentOrder.PrincipalInterestCosts) => 2,
        (OpenItemKind.Fee, _) => 0,
        (OpenItemKind.Interest, ComponentOrder.CostsPrincipalInterest) => 2,
        (OpenItemKind.Interest, _) => 1,
        (_, ComponentOrder.CostsInterestPrincipal) => 2,
        (_, ComponentOrder.CostsPrincipalInterest) => 1,
        _ => 0,
    };

    private static int Compare(Debt left, Debt right, DebtOrder order)
    {
        var compared = left.Named.CompareTo(right.Named);
        if (order == DebtOrder.LegalOrder)
        {
            if (compared == 0) compared = right.IsDue.CompareTo(left.IsDue);
            if (compared == 0) compared = left.Security.CompareTo(right.Security);
            if (compared == 0) compared = right.Burden.CompareTo(left.Burden);
        }
        return compared != 0 ? compared : left.Due.CompareTo(right.Due);
    }

    private sealed class Debt
    {
        public Debt(OpenItem[] items, LocalDate on, EquatableArray<OpenItemId> named, EquatableArray<DebtStanding> standings)
        {
            var principal = items.Where(i => i.Kind is not (OpenItemKind.Fee or OpenItemKind.Interest)).ToArray();
            if (principal.Length == 0) principal = items;
            (Items, Due, First) = (items, principal.Min(i => i.DueDate), items.Min(i => i.Id));
            IsDue = Due <= on;
            Named = named.Count;
            for (var i = named.Count - 1; i >= 0; i--)
                if (items.Any(item => item.Id == named[i])) Named = i;
            foreach (var standing in standings)
                if (items.Any(i => i.Id == standing.Item))
                    (Security, Burden) = (Math.Max(Security, standing.Security), Math.Max(Burden, standing.Burden.Value));
        }

        public OpenItem[] Items { get; }

        public LocalDate Due { get; }

        public OpenItemId First { get; }

        public bool IsDue { get; }

        /// <summary>The place among what the payer named; behind all of it when he did not.</summary>
        public int Named { get; }

        public int Security { get; }

        public decimal Burden { get; }

        public Money Open => Money.Sum(Items.Select(i => i.Open), Items[0].Amount.Currency);
    }
}
