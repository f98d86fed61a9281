using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class EarlyPaymentTests
{
    private static PaymentTerms Net30With(params (decimal Percent, int Days, int Grace)[] discounts) => PaymentTerms.Days(30) with
    {
        Instalments = [PaymentTerms.Days(30).Instalments[0] with
        {
            Discounts = discounts.Select(d => new DiscountTerm { Percentage = Percentage.Of(d.Percent), Steps = [TermsStep.Days(d.Days)], GraceDays = d.Grace }).ToEquatableArray(),
        }],
    };

    [Fact]
    public void The_discount_is_computed_once_and_stored()
    {
        // 1725.05 at 10 %: the total less the discount is 1552.54; rounding 90 % of the total would say 1552.55.
        var invoice = Draft().With(Line("Lantern", 1, "1725.05 GBP", Zero)).Posted(terms: Net30With((10, 10, 0))).Invoice;
        var tier = Assert.Single(invoice.Instalments[0].Discounts);
        Assert.Equal(Gbp(172.51m), tier.Discount);
        Assert.Equal(Gbp(1552.54m), invoice.Instalments[0].Amount - tier.Discount);
        Assert.Equal((new LocalDate(2011, 2, 11), new LocalDate(2011, 2, 11)), (tier.Until, tier.AcceptedUntil));
    }

    [Fact]
    public void Several_tiers_each_fall_on_the_rates_of_what_may_be_discounted()
    {
        var draft = Draft().With(
            Line("Lantern", 10, "33.33 GBP"), Line("Book", 3, "9.99 GBP", Five),
            Line("Freight", 1, "25.00 GBP") with { NotDiscountable = true });
        // 333.30 + 66.66, 29.97 + 1.50: the freight's 30.00 earns nothing.
        Assert.Equal(Gbp(431.43m), draft.Discountable());
        var invoice = draft.Posted(terms: Net30With((3, 10, 2), (2, 20, 0))).Invoice;
        var tiers = invoice.Instalments[0].Discounts;
        Assert.Equal([Gbp(12.94m), Gbp(8.63m)], tiers.Select(t => t.Discount));
        Assert.Equal(new LocalDate(2011, 2, 13), tiers[0].AcceptedUntil);
        Assert.All(tiers, t => Assert.Equal(t.Discount, Money.Sum(t.TaxShares.Select(s => s.Gross), Currency.Gbp)));
        Assert.Equal([Gbp(0.04m), Gbp(2.00m)], tiers[0].TaxShares.Select(s => s.Tax));
        Assert.Empty(invoice.Check());
    }

    [Fact]
    public void Where_tax_stays_the_discount_is_on_the_net_alone()
    {
        // odoo/epd/excluded/batch: 1000 at 15 % and 2000 untaxed, 10 %: 300 off 3150.
        var fifteen = Twenty with { Rate = Percentage.Of(15) };
        var draft = (Draft() with { DiscountTax = DiscountTaxMode.Excluded }).With(Line("A", 1, "1000 GBP", fifteen), Line("B", 1, "2000 GBP", Zero));
        var invoice = draft.Posted(terms: Net30With((10, 7, 0))).Invoice;
        var tier = invoice.Instalments[0].Discounts[0];
        Assert.Equal((Gbp(3150), Gbp(300)), (invoice.Totals.Payable, tier.Discount));
        Assert.All(tier.TaxShares, s => Assert.True(s.Tax.IsZero));
    }

    [Fact]
    public void Where_tax_is_on_the_discounted_base_the_document_says_so_by_an_allowance_and_an_exempt_charge()
    {
        // odoo/epd/mixed/batch: tax of 135 on a total of 3135, of which 2835 are paid in time.
        var fifteen = Twenty with { Rate = Percentage.Of(15) };
        var exempt = new TaxTreatment { Category = TaxCategory.Exempt, Rate = Percentage.Zero, ReasonText = "Cash discount" };
        var draft = Draft().With(Line("A", 1, "1000 GBP", fifteen), Line("B", 1, "2000 GBP", Zero))
            .WithTaxOnDiscounted(Percentage.Of(10), exempt, "Cash discount");
        Assert.Empty(draft.Check());
        var account = draft.Posted(terms: Net30With((10, 7, 0)));
        var invoice = account.Invoice;
        var tier = invoice.Instalments[0].Discounts[0];
        Assert.Equal((Gbp(3000), Gbp(135), Gbp(3135)), (invoice.Totals.Net, invoice.Totals.Tax, invoice.Totals.Payable));
        Assert.Equal((Gbp(300), Gbp(2835)), (tier.Discount, invoice.Totals.Payable - tier.Discount));
        Assert.Equal((Gbp(300), Gbp(300)), (invoice.Totals.Allowances, invoice.Totals.Charges));
        // A returned line takes its part of both with it.
        var returned = NoteOf(Expect.Success(account.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1)))));
        Assert.Equal((Gbp(1000), Gbp(135)), (returned.Totals.Net, returned.Totals.Tax));
        Assert.Equal(draft with { DiscountTax = DiscountTaxMode.Mixed }, draft);
        Assert.Empty((Draft() with { Lines = [Line("Free", 1, "0 GBP")] }).WithTaxOnDiscounted(Percentage.Of(10), exempt, "None").AllowancesCharges);
    }

    [Fact]
    public void Discounts_that_do_not_fit_are_refused()
    {
        var draft = Draft().With(Line("Lantern", 1, "100.00 GBP"));
        var posting = draft.Posting(Net30With((2, 10, 0)));
        InvoicePosting With(Money discount) => posting with
        {
            Instalments = [posting.Instalments[0] with { Discounts = [posting.Instalments[0].Discounts[0] with { Discount = discount }] }],
        };
        Expect.Refused(InvoiceErrors.DiscountMismatch, draft.Post(With(Gbp(-1)), Clerk, Noon));
        Expect.Refused(InvoiceErrors.DiscountMismatch, draft.Post(With(Gbp(121)), Clerk, Noon));
        Expect.Refused(InvoiceErrors.DiscountMismatch, draft.Post(With(Money.Parse("1.00 EUR")), Clerk, Noon));
        var content = draft.Posted(terms: Net30With((2, 10, 0))).Invoice.Content;
        var tier = content.Instalments[0].Discounts[0];
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with
        {
            Instalments = [content.Instalments[0] with { Discounts = [tier with { TaxShares = [tier.TaxShares[0] with { Tax = Gbp(0.41m) }] }] }],
        }));
        // Discounts stored before their shares were kept read as they are.
        Expect.Success(Invoice.Restore(content with { Instalments = [content.Instalments[0] with { Discounts = [tier with { TaxShares = [] }] }] }));
    }

    [Fact]
    public void Swiss_cash_comes_in_five_centimes_also_in_instalments_and_discounts()
    {
        var chf = Currency.Of("CHF");
        var vat = Twenty with { Rate = Percentage.Of(8.1m) };
        var draft = (Draft(chf) with { CashRounding = CashRounding.To(Money.Of(0.05m, chf)) }).With(Line("Käse", 3, "11.11 CHF", vat));
        var terms = new PaymentTerms
        {
            Id = new("HALVES"),
            Instalments =
            [
                new() { Share = TermsShare.Percent(33), Steps = [TermsStep.Days(10)], Discounts = [new() { Percentage = Percentage.Of(2), Steps = [TermsStep.Days(5)] }] },
                new() { Share = TermsShare.Balance, Steps = [TermsStep.Days(30)] },
            ],
        };
        var invoice = draft.Posted(terms: terms).Invoice;
        // 33.33 + 2.70 = 36.03 is paid as 36.05; 33 % of it is 11.8965, on a step 11.90.
        Assert.Equal(Money.Of(0.02m, chf), invoice.Totals.RoundingAmount);
        Assert.Equal(["11.90 CHF", "24.15 CHF"], invoice.Instalments.Select(i => i.Amount.ToString()));
        Assert.Equal("0.25 CHF", invoice.Instalments[0].Discounts[0].Discount.ToString());
        Assert.Equal(invoice.Totals.Gross, Money.Sum(invoice.Instalments.SelectMany(i => i.TaxShares).Select(s => s.Gross), chf));
        Assert.Equal(invoice.Totals.Tax, Money.Sum(invoice.Instalments.SelectMany(i => i.TaxShares).Select(s => s.Tax), chf));

        var account = draft.Posted(terms: terms);
        var payables = new List<Money>();
        foreach (var n in new[] { 1, 2, 3 })
        {
            var decision = Expect.Success(account.Credited(n, CreditRequest.Of(1, Quantity.Pieces(1))));
            payables.Add(NoteOf(decision).Totals.Payable);
            account = decision.State;
        }
        Assert.All(payables, p => Assert.Equal(0, p.MinorUnits % 5));
        Assert.Equal(invoice.Totals.Payable, Money.Sum(payables, chf));
        Assert.Equal(invoice.Totals.RoundingAmount, account.CreditedRounding);
    }
}
