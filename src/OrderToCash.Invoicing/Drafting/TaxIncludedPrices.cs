using System.Numerics;

namespace OrderToCash.Invoicing;

/// <summary>Takes the tax out of amounts that include it.</summary>
internal static class TaxIncludedPrices
{
    // At minus a hundred percent nothing of a gross is net; such rates are found elsewhere.
    private const int NoTaxInside = -100;

    private sealed class Group
    {
        internal readonly List<(int Item, long Gross)> Items = [];

        internal BigInteger Gross { get; set; }
    }

    /// <summary>The draft with nets; without lines that state a gross it stays as it is.</summary>
    internal static DraftInvoice Split(DraftInvoice draft, InclusiveRounding policy)
    {
        var nets = new long[draft.Lines.Count + draft.AllowancesCharges.Count];
        BigInteger drift = 0;
        foreach (var ((_, rate), group) in Groups(draft))
        {
            var weights = group.Items.Select(i => i.Gross).ToArray();
            var (numerator, denominator) = LargestRemainder.Fraction(rate);
            var target = group.Gross - TaxOf(group.Gross, rate);
            if (policy == InclusiveRounding.RoundingAmount)
            {
                target = NearestNet(group.Gross, target, rate);
                drift += group.Gross - target - LargestRemainder.Round(target * numerator, denominator);
            }
            var parts = rate.Value <= NoTaxInside || policy == InclusiveRounding.TaxOutOfGross && draft.Computation.RoundsPerLine
                ? Array.ConvertAll(weights, gross => (long)(gross - TaxOf(gross, rate)))
                : LargestRemainder.Split(weights, denominator, denominator + numerator, (long)target);
            for (var i = 0; i < parts.Length; i++) nets[group.Items[i].Item] = parts[i];
        }
        var isExact = policy == InclusiveRounding.TaxOutOfGross;
        return WithNets(draft, nets) with
        {
            PricesIncludeTax = isExact,
            RoundingAmount = isExact || drift.IsZero
                ? draft.RoundingAmount
                : Money.FromMinorUnits((long)drift, draft.Currency) + (draft.RoundingAmount ?? Money.Zero(draft.Currency)),
        };
    }

    /// <summary>The tax per category and rate of what states a gross.</summary>
    internal static Dictionary<(TaxCategory, Percentage), Money> Taxes(DraftInvoice draft)
    {
        var taxes = new Dictionary<(TaxCategory, Percentage), Money>();
        foreach (var (key, group) in Groups(draft))
        {
            var tax = draft.Computation.RoundsPerLine
                ? group.Items.Aggregate(BigInteger.Zero, (sum, item) => sum + TaxOf(item.Gross, key.Rate))
                : TaxOf(group.Gross, key.Rate);
            taxes[key] = Money.FromMinorUnits((long)tax, draft.Currency);
        }
        return taxes;
    }

    private static BigInteger TaxOf(BigInteger gross, Percentage rate)
    {
        if (rate.Value <= NoTaxInside) return 0;
        var (numerator, denominator) = LargestRemainder.Fraction(rate);
        return LargestRemainder.Round(gross * numerator, denominator + numerator);
    }

    // The net next to the wanted one whose rounded tax comes closest to the gross; the smaller distance, then the wanted one.
    private static BigInteger NearestNet(BigInteger gross, BigInteger wanted, Percentage rate)
    {
        var (numerator, denominator) = LargestRemainder.Fraction(rate);
        return new[] { wanted, wanted - 1, wanted + 1 }
            .MinBy(net => BigInteger.Abs(gross - net - LargestRemainder.Round(net * numerator, denominator)));
    }

    private static Dictionary<(TaxCategory Category, Percentage Rate), Group> Groups(DraftInvoice draft)
    {
        var groups = new Dictionary<(TaxCategory, Percentage), Group>();
        for (var i = 0; i < draft.Lines.Count; i++)
            if (draft.Lines[i] is { Prepayment: null, Gross: { } gross } line) Add(line.Tax, i, gross.MinorUnits);
        for (var i = 0; i < draft.AllowancesCharges.Count; i++)
            if (draft.AllowancesCharges[i] is { Gross: { } gross, Tax: { } tax } item)
                Add(tax, draft.Lines.Count + i, item.IsCharge ? gross.MinorUnits : -gross.MinorUnits);
        return groups;

        void Add(TaxTreatment tax, int item, long gross)
        {
            if (!groups.TryGetValue((tax.Category, tax.Rate), out var group))
                groups[(tax.Category, tax.Rate)] = group = new();
            group.Items.Add((item, gross));
            group.Gross += gross;
        }
    }

    private static DraftInvoice WithNets(DraftInvoice draft, long[] nets)
    {
        var (lines, items) = (draft.Lines.AsSpan().ToArray(), draft.AllowancesCharges.AsSpan().ToArray());
        for (var i = 0; i < lines.Length; i++)
            if (lines[i] is { Prepayment: null, Gross: not null })
                lines[i] = lines[i] with { Net = Money.FromMinorUnits(nets[i], draft.Currency), Price = null, Discount = null };
        for (var i = 0; i < items.Length; i++)
            if (items[i].Gross is not null)
            {
                var net = nets[lines.Length + i];
                items[i] = items[i] with { Amount = Money.FromMinorUnits(items[i].IsCharge ? net : -net, draft.Currency) };
            }
        return draft with { Lines = [.. lines], AllowancesCharges = [.. items] };
    }
}
