using System.Globalization;
using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>From order to refund in currencies without decimals and with three, in books kept in euro, yen or dinar, in any culture.</summary>
public sealed class CurrencyCycleTests
{
    [Theory]
    [InlineData("JPY", "EUR", "en-GB")]
    [InlineData("KWD", "EUR", "tr-TR")]
    [InlineData("EUR", "JPY", "fa-IR")]
    [InlineData("EUR", "KWD", "tr-TR")]
    [InlineData("JPY", "JPY", "fa-IR")]
    [InlineData("KWD", "KWD", "ar-SA")]
    public async Task An_order_is_billed_paid_credited_and_refunded(string document, string functional, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var (currency, own) = (Currency.Of(document), Currency.Of(functional));
        var business = new ABusiness(seller: Seller with
        {
            FunctionalCurrency = own, SmallDifference = Money.Of(5, own),
            Refunds = new() { Tiers = [new() { UpTo = Money.Of(100_000, currency), Approvals = 1 }] },
        });
        await business.OpenCustomerAsync(currency: currency, limit: 100_000_000, limitCurrency: own);
        Expect.Success(await business.CaptureAsync("SO-1", currency: currency, lines: [(3, 333.337m), (7, 11.0053m), (1, 19_999.5m)]));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Success(await business.ShipAsync("SO-1", "S-1", ("1", 2)));
        var first = Expect.Success(await business.BillAsync("SO-1", "I-1")).Invoice;
        Expect.Success(await business.ShipAsync("SO-1", "S-2"));
        var second = Expect.Success(await business.BillAsync("SO-1", "I-2")).Invoice;
        await CheckAsync(business, own);

        var half = first.Totals.Payable.Times(Percentage.Of(50), Rounding.HalfAwayFromZero);
        await PayAsync(business, "PAY-1", first, half, Money.Zero(currency), half);
        Expect.Success(await CreditAsync(business, "I-2", "CN-1", second.Totals.Payable.Times(Percentage.Of(33), Rounding.HalfAwayFromZero)));
        await CheckAsync(business, own);

        var left = (await business.ItemAsync(ItemOf(second))).Open;
        var discount = (await business.ItemAsync(ItemOf(second))).DiscountOn(Monday.PlusDays(3)) ?? Money.Zero(currency);
        Assert.True(discount.IsPositive);
        await PayAsync(business, "PAY-2", second, left - discount, discount, left - discount + Money.Of(7, currency));
        await CheckAsync(business, own);
        Assert.True((await business.ItemAsync(ItemOf(second))).Open.IsZero);

        Expect.Success(await CreditAsync(business, "I-1", "CN-2", null));
        await CheckAsync(business, own);
        foreach (var payment in await CreditsAsync(business)) await RefundAsync(business, payment);
        await CheckAsync(business, own);
        var account = await business.AccountAsync();
        Assert.Equal((Money.Zero(own), Money.Zero(own)), (account.OpenReceivable, account.UnappliedCredit));
        await foreach (var item in business.Books.AllAsync<OpenItem>(Streams.OpenItemKind)) Assert.True(item.State.Open.IsZero, $"{item.State.Id}");
        foreach (var role in (AccountRole[])[AccountRole.TradeReceivable, AccountRole.UnappliedCash, AccountRole.CustomerCredit])
            Assert.Equal((role, Money.Zero(own)), (role, await FunctionalAsync(business, role, own)));
    }

    private static string ItemOf(Invoice invoice) => $"{invoice.Number}/1";

    private static async Task PayAsync(ABusiness business, string id, Invoice invoice, Money cash, Money discount, Money received) =>
        Expect.Success(await business.Cash.BookAsync(new()
        {
            Id = business.Next(), By = Anna, LegalEntity = Id, Customer = new("C-7"), Payment = new(id), Entry = Received(id, received, Monday.PlusDays(3)),
            Allocations = [new() { Item = new(ItemOf(invoice)), Cash = cash, Discount = discount, WriteOff = Money.Zero(cash.Currency) }],
        }));

    private static ValueTask<Result<InvoiceAccount>> CreditAsync(ABusiness business, string invoice, string note, Money? gross) => business.Billing.CreditAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new(invoice), CreditNote = new(note), DocumentDate = Monday.PlusDays(2), Reason = CreditReason.Price, Gross = gross,
    });

    private static async Task<List<OpenItem>> CreditsAsync(ABusiness business)
    {
        var credits = new List<OpenItem>();
        await foreach (var item in business.Books.AllAsync<OpenItem>(Streams.OpenItemKind))
            if (!item.State.IsDebit && !item.State.Open.IsZero) credits.Add(item.State);
        return credits;
    }

    private static async Task RefundAsync(ABusiness business, OpenItem credit)
    {
        var refund = new RefundId($"R-{credit.Id}");
        Expect.Success(await business.Refunds.RequestAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new()
            {
                Refund = refund, Credit = credit.Id, Amount = -credit.Open,
                Kind = credit.Kind == OpenItemKind.CreditNote ? RefundKind.Credit : RefundKind.Overpayment, Reason = "too much",
                Route = new() { Iban = Iban.Parse("DE02120300000000202051").Value, Name = "Nordwind GmbH" },
            },
        }));
        Expect.Success(await business.Refunds.ApproveAsync(new() { Id = business.Next(), By = Bert, Refund = refund }));
        Expect.Success(await business.Refunds.OrderAsync(new() { Id = business.Next(), By = Bert, Refund = refund, On = Monday.PlusDays(4) }));
    }

    private static async Task<Money> FunctionalAsync(ABusiness business, AccountRole role, Currency own)
    {
        var sum = Money.Zero(own);
        await foreach (var entry in business.Books.JournalAsync())
            foreach (var line in entry.Lines.Where(l => l.Account == role)) sum += line.SignedFunctional;
        return sum;
    }

    private static async Task CheckAsync(ABusiness business, Currency own)
    {
        var balances = new Dictionary<OpenItemId, Money>();
        await foreach (var entry in business.Books.JournalAsync())
        {
            Assert.True(Money.Sum(entry.Lines.Select(l => l.SignedFunctional), own).IsZero, $"{entry.Id} does not balance");
            foreach (var lines in entry.Lines.GroupBy(l => l.Document.Currency))
                Assert.True(Money.Sum(lines.Select(l => l.SignedDocument), lines.Key).IsZero, $"{entry.Id} does not balance in {lines.Key}");
            foreach (var line in entry.Lines)
                if (line.Item is { } id) balances[id] = balances.TryGetValue(id, out var before) ? before + line.SignedFunctional : line.SignedFunctional;
        }
        await foreach (var item in business.Books.AllAsync<OpenItem>(Streams.OpenItemKind))
        {
            Assert.Empty(item.State.Check());
            Assert.Equal((item.State.Id, item.State.OpenFunctional), (item.State.Id, balances.GetValueOrDefault(item.State.Id, Money.Zero(own))));
        }
        await foreach (var invoice in business.Books.AllAsync<InvoiceAccount>(Streams.InvoiceKind)) Assert.Empty(invoice.State.Check());
    }
}
