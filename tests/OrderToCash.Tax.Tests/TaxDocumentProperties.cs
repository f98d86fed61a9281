using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class TaxDocumentProperties
{
    private static readonly Gen<TaxDefinition> AnyTax =
        from kind in Gen.Frequency((5, Gen.Constant(TaxKind.Percent)), (1, Gen.Constant(TaxKind.FixedPerQuantity)), (2, Gen.Constant(TaxKind.Division)))
        from amount in Gen.Choose(1, 2_500)
        from included in Gen.Elements(true, false)
        from adds in Gen.Elements(true, false)
        from affected in Gen.Elements(true, true, false)
        from sequence in Gen.Choose(0, 3)
        select new TaxDefinition
        {
            Id = $"{kind} {amount} {included} {adds} {affected} {sequence}",
            Kind = kind,
            Amount = kind == TaxKind.Division ? amount / 200m : amount / 100m,
            Sequence = sequence,
            PriceIncluded = included,
            AddsToBaseOfLaterTaxes = adds,
            IgnoresEarlierTaxes = !affected,
        };

    private static readonly Gen<EquatableArray<TaxDefinition>> AnyTaxes =
        from count in Gen.Choose(0, 4)
        from taxes in Gen.ArrayOf(AnyTax, count)
        select taxes.DistinctBy(t => t.Id).ToEquatableArray();

    private static readonly Gen<TaxDocumentLine> AnyLine =
        from price in Gen.Choose(1, 5_000_000)
        from quantity in Gen.Elements(1m, 1m, 2m, 12.12m, 0.333m, 7m)
        from discount in Gen.Elements(0m, 0m, 10m, 6.6m, 33.333m)
        from taxes in AnyTaxes
        select new TaxDocumentLine
        {
            Price = UnitPrice.Of(price / 1000m, Currency.Eur),
            Quantity = Quantity.Pieces(quantity),
            Discount = Percentage.Of(discount),
            Taxes = taxes,
        };

    public static Arbitrary<TaxDocument> Documents { get; } = Arb.From(
        from pool in Gen.ArrayOf(AnyLine, 4)
        from count in Gen.Choose(1, 12)
        from picks in Gen.ArrayOf(Gen.Choose(0, 3), count)
        from rounding in Gen.Elements(TaxRounding.List.ToArray())
        from distribution in Gen.Elements(DeltaDistribution.List.ToArray())
        from rate in Gen.Elements(0m, 0m, 0.5m, 3m, 1.0837m)
        from conversion in Gen.Elements(CompanyConversion.List.ToArray())
        select new TaxDocument
        {
            Currency = Currency.Eur,
            Lines = picks.Select(i => pool[i]).ToEquatableArray(),
            Rounding = rounding,
            Distribution = distribution,
            CompanyRate = rate == 0 ? null : new(Currency.Usd, Currency.Eur, rate, new(2026, 1, 1), "test"),
            CompanyConversion = rate == 0 ? null : conversion,
        },
        Smaller);

    public static Arbitrary<EquatableArray<TaxDefinition>> Taxes { get; } = Arb.From(AnyTaxes,
        taxes => Enumerable.Range(0, taxes.Count).Select(i => taxes.Where((_, j) => j != i).ToEquatableArray()));

    private static IEnumerable<TaxDocument> Smaller(TaxDocument document)
    {
        if (document.Lines.Count > 1)
            for (var i = 0; i < document.Lines.Count; i++)
                yield return document with { Lines = document.Lines.Where((_, j) => j != i).ToEquatableArray() };
        if (document.CompanyRate is not null) yield return document with { CompanyRate = null, CompanyConversion = null };
        for (var i = 0; i < document.Lines.Count; i++)
            foreach (var fewer in Taxes.Shrinker(document.Lines[i].Taxes))
                yield return document with { Lines = document.Lines.SetItem(i, document.Lines[i] with { Taxes = fewer }) };
    }

    private static bool HasFixed(TaxDocument document) => document.Lines.Any(l => l.Taxes.Any(t => !t.FollowsPrice));

    [Property(MaxTest = 300, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool Taking_taxes_out_and_putting_them_on_again_gives_the_same_gross(EquatableArray<TaxDefinition> taxes, int cents)
    {
        var program = Expect.Success(TaxProgram.Compile(taxes));
        var gross = ExactAmount.Of(cents / 100m);
        var net = program.Line(gross, ExactAmount.Of(3), PriceMeaning.Gross).Net / ExactAmount.Of(3);
        // A price smaller than the amounts per quantity in it has a net below zero, which by itself means a return.
        return net.Sign != gross.Sign || program.Line(net, ExactAmount.Of(3), PriceMeaning.Net).Gross == gross * ExactAmount.Of(3);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool What_is_in_a_price_and_its_net_are_the_price(EquatableArray<TaxDefinition> taxes, int cents)
    {
        var program = Expect.Success(TaxProgram.Compile(taxes));
        foreach (decimal? step in new decimal?[] { null, 0.01m, 0.05m })
        {
            var line = program.Line(cents / 100m, 2, roundTo: step);
            var price = program.Taxes.Zip(line.Taxes).Where(p => p.First.PriceIncluded).Aggregate(line.Net, (sum, p) => sum + p.Second.Tax);
            var expected = ExactAmount.Of(cents / 50m);
            if (price != (step is { } s ? expected.RoundedTo(s, Rounding.HalfAwayFromZero) : expected)) return false;
        }
        return true;
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool A_document_rounds_the_exact_sums(TaxDocument document)
    {
        var taxed = (document with { Rounding = TaxRounding.PerDocument }).Computed();
        var exact = document.Lines.Select(l => Expect.Success(TaxProgram.Compile(l.Taxes)).Line(
            ExactAmount.Of(l.Price.Amount) * (ExactAmount.Of(1) - ExactAmount.Of(l.Discount.Value) / ExactAmount.Of(100)), ExactAmount.Of(l.Quantity.Value),
            PriceMeaning.AsDefined)).ToArray();
        Money Rounded(IEnumerable<ExactAmount> parts) => parts.Aggregate(ExactAmount.Zero, (a, b) => a + b).ToMoney(Currency.Eur, Rounding.HalfAwayFromZero);
        return taxed.Net.Document == Rounded(exact.Select(l => l.Net))
            && taxed.TaxTotals().All(t => t.Tax.Document == Rounded(exact.SelectMany(l => l.Taxes).Where(x => x.TaxId == t.TaxId).Select(x => x.Tax)));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool Gross_first_rounds_the_gross_and_the_lines_add_up_to_it(TaxDocument document)
    {
        var exact = (document with { Rounding = TaxRounding.PerDocument, CompanyRate = null }).Lines.Aggregate(ExactAmount.Zero, (sum, l) => sum
            + Expect.Success(TaxProgram.Compile(l.Taxes)).Line(
                ExactAmount.Of(l.Price.Amount) * (ExactAmount.Of(1) - ExactAmount.Of(l.Discount.Value) / ExactAmount.Of(100)),
                ExactAmount.Of(l.Quantity.Value), PriceMeaning.AsDefined).Gross);
        return (document with { Rounding = TaxRounding.GrossFirst }).Computed().Total.Document == exact.ToMoney(Currency.Eur, Rounding.HalfAwayFromZero);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool The_lines_sum_to_the_document_in_both_currencies(TaxDocument document)
    {
        var taxed = document.Computed();
        var summary = taxed.Summarize();
        var perTax = taxed.TaxTotals().Aggregate(taxed.Net - taxed.Net, (sum, t) => sum + t.Tax);
        return perTax == taxed.Tax && taxed.Net + taxed.Tax == taxed.Total && summary.Total == taxed.Total
            && summary.Subtotals.Aggregate(taxed.Net, (sum, s) => sum + s.Tax) == taxed.Total;
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool The_order_of_lines_changes_no_total(TaxDocument document)
    {
        var (one, other) = (document.Computed(), (document with { Lines = document.Lines.Reverse().ToEquatableArray() }).Computed());
        return (one.Net, one.Tax, one.Total) == (other.Net, other.Tax, other.Total)
            && one.TaxTotals().OrderBy(t => t.TaxId, StringComparer.Ordinal).SequenceEqual(other.TaxTotals().OrderBy(t => t.TaxId, StringComparer.Ordinal));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool How_differences_go_back_changes_no_total(TaxDocument document) =>
        DeltaDistribution.List.Select(d => (document with { Distribution = d }).Computed()).Select(t => (t.Net, t.Tax, t.Total)).Distinct().Count() == 1;

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool The_parts_of_a_discount_are_the_discount(TaxDocument document, byte percent)
    {
        var whole = (document with { Lines = WithoutFixed(document) }).Computed();
        var amount = whole.Total.Document.Times(Percentage.Of(percent % 101), Rounding.HalfAwayFromZero);
        var discounted = (document with { Lines = WithoutFixed(document), Discount = DocumentShare.Of(amount) }).Computed();
        var parts = Money.Sum(discounted.Lines.Where(l => l.Origin == LineOrigin.Discount).Select(l => l.Gross.Document), Currency.Eur);
        return parts == -amount && discounted.Total.Document == whole.Total.Document - amount;
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool Down_payments_and_the_rest_are_the_document(TaxDocument document, byte first, byte second)
    {
        var whole = document.Computed();
        TaxedDocument[] parts =
        [
            Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Percent(first % 50))),
            Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Percent(second % 50))),
        ];
        var rest = whole.Less(parts);
        var perTax = parts.Append(rest).SelectMany(p => p.TaxTotals()).GroupBy(t => t.TaxId)
            .ToDictionary(g => g.Key, g => g.Aggregate(whole.Net - whole.Net, (sum, t) => sum + t.Tax));
        return rest.Net + parts[0].Net + parts[1].Net == whole.Net
            && rest.Tax + parts[0].Tax + parts[1].Tax == whole.Tax
            && rest.Total + parts[0].Total + parts[1].Total == whole.Total
            && whole.TaxTotals().All(t => perTax[t.TaxId] == t.Tax);
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool A_down_payment_is_its_share_of_the_total(TaxDocument document, byte percent)
    {
        if (HasFixed(document)) return true;
        var whole = document.Computed().Total.Document;
        var share = Percentage.Of(percent % 101);
        var asked = whole.Times(share, Rounding.HalfAwayFromZero);
        return Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Percent(share.Value))).Total.Document == asked
            && Expect.Success(TaxDocuments.DownPayment(document, DocumentShare.Of(asked))).Total.Document == asked;
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool A_total_in_coins_is_near_and_payable(TaxDocument document, bool inTax)
    {
        var step = Money.Of(0.05m, Currency.Eur);
        var strategy = inTax ? CashRoundingStrategy.LargestTax : CashRoundingStrategy.SeparateAmount;
        var plain = document.Computed();
        var coins = (document with { CashRounding = CashRounding.To(step), CashRoundingStrategy = strategy }).Computed();
        if (inTax && plain.TaxTotals().IsEmpty) return coins == plain;
        var difference = coins.Total.Document - plain.Total.Document;
        return coins.Total.Document.MinorUnits % step.MinorUnits == 0 && Math.Abs(difference.MinorUnits) * 2 <= step.MinorUnits
            && coins.Summarize().Total == coins.Total && coins.Net == plain.Net;
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(TaxDocumentProperties)])]
    public bool A_cash_discount_and_the_payment_are_the_gross(TaxDocument document, byte percent)
    {
        var discount = Percentage.Of(percent % 101);
        var parts = document.Lines.Select((l, i) => CashDiscountPart.Of(
            Money.FromMinorUnits((long)(l.Price.Amount * 1000) * (i % 5 == 4 ? -1 : 1), Currency.Eur), l.Quantity.Value,
            Expect.Success(TaxProgram.Compile(l.Taxes)), discount)).ToEquatableArray();
        return Enum.GetValues<DiscountTaxMode>().All(mode =>
        {
            var split = CashDiscountSplit.Of(parts, discount, mode);
            return split.NetReduction + split.TaxReduction + split.Payable == split.Total
                && (mode == DiscountTaxMode.Included || split.Parts.All(p => p.TaxReduction.IsZero));
        });
    }

    private static EquatableArray<TaxDocumentLine> WithoutFixed(TaxDocument document) => document.Lines
        .Select(l => l with { Taxes = l.Taxes.Where(t => t.FollowsPrice).ToEquatableArray() }).ToEquatableArray();
}
