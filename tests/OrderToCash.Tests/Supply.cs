using OrderToCash.Invoicing;
using OrderToCash.Orders;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>One order of two rates with prepayments, bills and credits; the laws that hold over all its documents.</summary>
internal sealed class Supply(Currency? currency = null)
{
    private int notes, corrections;

    public Currency Currency { get; } = currency ?? Currency.Eur;

    public ABusiness Business { get; } = new(seller: Seller with
    {
        FunctionalCurrency = currency ?? Currency.Eur, SmallDifference = Money.Of(5, currency ?? Currency.Eur),
    });

    /// <summary>An amount of the supply's currency, on its grid.</summary>
    public Money Of(decimal amount) => Money.Of(Rounding.HalfAwayFromZero.Round(amount, Currency.Digits), Currency);

    public async Task DeliverAsync(params decimal[] prices)
    {
        await Business.OpenCustomerAsync(currency: Currency, limit: 1_000_000);
        Expect.Success(await Business.Orders.CaptureAsync(new()
        {
            Id = Business.Next(), By = Anna, Terms = Terms("SO-1", currency: Currency) with { ExternalReference = "" },
            Lines = [.. prices.Select((p, i) => Line(i + 1, 10, p, Currency) with { Tags = i % 2 == 0 ? [] : [new() { Name = "tax-class", Value = "reduced" }] })],
        }));
        Expect.Success(await Business.ConfirmAsync("SO-1"));
        Expect.Success(await Business.ShipAsync("SO-1", "S-1"));
    }

    /// <summary>A request over two rates that is paid in full at once.</summary>
    public async Task PrepaidAsync(string id, decimal standard, decimal reduced)
    {
        var account = Expect.Success(await RequestAsync(id, standard, reduced));
        Expect.Success(await ReceiveAsync(id, $"PAY-{id}", account.Invoice.Totals.Gross));
    }

    public ValueTask<Result<InvoiceAccount>> RequestAsync(string id, decimal standard, decimal reduced)
    {
        var draft = DocumentTests.Draft(id, DocumentType.Prepayment, Of(standard).Amount, Monday, currency: Currency);
        var second = DocumentTests.LineOf(Of(reduced));
        return Business.Billing.PostAsync(new()
        {
            Id = Business.Next(), By = Anna,
            Draft = Of(reduced).IsZero ? draft : draft.With(second with { Tax = second.Tax with { Rate = Percentage.Of(7) } }) with { Period = null },
        });
    }

    public ValueTask<Result<InvoiceAccount>> ReceiveAsync(string invoice, string payment, Money amount) => Business.Billing.ReceiveAsync(new()
    {
        Id = Business.Next(), By = Anna, Invoice = new(invoice), Payment = new(payment), Entry = Received(payment, amount, Monday),
    });

    public ValueTask<Result<InvoiceAccount>> TakeBackAsync(string invoice, Money amount, string account = Account, string? payment = null) => Business.Billing.TakeBackAsync(new()
    {
        Id = Business.Next(), By = Anna, Invoice = new(invoice), Payment = new(payment ?? $"PAY-{invoice}"),
        Entry = Received($"R-{Business.Next()}", amount, Monday) with { Account = account, IsReversal = true },
    });

    public ValueTask<Result<InvoiceAccount>> FinalAsync(string id, params string[] prepayments) => Business.Billing.BillAsync(new()
    {
        Id = Business.Next(), By = Anna, Order = new("SO-1"), Invoice = new(id), DocumentDate = Monday, TaxPoint = Monday,
        Prepayments = [.. prepayments.Select(p => new InvoiceId(p))],
    });

    public ValueTask<Result<InvoiceAccount>> CreditAsync(
        string invoice, Money? gross = null, Money? refund = null, bool goodsReturned = false, string account = Account, params CreditRequest[] lines) => Business.Billing.CreditAsync(new()
    {
        Id = Business.Next(), By = Anna, Invoice = new(invoice), CreditNote = new($"CN-{++notes}"), DocumentDate = Monday, Reason = CreditReason.Cancellation,
        Gross = gross, Lines = [.. lines], GoodsReturned = goodsReturned,
        Refund = refund is { } amount ? Received($"OUT-{notes}", amount, Monday) with { Account = account } : null,
    });

    public ValueTask<Result<InvoiceAccount>> CorrectAsync(string invoice, CorrectionKind kind, params InvoiceLine[] lines) =>
        CorrectAsync(invoice, kind, "", "", lines);

    public ValueTask<Result<InvoiceAccount>> CorrectAsync(
        string invoice, CorrectionKind kind, string number, string noteNumber, params InvoiceLine[] lines) => Business.Billing.CorrectAsync(new()
    {
        Id = Business.Next(), By = Anna, Invoice = new(invoice), Correction = new(kind == CorrectionKind.Replacement ? $"R-{++corrections}" : $"D-{++notes}"),
        Kind = kind, DocumentDate = Monday, Reason = CreditReason.Underbilling, Lines = [.. lines],
        CreditNote = kind == CorrectionKind.Replacement ? new($"CN-{++notes}") : default,
        Number = number.Length == 0 ? default : new(number), CreditNoteNumber = noteNumber.Length == 0 ? default : new(noteNumber),
    });

    public async Task<InvoiceAccount> AccountAsync(string id) => (await Business.Books.LoadAsync<InvoiceAccount>(Streams.Invoice(new(id))))!.State;

    public Task<Money> BalanceAsync(AccountRole role) => Business.BalanceAsync(role, Currency);

    public async Task<Money> RevenueAsync() => await BalanceAsync(AccountRole.Sales) + await BalanceAsync(AccountRole.SalesReturns);

    public async Task<InvoiceEvent[]> EventsAsync() =>
        [.. (await Business.Books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).OfType<InvoiceEvent>()];

    public async Task TiedAsync() => DocumentTests.AssertTied(await EventsAsync(), Business.Books.JournalAsync().ToBlockingEnumerable());

    /// <summary>What all documents come to per rate: invoices and prepayments less their credit notes.</summary>
    public async Task<Dictionary<Percentage, (Money Base, Money Tax)>> SumAsync()
    {
        var sums = new Dictionary<Percentage, (Money Base, Money Tax)>();
        foreach (var happened in await EventsAsync())
        {
            var (shares, sign) = happened switch
            {
                InvoicePosted posted => (posted.Invoice.Breakdown, 1),
                CreditNotePosted note => (note.CreditNote.Breakdown, -1),
                _ => ([], 0),
            };
            foreach (var share in shares)
            {
                var (before, tax) = sums.GetValueOrDefault(share.Rate, (Of(0m), Of(0m)));
                sums[share.Rate] = sign > 0 ? (before + share.Base, tax + share.Tax) : (before - share.Base, tax - share.Tax);
            }
        }
        return sums;
    }
}
