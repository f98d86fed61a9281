using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Every kind of document through the desk, its entries in the books and its tax in the journal.</summary>
public sealed class DocumentTests
{
    private readonly ABusiness business = new();

    internal static DraftInvoice Draft(string id, DocumentType type, decimal net, LocalDate on, string customer = "C-7", Currency? currency = null)
    {
        var amount = Money.Of(net, currency ?? Currency.Eur);
        return new()
        {
            Id = new(id), Type = type, LegalEntity = ABusiness.Id, Customer = new(customer), Seller = Seller.Party, Buyer = Profile(Currency.Eur).Party,
            Currency = amount.Currency, DocumentDate = on, TaxPoint = on, Lines = [LineOf(amount, type == DocumentType.FeeNote)],
        };
    }

    internal static InvoiceLine LineOf(Money amount, bool isFee = false) => new()
    {
        Description = "Service", Quantity = Quantity.Pieces(amount.IsNegative ? -1 : 1), Price = UnitPrice.Of(Math.Abs(amount.Amount), amount.Currency), Net = amount,
        Tax = isFee
            ? new() { Category = TaxCategory.OutOfScope, Rate = Percentage.Of(0), Country = new("DE"), ReasonText = "Damages, outside the scope of tax" }
            : new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Country = new("DE") },
    };

    [Fact]
    public async Task A_prepayment_is_deducted_with_its_tax_and_what_was_not_paid_is_credited()
    {
        await DeliveredAsync(100m);
        Expect.Success(await PostAsync(Draft("P-1", DocumentType.Prepayment, 500m, Monday)));
        Expect.Success(await ReceiveAsync("P-1", "PAY-1", Eur(357m)));
        Assert.Equal(Eur(-57m), await business.BalanceAsync(AccountRole.OutputTax));
        Assert.Equal(Eur(-300m), await business.BalanceAsync(AccountRole.CustomerDeposit));
        Expect.Refused(ProcessErrors.PrepaymentReceived, await CreditAsync("P-1", Eur(300m)));
        Expect.Refused(ProcessErrors.Deposit, await business.Cash.UnapplyAsync(new()
        {
            Id = business.Next(), By = Anna, Application = new("A"), Credit = new("PAY-1"), On = Monday,
        }));
        var final = Expect.Success(await FinalAsync("P-1"));
        Assert.Equal((Eur(700m), Eur(133m)), (final.Invoice.Totals.Net, final.Invoice.Totals.Tax));
        Assert.Equal(Eur(0m), await business.BalanceAsync(AccountRole.CustomerDeposit));
        Assert.Equal(Eur(-1000m), await business.BalanceAsync(AccountRole.Sales));
        Assert.Equal(Eur(-190m), await business.BalanceAsync(AccountRole.OutputTax));
        await TiedAsync();
    }

    [Fact]
    public async Task What_was_received_beyond_the_supply_is_the_customers_credit()
    {
        await DeliveredAsync(10m);
        Expect.Success(await PostAsync(Draft("P-1", DocumentType.Prepayment, 150m, Monday)));
        Expect.Success(await ReceiveAsync("P-1", "PAY-1", Eur(178.50m)));
        var final = Expect.Success(await FinalAsync("P-1"));
        Assert.True(final.Invoice.Totals.Payable.IsZero);
        Assert.Equal(Eur(0m), await business.BalanceAsync(AccountRole.CustomerDeposit));
        Assert.Equal(Eur(-100m), await business.BalanceAsync(AccountRole.Sales));
        Assert.Equal(Eur(59.50m), (await business.AccountAsync()).UnappliedCredit);
        await TiedAsync();
    }

    [Fact]
    public async Task Debit_notes_differences_and_replacements_are_posted_and_tied()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 10m);
        Expect.Success(await CorrectAsync("D-1", CorrectionKind.DebitNote, LineOf(Eur(20m))));
        Expect.Success(await CorrectAsync("D-2", CorrectionKind.Difference, LineOf(Eur(-5m)), LineOf(Eur(9m))));
        var replaced = Expect.Success(await CorrectAsync("R-1", CorrectionKind.Replacement));
        Assert.Equal(DocumentType.Corrective, replaced.Invoice.Type);
        Assert.Equal(Eur(-124m), await business.BalanceAsync(AccountRole.Sales) + await business.BalanceAsync(AccountRole.SalesReturns));
        await TiedAsync();
        Expect.Refused(ProcessErrors.OrderLineNamed, await CorrectAsync("D-3", CorrectionKind.DebitNote, replaced.Invoice.Lines[0]));
    }

    [Fact]
    public async Task Self_billed_documents_keep_the_buyers_number()
    {
        await business.OpenCustomerAsync();
        var draft = Draft("S-1", DocumentType.SelfBilled, 50m, Monday);
        Expect.Refused(ProcessErrors.NumberMisplaced, await PostAsync(draft));
        Assert.Equal("GUT-77", Expect.Success(await PostAsync(draft, "GUT-77")).Invoice.Number.Value);
        Assert.Equal("INV-2025-000001", Expect.Success(await PostAsync(Draft("S-2", DocumentType.Invoice, 50m, Monday))).Invoice.Number.Value);
        Expect.Refused(ProcessErrors.WrongDocument, await PostAsync(Draft("S-3", DocumentType.DebitNote, 50m, Monday)));
        await TiedAsync();
    }

    [Fact]
    public async Task Money_received_elsewhere_and_rounding_balance()
    {
        await business.OpenCustomerAsync();
        var draft = Draft("I-1", DocumentType.Invoice, 100m, Monday);
        Expect.Success(await PostAsync(draft with { Prepaid = Eur(19m), RoundingAmount = Eur(0.02m) }));
        Expect.Success(await PostAsync(draft with { Id = new("I-2"), Prepaid = Eur(119m) }));
        Assert.Equal(Eur(138m), await business.BalanceAsync(new("clearing.prepaid")));
        Assert.Equal(Eur(100.02m), await business.BalanceAsync(AccountRole.TradeReceivable));
        await TiedAsync();
    }

    [Fact]
    public async Task Dates_do_not_go_back_where_the_legal_entity_says_so()
    {
        var strict = new ABusiness(seller: Seller with { Chronology = Chronology.Ascending });
        await strict.OpenCustomerAsync();
        Expect.Success(await PostAsync(Draft("I-1", DocumentType.Invoice, 5m, Monday.PlusDays(3)), "", strict));
        Expect.Refused(InvoiceErrors.OutOfSequence, await PostAsync(Draft("I-2", DocumentType.Invoice, 5m, Monday), "", strict));
        Expect.Success(await PostAsync(Draft("I-3", DocumentType.Invoice, 5m, Monday.PlusDays(3)), "", strict));
    }

    [Fact]
    public async Task The_check_before_posting_warns_or_holds_by_policy_and_its_report_is_kept()
    {
        var holding = new ABusiness(seller: Seller with { PostingCheck = PostingCheckPolicy.Strict });
        foreach (var one in (ABusiness[])[business, holding]) await one.OpenCustomerAsync();
        var draft = Draft("I-1", DocumentType.Invoice, 5m, Monday);
        draft = draft with { Buyer = draft.Buyer with { TaxRegistrations = [] } };
        Expect.Success(await PostAsync(draft));
        var posted = (await EventsAsync()).OfType<InvoicePosted>().Single();
        Assert.Equal(PostingVerdict.Warned, posted.Report!.Verdict);
        Expect.Refused(PostingCheckErrors.BuyerTaxIdMissing, await PostAsync(draft, "", holding));
    }

    private async Task DeliveredAsync(decimal price)
    {
        await business.OpenCustomerAsync();
        Expect.Success(await business.CaptureAsync("SO-1", lines: (10, price)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Success(await business.ShipAsync("SO-1", "S-1"));
    }

    private ValueTask<Result<InvoiceAccount>> PostAsync(DraftInvoice draft, string number = "", ABusiness? other = null) =>
        (other ?? business).Billing.PostAsync(new()
        {
            Id = (other ?? business).Next(), By = Anna, Draft = draft, Number = number.Length == 0 ? default : new(number),
        });

    private ValueTask<Result<InvoiceAccount>> ReceiveAsync(string invoice, string payment, Money amount) => business.Billing.ReceiveAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new(invoice), Payment = new(payment), Entry = Received(payment, amount, Monday),
    });

    private ValueTask<Result<InvoiceAccount>> FinalAsync(string prepayment) => business.Billing.BillAsync(new()
    {
        Id = business.Next(), By = Anna, Order = new("SO-1"), Invoice = new("I-9"), DocumentDate = Monday, TaxPoint = Monday, Prepayments = [new(prepayment)],
    });

    private ValueTask<Result<InvoiceAccount>> CreditAsync(string invoice, Money gross) => business.Billing.CreditAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new(invoice), CreditNote = new("CN-9"), DocumentDate = Monday, Reason = CreditReason.Price, Gross = gross,
    });

    private ValueTask<Result<InvoiceAccount>> CorrectAsync(string id, CorrectionKind kind, params InvoiceLine[] lines) => business.Billing.CorrectAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new("I-1"), Correction = new(id), Kind = kind, DocumentDate = Monday, Reason = CreditReason.Underbilling,
        Lines = [.. lines], CreditNote = kind == CorrectionKind.Replacement ? new($"CN-{id}") : default,
    });

    private async Task<InvoiceEvent[]> EventsAsync() =>
        [.. (await business.Books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).OfType<InvoiceEvent>()];

    private async Task TiedAsync() => AssertTied(await EventsAsync(), business.Books.JournalAsync().ToBlockingEnumerable());

    internal static void AssertTied(IReadOnlyList<InvoiceEvent> events, IEnumerable<JournalEntry> entries, IEnumerable<RebateEvent>? rebates = null) =>
        Assert.Empty(DocumentTaxJournal.Of(events, rebates).Value.Tie(DocumentTaxJournal.InLedger(entries, events)).Differences);
}
