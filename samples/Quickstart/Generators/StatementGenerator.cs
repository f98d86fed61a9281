namespace OrderToCash.Quickstart;

/// <summary>
/// Makes the bank statement of a company whose customers pay like real ones (<see cref="PayerBehaviour"/>): on time, late, early for the discount,
/// never, twice, too little, too much, several invoices at once less credit notes, with references whole, damaged or missing; one collection comes
/// back, some money has nothing to do with invoices. Only what happens up to the as-of date is on it. It knows bills, not books.
/// </summary>
public static class StatementGenerator
{
    private static readonly (string Name, string Text, int Least, int Most)[] Strangers =
    [
        ("HM Revenue", "VAT REPAYMENT Q4", 400, 2500), ("Northgate Insurance", "claim settlement 88120", 150, 900),
        ("Q S Bank", "INTEREST", 2, 15), ("Larch Street Holdings", "rent deposit returned", 300, 1200), ("Unknown sender", "test transfer", 1, 5),
    ];

    private static readonly (string Name, string Text, int Least, int Most)[] Suppliers =
    [
        ("Q S Bank", "ACCOUNT FEE", 5, 25), ("Torwick Packaging", "inv 20119 cartons", 200, 1500), ("Paulsworth Couriers", "collections week", 150, 900),
    ];

    /// <summary>Makes the file.</summary>
    /// <param name="bills">Posted invoices and credit notes.</param>
    /// <param name="customers">Whose they are; a bill of an unknown customer is not paid.</param>
    /// <param name="accounts">One for each currency of the bills.</param>
    /// <param name="asOf">The last day on the statement, inclusive.</param>
    /// <param name="seed">The same seed gives the same file.</param>
    /// <exception cref="ArgumentException">A bill's currency has no account.</exception>
    public static GeneratedStatement Generate(
        IReadOnlyCollection<BillFact> bills, IReadOnlyCollection<ImportedCustomer> customers, IReadOnlyList<SellerAccount> accounts, LocalDate asOf, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(bills);
        ArgumentNullException.ThrowIfNull(accounts);
        var homeless = bills.Select(b => b.Gross.Currency).Except(accounts.Select(a => a.Currency)).ToList();
        if (homeless.Count > 0) throw new ArgumentException($"There is no account in {string.Join(", ", homeless)}.", nameof(accounts));

        var byCustomer = bills.GroupBy(b => b.CustomerKey).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var payments = new List<PaymentIntent>();
        foreach (var customer in customers.OrderBy(c => c.Key, StringComparer.Ordinal))
            if (byCustomer.TryGetValue(customer.Key, out var own)) payments.AddRange(new PaymentPlanner(customer, asOf, seed).Plan(own));
        ReturnOne(payments, asOf);
        AddUnrelated(payments, accounts, asOf, seed);

        var from = bills.Count == 0 ? asOf : LocalDate.Min(bills.Min(b => b.Date), asOf);
        var truth = new List<PaymentTruth>();
        using var writer = new CamtWriter(from, asOf);
        foreach (var account in accounts)
        {
            var entries = payments.Where(p => p.Amount.Currency == account.Currency)
                .OrderBy(p => p.Date).ThenBy(p => p.Order, StringComparer.Ordinal).ToList();
            truth.AddRange(writer.Write(account, entries));
        }
        return new(writer.Finish(), [.. truth]);
    }

    // The first plain payment of one invoice is a collection that the payer's bank sends back three days later.
    private static void ReturnOne(List<PaymentIntent> payments, LocalDate asOf)
    {
        var candidate = payments.OrderBy(p => p.Date).ThenBy(p => p.Order, StringComparer.Ordinal).FirstOrDefault(p =>
            p.Bills.Count == 1 && p.Twist == AmountTwist.None && !p.IsSecond && p.Writing is ReferenceWriting.Structured or ReferenceWriting.InText
            && !p.Customer!.IsCashSale && p.Remittance.EndToEndId.Length > 0 && p.Date.PlusDays(5) <= asOf);
        if (candidate is null) return;
        var back = candidate.Date.PlusDays(candidate.Date.DayOfWeek is >= IsoDayOfWeek.Wednesday and <= IsoDayOfWeek.Friday ? 5 : 3);
        payments.Add(candidate with { Date = back, Amount = -candidate.Amount, IsReturn = true, Order = candidate.Order + "r" });
    }

    private static void AddUnrelated(List<PaymentIntent> payments, IReadOnlyList<SellerAccount> accounts, LocalDate asOf, ulong seed)
    {
        if (payments.Count == 0) return;
        var chance = SplitMix64.For(seed, "unrelated");
        var (first, days) = (payments.Min(p => p.Date), Period.DaysBetween(payments.Min(p => p.Date), asOf));
        var count = 2 + payments.Count(p => !p.Customer!.IsCashSale) * PayerBehaviour.UnrelatedPerHundred / 100;
        for (var i = 0; i < count; i++)
        {
            var (name, text, least, most) = i % 2 == 0 ? chance.Pick(Strangers) : chance.Pick(Suppliers);
            var account = chance.Pick(accounts);
            var amount = Money.FromMinorUnits(chance.Between(least * 100, most * 100) * account.Currency.MinorUnitsPerUnit / 100, account.Currency);
            payments.Add(new()
            {
                Customer = null,
                Date = first.PlusDays(chance.Between(0, days)),
                Amount = i % 2 == 0 ? amount : -amount,
                Writing = ReferenceWriting.Missing,
                Remittance = new() { Name = name, Text = text },
                Order = $"~{i:00000}",
            });
        }
    }
}
