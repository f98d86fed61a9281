using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class TaxCurrencyTests
{
    private static readonly ExchangeRate Booking = new(Currency.Usd, Currency.Eur, 0.73137m, new(2011, 2, 1), "ECB");
    private static readonly ExchangeRate TaxRate = new(Currency.Gbp, Currency.Usd, 1.6011m, new(2011, 1, 31), "HMRC");

    private static readonly DraftInvoice Foreign = Draft(Currency.Usd).With(
        Line("Lantern", 3, "9.99 USD"), Line("Book", 7, "4.55 USD", Five), Line("Lamp", 1, "0.01 USD"))
        .With(AllowanceCharge.Charge(Money.Parse("5.55 USD"), "Freight", AllowanceChargeReason.Freight).Taxed(Twenty),
            AllowanceCharge.Allowance(Money.Parse("1.11 USD"), "Coupon").Taxed(Five));

    private static InvoiceAccount PostedForeign(DraftInvoice? draft = null) => Expect.Success((draft ?? Foreign).Post((draft ?? Foreign).Posting() with
    {
        FunctionalCurrency = Currency.Eur, BookingRate = Booking, TaxCurrency = Currency.Gbp, TaxRate = TaxRate,
    }, Clerk, Noon)).State;

    [Fact]
    public void Three_currencies_each_with_its_frozen_rate()
    {
        var invoice = PostedForeign().Invoice;
        Assert.Equal(invoice.Totals.Tax.Convert(TaxRate, Rounding.HalfAwayFromZero), invoice.TaxInTaxCurrency);
        Assert.Equal((Currency.Gbp, "HMRC"), (invoice.TaxCurrency, invoice.Content.TaxRate!.Source));
        Assert.Equal(invoice.Totals.Gross.Convert(Booking, Rounding.HalfAwayFromZero), invoice.FunctionalTotals.Gross);
        Assert.Equal(invoice.FunctionalTotals.LineNet, Money.Sum(invoice.FunctionalLineNets(), Currency.Eur));
        Assert.Equal(invoice.FunctionalTotals.Net,
            invoice.FunctionalTotals.LineNet - invoice.FunctionalTotals.Allowances + invoice.FunctionalTotals.Charges);
        Assert.Empty(invoice.Check());
        Assert.Contains("Tax to account for", InvoiceRendering.Text(invoice), StringComparison.Ordinal);
    }

    [Fact]
    public void Credits_take_both_rates_from_the_invoice_and_end_at_nothing_in_all_currencies()
    {
        var account = PostedForeign();
        var notes = new List<CreditNote>();
        for (var n = 1; n <= 9; n++)
        {
            var decision = n switch
            {
                <= 3 => account.Credited(n, CreditRequest.Of(1, Quantity.Pieces(1)), CreditRequest.Of(2, Quantity.Pieces(2))),
                4 => account.Credit(Credit(n) with { IsWhole = false, Gross = Money.Parse("1.23 USD") }, Clerk, Noon),
                _ => account.Credited(n),
            };
            if (!decision.IsSuccess) continue;
            notes.Add(NoteOf(decision.Value));
            account = decision.Value.State;
        }
        var invoice = account.Invoice;
        Assert.True(account.IsFullyCredited);
        Assert.Equal(invoice.TaxInTaxCurrency, Money.Sum(notes.Select(n => n.TaxInTaxCurrency), Currency.Gbp));
        Assert.All(notes, n => Assert.False(n.TaxInTaxCurrency.IsNegative));
        Assert.Equal(invoice.FunctionalTotals.Net, Money.Sum(notes.Select(n => n.FunctionalTotals.Net), Currency.Eur));
        Assert.Equal(invoice.FunctionalTotals.Tax, Money.Sum(notes.Select(n => n.FunctionalTotals.Tax), Currency.Eur));
        Assert.Equal(invoice.Totals.Payable, Money.Sum(notes.Select(n => n.Totals.Payable), Currency.Usd));
    }

    [Fact]
    public void Tax_accounted_in_the_books_currency_is_the_booked_tax()
    {
        var invoice = Expect.Success(Foreign.Post(Foreign.Posting() with
        {
            FunctionalCurrency = Currency.Eur, BookingRate = Booking, TaxCurrency = Currency.Eur, TaxRate = Booking,
        }, Clerk, Noon)).State.Invoice;
        Assert.Equal(invoice.FunctionalTotals.Tax, invoice.TaxInTaxCurrency);
        Assert.Equal(invoice.FunctionalBreakdown, invoice.TaxCurrencyBreakdown);
    }

    [Fact]
    public void The_tax_currency_needs_a_rate()
    {
        Expect.Refused(InvoiceErrors.TaxRateMissing, Foreign.Post(Foreign.Posting() with { TaxCurrency = Currency.Gbp }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.CurrencyWithoutGrid, Foreign.Post(Foreign.Posting() with { TaxCurrency = Currency.Of("XTS"), TaxRate = TaxRate }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.AmountTooLarge, Foreign.Post(Foreign.Posting() with
        {
            TaxCurrency = Currency.Jpy, TaxRate = new(Currency.Usd, Currency.Jpy, decimal.MaxValue, new(2011, 2, 1), "a joke"),
        }, Clerk, Noon));
        var same = Expect.Success(Foreign.Post(Foreign.Posting() with { TaxCurrency = Currency.Usd }, Clerk, Noon)).State.Invoice;
        Assert.Null(same.Content.TaxCurrency);
        Assert.Equal(same.Totals.Tax, same.TaxInTaxCurrency);
        Expect.Refused(InvoiceErrors.TaxRateMissing, Invoice.Restore(PostedForeign().Invoice.Content with { TaxRate = null }));
    }
}
