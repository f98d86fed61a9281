using FsCheck;
using FsCheck.Fluent;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public sealed record AnyGross(int[] Prices, int[] Rates, int Allowance, bool ByLine);

public class TaxIncludedTests
{
    private static readonly TaxTreatment[] Treatments = [Twenty, Five, Zero, Twenty with { Rate = Percentage.Of(23) }, Twenty with { Rate = Percentage.Of(7.25m) }];

    public static Arbitrary<AnyGross> Documents { get; } = Arb.From(
        from prices in Gen.NonEmptyListOf(Gen.Frequency((3, Gen.Choose(0, 9)), (3, Gen.Choose(0, 3000)), (1, Gen.Choose(0, 50_000_000))))
        from rates in Gen.ArrayOf(Gen.Choose(0, Treatments.Length - 1), prices.Count)
        from allowance in Gen.Choose(0, 100)
        from byLine in Gen.Elements(true, false)
        select new AnyGross(prices.Take(20).ToArray(), rates, allowance, byLine),
        d => d.Prices.Length == 1 ? [] : Enumerable.Range(0, d.Prices.Length).Select(i => d with
        {
            Prices = d.Prices.Where((_, j) => j != i).ToArray(), Rates = d.Rates.Where((_, j) => j != i).ToArray(),
        }));

    private static DraftInvoice DraftOf(AnyGross d) => (Draft() with { Computation = d.ByLine ? TaxComputation.ByLine : TaxComputation.ByBreakdown })
        .With(d.Prices.Select((p, i) => InvoiceLine.TaxIncluded($"Line {i}", Quantity.Pieces(1), UnitPrice.Of(p / 100m, Currency.Gbp), Treatments[d.Rates[i]])))
        .With(AllowanceCharge.Charge(Gbp(d.Allowance / 100m), "Freight").Taxed(Twenty) with { Gross = Gbp(d.Allowance / 100m) });

    private static Money GrossOf(AnyGross d) => Gbp((d.Prices.Sum(p => (decimal)p) + d.Allowance) / 100m);

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxIncludedTests)])]
    public bool The_total_is_exactly_the_sum_of_the_prices(AnyGross d)
    {
        var draft = DraftOf(d).SplitTaxIncluded();
        return draft.Check().IsEmpty && draft.Totals().Gross == GrossOf(d) && draft.Totals().RoundingAmount.IsZero
            && draft.Breakdown().Subtotals.All(s => Math.Abs((s.Tax - s.Base.Times(s.Rate, Rounding.HalfAwayFromZero)).MinorUnits)
                <= (d.ByLine ? d.Prices.Length + 1 : 1));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxIncludedTests)])]
    public bool With_a_rounding_amount_tax_is_base_times_rate_and_the_payable_total_the_sum_of_the_prices(AnyGross d)
    {
        var draft = DraftOf(d with { ByLine = false }).SplitTaxIncluded(InclusiveRounding.RoundingAmount);
        return draft.Check().IsEmpty && draft.Totals().Payable == GrossOf(d)
            && Math.Abs(draft.Totals().RoundingAmount.MinorUnits) <= draft.Breakdown().Subtotals.Count
            && draft.Breakdown().Subtotals.All(s => s.Tax == s.Base.Times(s.Rate, Rounding.HalfAwayFromZero));
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(TaxIncludedTests)])]
    public bool It_is_credited_to_nothing(AnyGross d)
    {
        foreach (var policy in Enum.GetValues<InclusiveRounding>())
        {
            var account = DraftOf(policy == InclusiveRounding.RoundingAmount ? d with { ByLine = false } : d).SplitTaxIncluded(policy).Posted();
            if (account.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1))) is { IsSuccess: true } part) account = part.Value.State;
            if (account.Credited(2) is { IsSuccess: true } rest) account = rest.Value.State;
            if (!account.Check().IsEmpty) return false;
            if (!account.CreditNotes.IsEmpty && (!account.RemainingGross.IsZero || account.CreditedRounding != account.Invoice.Totals.RoundingAmount)) return false;
        }
        return true;
    }

    [Fact]
    public void Three_pence_with_twenty_percent_fit_no_exact_net()
    {
        var line = InvoiceLine.TaxIncluded("Sweet", Quantity.Pieces(1), UnitPrice.Parse("0.03 GBP"), Twenty);
        var taken = Draft().With(line).SplitTaxIncluded();
        Assert.Equal((Gbp(0.02m), Gbp(0.01m)), (taken.Totals().Net, taken.Totals().Tax));
        var rounded = Draft().With(line).SplitTaxIncluded(InclusiveRounding.RoundingAmount);
        Assert.Equal(Gbp(0.03m), rounded.Totals().Payable);
        Assert.Equal(1, Math.Abs(rounded.Totals().RoundingAmount.MinorUnits));
    }

    [Fact]
    public void Nets_that_do_not_follow_and_missing_prices_are_found()
    {
        var draft = Draft().With(InvoiceLine.TaxIncluded("Lamp", Quantity.Pieces(1), UnitPrice.Parse("12.00 GBP"), Twenty)).SplitTaxIncluded();
        Assert.Equal(Gbp(10), draft.Lines[0].Net);
        Expect.Found(InvoiceErrors.GrossMismatch, (draft with { Lines = [draft.Lines[0] with { Net = Gbp(11) }] }).Check());
        Expect.Found(InvoiceErrors.GrossMissing, draft.With(Line("Book", 1, "1.00 GBP")).Check());
        Expect.Found(InvoiceErrors.GrossMissing, draft.With(AllowanceCharge.Charge(Gbp(1), "Freight").Taxed(Twenty)).Check());
        Expect.Refused(InvoiceErrors.GrossMismatch,
            Invoice.Restore(draft.Posted().Invoice.Content with { Draft = draft with { Lines = [draft.Lines[0] with { Net = Gbp(11) }] } }));
    }
}
