namespace OrderToCash.Quickstart;

/// <summary>Decides when and what one customer pays. Each customer has a stream of chance of its own.</summary>
internal sealed class PaymentPlanner(ImportedCustomer customer, LocalDate asOf, ulong seed)
{
    private readonly SplitMix64 chance = SplitMix64.For(seed, "pays", customer.Key);

    /// <summary>The payments up to the as-of date, in the order of their dates.</summary>
    public IEnumerable<PaymentIntent> Plan(IReadOnlyList<BillFact> bills)
    {
        var sorted = bills.OrderBy(b => b.Date).ThenBy(b => b.Number, StringComparer.Ordinal).ToList();
        var credits = sorted.Where(b => b.IsCredit).ToList();
        var invoices = sorted.Where(b => !b.IsCredit && b.Gross.IsPositive).ToList();
        var plan = customer.IsCashSale ? AtTheTill(invoices) : OnTerms(invoices);
        var count = 0;
        foreach (var (date, group) in plan)
        {
            if (date > asOf) continue;
            var payment = Pay(date, group, credits, ++count);
            yield return payment;
            var again = OnWorkday(date.PlusDays(chance.Between(1, 6)));
            if (!customer.IsCashSale && chance.Happens(PayerBehaviour.PaidTwice) && again <= asOf)
                yield return payment with { Date = again, IsSecond = true, Order = payment.Order + "b", Remittance = payment.Remittance with { EndToEndId = "" } };
        }
    }

    private static LocalDate OnWorkday(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.PlusDays(2),
        IsoDayOfWeek.Sunday => date.PlusDays(1),
        _ => date,
    };

    private static IEnumerable<(LocalDate, List<BillFact>)> AtTheTill(List<BillFact> invoices) =>
        invoices.Select(i => (OnWorkday(i.Date.PlusDays(1)), new List<BillFact> { i }));

    private List<(LocalDate Date, List<BillFact> Bills)> OnTerms(List<BillFact> invoices)
    {
        var mean = chance.Quantile(PayerBehaviour.MeanLateness);
        var spread = chance.Quantile(PayerBehaviour.Spread);
        var weekly = chance.Happens(PayerBehaviour.WeeklyPayers);
        var payday = (IsoDayOfWeek)chance.Between(1, 5);
        if (chance.Happens(PayerBehaviour.NeverPayers)) return [];
        var intended = new List<(LocalDate Date, BillFact Bill)>();
        foreach (var invoice in invoices)
        {
            if (chance.Happens(PayerBehaviour.NeverPaid)) continue;
            var date = IntendedDate(invoice, mean, spread);
            if (weekly && date.DayOfWeek != payday) date = date.Next(payday);
            intended.Add((date, invoice));
        }
        return Grouped(intended, weekly);
    }

    // The sum of two even chances: near the mean mostly, never before the day after the invoice.
    private LocalDate IntendedDate(BillFact invoice, int mean, int spread)
    {
        if (invoice.Discount is { } tier && chance.Happens(PayerBehaviour.DiscountsTaken))
            return OnWorkdayBefore(tier.Until.PlusDays(-chance.Between(0, 2)), invoice.Date);
        var late = mean + chance.Between(-spread, spread) / 2 + chance.Between(-spread, spread) / 2;
        if (chance.Happens(PayerBehaviour.Forgotten)) late += chance.Quantile(PayerBehaviour.ForgottenFor);
        return OnWorkday(LocalDate.Max(invoice.DueDate.PlusDays(late), invoice.Date.PlusDays(1)));
    }

    private static LocalDate OnWorkdayBefore(LocalDate date, LocalDate first)
    {
        var day = date.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => date.PlusDays(-1),
            IsoDayOfWeek.Sunday => date.PlusDays(-2),
            _ => date,
        };
        return LocalDate.Max(day, OnWorkday(first));
    }

    private List<(LocalDate Date, List<BillFact> Bills)> Grouped(List<(LocalDate Date, BillFact Bill)> intended, bool weekly)
    {
        var groups = new List<(LocalDate Date, List<BillFact> Bills)>();
        foreach (var (date, bill) in intended.OrderBy(i => i.Date).ThenBy(i => i.Bill.Number, StringComparer.Ordinal))
        {
            var last = groups.Count > 0 ? groups[^1] : default;
            var near = last.Bills is not null && last.Bills[0].Gross.Currency == bill.Gross.Currency && last.Date.PlusDays(weekly ? 0 : 3) >= date;
            if (near && bill.Date <= last.Date && (weekly || chance.Happens(PayerBehaviour.Joined))) last.Bills!.Add(bill);
            else groups.Add((date, [bill]));
        }
        return groups;
    }

    private PaymentIntent Pay(LocalDate date, List<BillFact> group, List<BillFact> credits, int count)
    {
        var currency = group[0].Gross.Currency;
        var twist = customer.IsCashSale ? AmountTwist.None : chance.Pick(PayerBehaviour.Twists);
        var paid = group.ConvertAll(b => (Bill: b, Paid: b.Gross - DiscountOf(b, date, twist)));
        var tookDiscount = paid.Any(p => p.Paid != p.Bill.Gross);
        var total = Money.Sum(paid.Select(p => p.Paid), currency);
        foreach (var credit in credits.Where(c => c.Date <= date && c.Gross.Currency == currency).ToList())
        {
            if (credit.Gross >= total || !chance.Happens(PayerBehaviour.CreditsNetted)) continue;
            paid.Add((credit, -credit.Gross));
            total -= credit.Gross;
            credits.Remove(credit);
        }
        var writing = customer.IsCashSale ? ReferenceWriting.Structured : chance.Pick(PayerBehaviour.Writing);
        return new()
        {
            Customer = customer,
            Date = date,
            Amount = Twisted(total, twist),
            Bills = [.. paid],
            Writing = writing,
            Twist = twist,
            TookDiscount = tookDiscount,
            Remittance = new RemittanceWriter(customer, chance).Write(paid, writing, count),
            Order = $"{customer.Key}/{count:00000}",
        };
    }

    private static Money DiscountOf(BillFact bill, LocalDate date, AmountTwist twist) =>
        bill.Discount is { } tier && (date <= tier.Until || twist == AmountTwist.LateDiscount && date <= tier.Until.PlusDays(5))
            ? tier.Discount
            : Money.Zero(bill.Gross.Currency);

    private Money Twisted(Money total, AmountTwist twist)
    {
        var unit = total.Currency.MinorUnitsPerUnit;
        var change = twist switch
        {
            AmountTwist.Charges => -Math.Min(chance.Between(1, 5) * Math.Max(unit, 100) / 2, total.MinorUnits / 20),
            AmountTwist.Short => -Math.Max(1, total.MinorUnits * chance.Between(3, 20) / 100),
            AmountTwist.Over => chance.Happens(500) ? (10 - total.MinorUnits / unit % 10) * unit : total.MinorUnits * chance.Between(1, 10) / 100 + 1,
            _ => 0,
        };
        return total + Money.FromMinorUnits(change, total.Currency);
    }
}
