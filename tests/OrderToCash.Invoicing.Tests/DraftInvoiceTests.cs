using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class DraftInvoiceTests
{
    private static readonly DraftInvoice Sound = Draft().With(Line("Lantern", 3, "9.99 GBP"), Line("Book", 2, "4.55 GBP", Zero));

    [Fact]
    public void Totals_follow_the_lines()
    {
        var invoice = Sound.Posted().Invoice;
        Assert.Equal("39.07 GBP", invoice.Totals.LineNet.ToString());
        Assert.Equal("5.99 GBP", invoice.Totals.Tax.ToString());
        Assert.Equal("45.06 GBP", invoice.Totals.Payable.ToString());
        Assert.Equal([("S", "29.97 GBP"), ("Z", "9.10 GBP")], invoice.Breakdown.Select(s => (s.Category.Value, s.Base.ToString())));
        Assert.Empty(invoice.Check());
    }

    [Fact]
    public void Instalments_carry_their_part_of_the_tax()
    {
        var terms = new PaymentTerms
        {
            Id = new("THIRDS"),
            Instalments = [
                new() { Share = TermsShare.Percent(33.33m), Steps = [TermsStep.Days(30)] },
                new() { Share = TermsShare.Balance, Steps = [TermsStep.Days(60)] }],
        };
        var invoice = Sound.Posted(terms: terms).Invoice;
        Assert.Equal(["15.02 GBP", "30.04 GBP"], invoice.Instalments.Select(i => i.Amount.ToString()));
        Assert.All(invoice.Instalments, i => Assert.Equal(i.Amount, Money.Sum(i.TaxShares.Select(s => s.Gross), Currency.Gbp)));
        Assert.Equal("5.99 GBP", Money.Sum(invoice.Instalments.SelectMany(i => i.TaxShares).Select(s => s.Tax), Currency.Gbp).ToString());
    }

    [Fact]
    public void A_foreign_invoice_freezes_its_rate_and_its_parts_add_up()
    {
        var rate = new ExchangeRate(Currency.Eur, Currency.Gbp, 0.84615m, new(2011, 2, 1), "ECB");
        var draft = Draft(Currency.Eur).With(Line("Lantern", 3, "9.99 EUR"), Line("Book", 2, "4.55 EUR", Zero), Line("Lamp", 1, "7.77 EUR", Five));
        var invoice = draft.Posted(rate, PaymentTerms.Days(14)).Invoice;
        Assert.Equal(invoice.Totals.Gross.Convert(rate, Rounding.HalfAwayFromZero), invoice.FunctionalTotals.Gross);
        Assert.Equal(invoice.FunctionalTotals.Gross, Money.Sum(invoice.FunctionalInstalments(), Currency.Gbp));
        Assert.Equal(rate, invoice.BookingRate);
    }

    [Fact]
    public void All_findings_come_at_once()
    {
        var findings = (Draft() with
        {
            Seller = Party("", "London", "GB", ""),
            Buyer = Party("Somebody", "", "FR", "") with { Address = new() { Country = new("FR") } },
        }).With(
            Line("Lamp", 1, "1.00 GBP", Union) with { Description = " " },
            Line("Lamp", 0, "1.00 GBP"),
            Line("Lamp", 1, "-1.00 GBP"),
            Line("Lamp", 1, "1.00 EUR"),
            Line("Lamp", 1, "1.00 GBP") with { Net = Money.Parse("2.00 GBP") },
            Line("Lamp", 1, "1.00 GBP", Twenty with { Rate = Percentage.Zero }),
            Line("Lamp", 1, "1.00 GBP", new() { Category = TaxCategory.OutOfScope, Rate = Percentage.Zero, ReasonText = "Compensation" })).Check();
        Expect.Found(InvoiceErrors.PartyIncomplete, findings);
        Expect.Found(InvoiceErrors.VatIdMissing, findings);
        Expect.Found(InvoiceErrors.DeliveryDateMissing, findings);
        Expect.Found(InvoiceErrors.DescriptionMissing, findings);
        Expect.Found(InvoiceErrors.QuantityZero, findings);
        Expect.Found(InvoiceErrors.PriceNegative, findings);
        Expect.Found(InvoiceErrors.OtherCurrency, findings);
        Expect.Found(InvoiceErrors.LineNetMismatch, findings);
        Expect.Found(InvoiceErrors.TaxMismatch, findings);
        Expect.Found(InvoiceErrors.OutOfScopeMixed, findings);
        Assert.Equal(2, findings.Count(f => f.Code == InvoiceErrors.PartyIncomplete.Code));
    }

    [Fact]
    public void Nothing_less_than_nothing_and_no_money_can_be_posted()
    {
        Expect.Refused(InvoiceErrors.NoLines, Draft().Post(Draft().Posting(), Clerk, Noon));
        Expect.Found(InvoiceErrors.TotalNegative, Draft().With(Line("Lamp", -1, "1.00 GBP")).Check());
        Expect.Found(InvoiceErrors.CurrencyWithoutGrid, Draft(Currency.Of("XTS")).With(Line("Lamp", 1, "1 XTS")).Check());
    }

    [Fact]
    public void Absurd_amounts_are_findings_not_exceptions()
    {
        var huge = Money.FromMinorUnits(Money.MaxMinorUnits, Currency.Gbp);
        var line = Line("Lamp", 1, "1.00 GBP");
        Expect.Found(InvoiceErrors.AmountTooLarge, Draft().With(Enumerable.Repeat(line with { Price = null, Net = huge }, 20)).Check());
        Expect.Found(InvoiceErrors.AmountTooLarge, Draft().With(line with { Tax = Twenty with { Rate = Percentage.Of(decimal.MaxValue) } }).Check());
        Expect.Found(InvoiceErrors.AmountTooLarge,
            Draft().With(line with { Price = UnitPrice.Of(decimal.MaxValue, Currency.Gbp), Quantity = Quantity.Pieces(decimal.MaxValue) }).Check());
        Expect.Refused(InvoiceErrors.AmountTooLarge, Sound.Post(Sound.Posting() with
        {
            FunctionalCurrency = Currency.Jpy, BookingRate = new(Currency.Gbp, Currency.Jpy, decimal.MaxValue, new(2011, 2, 1), "a joke"),
        }, Clerk, Noon));
    }

    [Fact]
    public void Posting_needs_a_number_matching_instalments_and_a_rate()
    {
        var posting = Sound.Posting();
        Expect.Refused(InvoiceErrors.NumberMissing, Sound.Post(posting with { Number = default }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.InstalmentsMismatch, Sound.Post(posting with { Instalments = [] }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.InstalmentsMismatch, Sound.Post(posting with
        {
            Instalments = [posting.Instalments[0] with { Amount = Money.Parse("-1.00 GBP") }, posting.Instalments[0] with { Amount = Money.Parse("46.06 GBP") }],
        }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.BookingRateMissing, Sound.Post(posting with { FunctionalCurrency = Currency.Eur }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.CurrencyWithoutGrid, Sound.Post(posting with { FunctionalCurrency = default(Currency) }, Clerk, Noon));
    }

    [Fact]
    public void An_invoice_over_nothing_is_an_invoice()
    {
        var account = Draft().With(Line("Gift", 1, "0 GBP")).Posted();
        Assert.True(account.Invoice.Totals.Payable.IsZero);
        Assert.False(account.IsFullyCredited);
        Expect.Refused(CreditNoteErrors.NothingToCredit, account.Credited(1));
    }

    [Fact]
    public void Stored_figures_that_were_edited_are_refused()
    {
        var content = Sound.Posted().Invoice.Content;
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with { Breakdown = [content.Breakdown[0]] }));
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with { FunctionalBreakdown = [] }));
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with { Instalments = [content.Instalments[0] with { TaxShares = [] }] }));
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with { Draft = null! }));
        Assert.Equal(content, Expect.Success(Invoice.Restore(content)).Content);
    }

    [Fact]
    public void Numbers_of_a_series_read_back()
    {
        var format = NumberFormat.Of("INV");
        Assert.Equal("INV-2010-000123", format.Format(2010, 123).Value);
        Assert.True(format.TryParse(new("INV-2010-1234567"), out var year, out var counter));
        Assert.Equal((2010, 1_234_567L), (year, counter));
        Assert.All(new[] { "INV-2010-123", "CN-2010-000123", "INV-2010000123", "INV-2010-00012x", "INV-", "INV-0000-000001", "INV-2010-000000" },
            text => Assert.False(format.TryParse(new(text), out _, out _)));
        Expect.Found(InvoiceErrors.SeriesInvalid, (format with { Series = "IN V" }).Check());
        Assert.Throws<ArgumentException>(() => NumberFormat.Of(""));
    }
}
