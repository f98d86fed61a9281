using OrderToCash.Customers;
using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>What is paid in cash is paid in steps, and tax in another currency is on the document.</summary>
public sealed class CashSaleTests
{
    private static readonly AccountRole Rounded = new("rounding.cash");
    private readonly ABusiness business = new(seller: Seller with { CashRoundings = [CashRounding.To(Eur(0.05m))] });

    [Fact]
    public async Task A_cash_sale_is_rounded_to_the_steps_and_its_credits_take_the_rounding_back()
    {
        await ShippedAsync();
        var account = Expect.Success(await BillAsync(PaymentMeansCode.Cash));
        Assert.Equal((Eur(11.89m), Eur(0.01m), Eur(11.90m)), (account.Invoice.Totals.Gross, account.Invoice.Totals.RoundingAmount, account.Invoice.Totals.Payable));
        Assert.Equal(Eur(11.90m), Money.Sum(account.Invoice.Instalments.Select(i => i.Amount), Currency.Eur));
        Assert.Equal("10", account.Invoice.Content.Draft.PaymentInstructions[0].MeansCode);
        Assert.Equal(Eur(-0.01m), await business.BalanceAsync(Rounded));
        Assert.Empty(account.Invoice.ToDocument(InvoiceProfile.En16931).Errors);
        Expect.Success(await CreditAsync("CN-1", Eur(5m)));
        Expect.Success(await CreditAsync("CN-2", null));
        foreach (var role in (AccountRole[])[Rounded, AccountRole.OutputTax, AccountRole.TradeReceivable])
            Assert.Equal((role, Eur(0m)), (role, await business.BalanceAsync(role)));
    }

    [Fact]
    public async Task Other_ways_to_pay_and_requests_for_prepayment_are_exact()
    {
        await ShippedAsync();
        Assert.True(Expect.Success(await BillAsync(PaymentMeansCode.SepaCreditTransfer)).Invoice.Totals.RoundingAmount.IsZero);
        var draft = DocumentTests.Draft("I-2", DocumentType.Invoice, 9.99m, Monday) with { PaymentInstructions = [new() { MeansCode = "10" }] };
        Assert.Equal(Eur(11.90m), Expect.Success(await PostAsync(draft)).Invoice.Totals.Payable);
        Assert.Equal(Eur(11.89m), Expect.Success(await PostAsync(draft with { Id = new("I-3"), Type = DocumentType.Prepayment })).Invoice.Totals.Payable);
        Assert.Equal(Eur(11.89m), Expect.Success(await PostAsync(draft with
        {
            Id = new("I-4"), PaymentInstructions = [new() { MeansCode = "10" }, new() { MeansCode = "58" }],
        })).Invoice.Totals.Payable);
    }

    [Fact]
    public async Task Tax_is_stated_in_the_currency_it_is_accounted_in_at_the_rate_of_the_tax_point()
    {
        var foreign = new ABusiness(seller: Seller with { TaxCurrency = Currency.Eur });
        await foreign.OpenCustomerAsync(currency: Currency.Usd);
        var draft = DocumentTests.Draft("I-1", DocumentType.Invoice, 100m, Monday.PlusDays(2), currency: Currency.Usd) with { TaxPoint = Monday };
        var invoice = Expect.Success(await foreign.Billing.PostAsync(new() { Id = foreign.Next(), By = Anna, Draft = draft })).Invoice;
        Assert.Equal((Currency.Eur, Eur(17.27m)), (invoice.Content.TaxCurrency, invoice.TaxInTaxCurrency));
        Assert.Equal(Monday, invoice.Content.TaxRate!.Date);
        var early = draft with { Id = new("I-2"), TaxPoint = Monday.PlusDays(-9) };
        Expect.Refused(ProcessErrors.RateMissing, await foreign.Billing.PostAsync(new() { Id = foreign.Next(), By = Anna, Draft = early }));
    }

    private async Task ShippedAsync()
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (1, 9.99m)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Success(await business.ShipAsync("SO-1", "S-1"));
    }

    private ValueTask<Result<InvoiceAccount>> BillAsync(PaymentMeansCode means) => business.Billing.BillAsync(new()
    {
        Id = business.Next(), By = Anna, Order = new("SO-1"), Invoice = new("I-1"), DocumentDate = Monday, TaxPoint = Monday, PaymentMeans = means,
    });

    private ValueTask<Result<InvoiceAccount>> PostAsync(DraftInvoice draft) => business.Billing.PostAsync(new() { Id = business.Next(), By = Anna, Draft = draft });

    private ValueTask<Result<InvoiceAccount>> CreditAsync(string id, Money? gross) => business.Billing.CreditAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new(id), DocumentDate = Monday, Reason = CreditReason.Price, Gross = gross,
    });
}
