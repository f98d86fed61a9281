namespace OrderToCash.Tax;

/// <summary>One computation of a charge table.</summary>
internal sealed class ChargeRun
{
    private static readonly ExactAmount Whole = ExactAmount.Of(1);

    private readonly ChargeDocument document;
    private readonly RoundingGrid grid;
    private readonly ExactAmount[][] rates;
    private readonly Money[] prices;
    private readonly long[] amounts;
    private readonly ExactAmount[] nets;
    private long net;
    private long[] rows = [];

    internal ChargeRun(ChargeDocument document)
    {
        this.document = document;
        grid = RoundingGrid.Of(document.Currency);
        rates = [.. document.Charges.Select(c => Rates(c, document.Items))];
        (prices, amounts) = (new Money[document.Items.Count], new long[document.Items.Count]);
        nets = new ExactAmount[document.Items.Count];
    }

    internal Result<ChargedDocument> Compute()
    {
        for (var i = 0; i < nets.Length; i++)
        {
            PriceItem(i);
            var share = IncludedShare(i);
            if (share <= -Whole)
                return Result.Failure<ChargedDocument>(TaxComputationErrors.InclusionImpossible.At($"items[{i}]",
                    ("tax", document.Items[i].Item), ("sum", Percentage.Of((share * ExactAmount.Of(100)).ToDecimal()))));
            nets[i] = grid.Exact(amounts[i]) / (Whole + share);
        }
        var total = amounts.Sum();
        SumRows();
        var (before, adjustment) = (rows, MissedByInclusion(total));
        if (document.Discount is { } discount)
        {
            var grand = net + rows.Sum() + adjustment;
            if (!Discount(discount, grand).TryGet(out _, out var errors)) return Result.Failure<ChargedDocument>(errors);
            SumRows();
            adjustment = document.DiscountsGrandTotal
                ? grand - discount.MinorUnits - (net + rows.Sum())
                : MissedByInclusion(net + rows.Where((_, r) => document.Charges[r].Included).Sum());
        }
        return Result.Success(Finish(total, before, adjustment));
    }

    private static ExactAmount[] Rates(Charge charge, EquatableArray<ChargedItem> items)
    {
        var own = charge.ItemRates.GroupBy(static r => r.Item)
            .ToDictionary(static g => g.Key, static g => Fraction(g.Last().Rate));
        var all = Fraction(charge.Rate);
        return [.. items.Select(i => own.GetValueOrDefault(i.Item, all))];
    }

    private static ExactAmount Fraction(Percentage rate) => ExactAmount.Of(rate.Value) / ExactAmount.Of(100);

    // The discounted price is a price people see, so it is rounded before it is multiplied.
    private void PriceItem(int i)
    {
        var item = document.Items[i];
        var price = ExactAmount.Of(item.Price.Amount) / ExactAmount.Of(item.Price.Per) * (Whole - Fraction(item.Discount));
        var rounded = grid.Round(price);
        prices[i] = grid.ToMoney(rounded);
        amounts[i] = grid.Round(grid.Exact(rounded) * ExactAmount.Of(item.Quantity.Value));
    }

    // How much of a unit of net the included charges add for this item.
    private ExactAmount IncludedShare(int item)
    {
        var (shares, running) = (new ExactAmount[rates.Length], new ExactAmount[rates.Length]);
        var total = Whole;
        for (var r = 0; r < rates.Length; r++)
        {
            var charge = document.Charges[r];
            if (charge.Included)
            {
                shares[r] = rates[r][item] * charge.Basis switch
                {
                    ChargeBasis.RowAmount => shares[charge.Row - 1],
                    ChargeBasis.RunningTotal => running[charge.Row - 1],
                    _ => Whole,
                };
                total += shares[r];
            }
            running[r] = total;
        }
        return total - Whole;
    }

    private void SumRows()
    {
        var sum = ExactAmount.Zero;
        foreach (var item in nets) sum += item;
        net = grid.Round(sum);
        var sums = new ExactAmount[rates.Length];
        var (own, running) = (new ExactAmount[rates.Length], new ExactAmount[rates.Length]);
        for (var i = 0; i < nets.Length; i++)
        {
            var total = nets[i];
            for (var r = 0; r < rates.Length; r++)
            {
                own[r] = Amount(r, i, sum, own, running);
                total += own[r];
                running[r] = total;
                sums[r] += own[r];
            }
        }
        rows = Array.ConvertAll(sums, grid.Round);
    }

    // A fixed charge falls on the items by their net; without any net, all of it on the first.
    private ExactAmount Amount(int row, int item, ExactAmount sum, ExactAmount[] own, ExactAmount[] running)
    {
        var charge = document.Charges[row];
        return charge.Basis switch
        {
            ChargeBasis.FixedAmount when charge.Amount is not { } => ExactAmount.Zero,
            ChargeBasis.FixedAmount when sum.IsZero => item == 0 ? ExactAmount.Of(charge.Amount!.Value) : ExactAmount.Zero,
            ChargeBasis.FixedAmount => ExactAmount.Of(charge.Amount!.Value) * nets[item] / sum,
            ChargeBasis.RowAmount => rates[row][item] * own[charge.Row - 1],
            ChargeBasis.RunningTotal => rates[row][item] * running[charge.Row - 1],
            _ => rates[row][item] * nets[item],
        };
    }

    private long MissedByInclusion(long gross)
    {
        var included = net;
        for (var r = 0; r < rows.Length; r++)
            if (document.Charges[r].Included) included += rows[r];
        return document.Charges.Any(static c => c.Included) ? gross - included : 0;
    }

    private Result<bool> Discount(Money discount, long grand)
    {
        var whole = document.DiscountsGrandTotal ? grid.Exact(grand) - NotDiscountable() : grid.Exact(net);
        var most = document.DiscountsGrandTotal ? grand : net;
        if (discount.IsNegative || discount.MinorUnits > most || whole.Sign <= 0 && !discount.IsZero)
            return Result.Failure<bool>(TaxComputationErrors.ShareOutOfRange.At("discount",
                ("share", discount), ("total", grid.ToMoney(most))));
        if (discount.IsZero) return Result.Success(true);
        var left = Whole - ExactAmount.Of(discount) / whole;
        var sum = 0L;
        for (var i = 0; i < nets.Length; i++)
        {
            var units = grid.Round(nets[i] * left);
            nets[i] = grid.Exact(units);
            sum += units;
        }
        // Off the net, the items must come to the promised net; off the total, the adjustment takes the cents.
        if (!document.DiscountsGrandTotal || rates.Length == 0)
            nets[^1] += grid.Exact(net - discount.MinorUnits - sum);
        return Result.Success(true);
    }

    // Fixed charges, and what later rows charge on them, stay as they are.
    private ExactAmount NotDiscountable()
    {
        var parts = new ExactAmount?[rates.Length];
        var sum = ExactAmount.Zero;
        for (var r = 0; r < rates.Length; r++)
        {
            var charge = document.Charges[r];
            if (charge.Basis == ChargeBasis.FixedAmount) parts[r] = grid.Exact(rows[r]);
            else if (charge.Row > 0 && parts[charge.Row - 1] is { } below) parts[r] = below * Fraction(charge.Rate);
            sum += parts[r] ?? ExactAmount.Zero;
        }
        return grid.Snap(grid.Exact(0) + sum);
    }

    private ChargedDocument Finish(long total, long[] before, long adjustment)
    {
        var (running, table) = (net, new List<ChargeRow>());
        for (var r = 0; r < rows.Length; r++)
        {
            running += rows[r];
            table.Add(new() { Amount = Pair(rows[r]), Running = Pair(running), BeforeDiscount = grid.ToMoney(before[r]) });
        }
        var grand = grid.ToMoney(running + adjustment);
        return new()
        {
            ItemPrices = [.. prices],
            ItemNets = [.. nets],
            Total = Pair(total),
            NetTotal = Pair(net),
            Rows = table.ToEquatableArray(),
            Adjustment = Pair(adjustment),
            GrandTotal = Pair(running + adjustment),
            Payable = document.PayableStep is { } step ? new CashRounding { Step = step }.Round(grand) : grand,
        };
    }

    // The company's figure is that of the rounded one of the document.
    private AmountPair Pair(long units)
    {
        var own = grid.ToMoney(units);
        return new()
        {
            Document = own,
            Company = document.CompanyRate is { } rate ? own.Convert(rate, Rounding.HalfAwayFromZero) : own,
        };
    }
}
