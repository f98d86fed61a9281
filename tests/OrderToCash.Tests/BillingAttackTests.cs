using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>The billing desk under two commands at once, and under ids that are not what they say.</summary>
public sealed class BillingAttackTests
{
    private static readonly LegalEntity Sister = Seller with
    {
        Id = new("AT01"), InvoiceNumbers = NumberFormat.Of("RE"), CreditNoteNumbers = NumberFormat.Of("GU"),
    };

    // An order of 1,190.00 that was shipped and, if wanted, billed as I-1.
    private static IBooks World(bool billed)
    {
        var business = new ABusiness();
        business.OpenCustomerAsync().GetAwaiter().GetResult();
        Expect.Success(business.CaptureAsync("SO-1", lines: (10, 100m)).AsTask().Result);
        Expect.Success(business.ConfirmAsync("SO-1").AsTask().Result);
        Expect.Success(business.ShipAsync("SO-1", "S-1").AsTask().Result);
        if (billed) Expect.Success(business.BillAsync("SO-1", "I-1").AsTask().Result);
        return business.Books;
    }

    private static Func<IBooks, Task<Result<InvoiceAccount>>> Bill(string command, string invoice) => books => new ABusiness(books).Billing.BillAsync(new()
    {
        Id = new(command), By = Anna, Order = new("SO-1"), Invoice = new(invoice), DocumentDate = Monday, TaxPoint = Monday,
    }).AsTask();

    private static Func<IBooks, Task<Result<InvoiceAccount>>> Credit(string command, string note, decimal? gross = null) => books => new ABusiness(books).Billing.CreditAsync(new()
    {
        Id = new(command), By = Anna, Invoice = new("I-1"), CreditNote = new(note), DocumentDate = Monday, Reason = CreditReason.Cancellation,
        Gross = gross is { } amount ? Eur(amount) : null,
    }).AsTask();

    private static Func<IBooks, Task<Result<InvoiceAccount>>> Replace(string command) => books => new ABusiness(books).Billing.CorrectAsync(new()
    {
        Id = new(command), By = Anna, Invoice = new("I-1"), Correction = new("I-9"), CreditNote = new("CN-9"), Kind = CorrectionKind.Replacement, DocumentDate = Monday,
        Reason = CreditReason.Underbilling, Lines = [],
    }).AsTask();

    // Items, journal, credit, order and numbers tell the same story.
    private static void InOrder(IBooks books, decimal owed, int invoices, int notes)
    {
        var items = books.AllAsync<OpenItem>(Streams.OpenItemKind).ToBlockingEnumerable().Select(s => s.State).ToList();
        var journal = books.JournalAsync().ToBlockingEnumerable().ToList();
        Assert.Empty(LedgerBalances.Of(journal).Check(items));
        foreach (var chain in journal.GroupBy(e => (e.LegalEntity, e.Customer))) Assert.Empty(JournalChain.Verify(chain));
        var accounts = books.AllAsync<InvoiceAccount>(Streams.InvoiceKind).ToBlockingEnumerable().Select(s => s.State).ToList();
        Assert.All(accounts, a => Assert.Empty(a.Check()));
        Assert.Equal(Enumerable.Range(1, invoices).Select(n => $"INV-2025-{n:000000}"), accounts.Select(a => a.Invoice.Number.Value).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, notes).Select(n => $"CN-2025-{n:000000}"), accounts.SelectMany(a => a.CreditNotes).Select(n => n.Number.Value).Order(StringComparer.Ordinal));
        var business = new ABusiness(books);
        var credit = business.AccountAsync().Result;
        Assert.Empty(credit.Check());
        Assert.Equal((Eur(owed), Eur(owed)), (Money.Sum(items.Select(i => i.Open), Currency.Eur), credit.OpenReceivable - credit.UnappliedCredit));
        var order = books.LoadAsync<Orders.Order>(Streams.Order(new("SO-1"))).Result!.State;
        Assert.Empty(order.Check());
    }

    private static void Both(Func<IBooks> world, IReadOnlyList<Func<IBooks, Task<Result<InvoiceAccount>>>> commands, Action<IBooks, IReadOnlyList<Result<InvoiceAccount>>> check)
    {
        Interleavings.Explore(true, world, commands, check);
        Interleavings.Sample(200, world, commands, check);
    }

    [Fact]
    public void Of_two_bills_of_one_delivery_one_is_posted_and_no_number_is_lost() =>
        Both(() => World(false), [Bill("a", "I-1"), Bill("b", "I-2")], (books, answers) =>
        {
            Assert.Single(answers, answer => answer.IsSuccess);
            InOrder(books, 1_190, 1, 0);
        });

    [Fact]
    public void Two_bills_under_one_id_are_one_bill() => Both(() => World(false), [Bill("a", "I-1"), Bill("b", "I-1")], (books, answers) =>
    {
        Assert.Single(answers, answer => answer.IsSuccess);
        InOrder(books, 1_190, 1, 0);
    });

    [Fact]
    public void A_bill_sent_twice_at_once_is_posted_once() => Both(() => World(false), [Bill("a", "I-1"), Bill("a", "I-1")], (books, answers) =>
    {
        Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
        InOrder(books, 1_190, 1, 0);
    });

    [Fact]
    public void One_command_id_with_two_contents_is_done_once() => Both(() => World(false), [Bill("a", "I-1"), Bill("a", "I-2")], (books, answers) =>
    {
        Expect.Refused(ProcessErrors.CommandConflict, Assert.Single(answers, answer => !answer.IsSuccess));
        InOrder(books, 1_190, 1, 0);
    });

    [Fact]
    public void Of_two_credits_over_the_whole_one_is_posted() => Both(() => World(true), [Credit("a", "CN-1"), Credit("b", "CN-2")], (books, answers) =>
    {
        Assert.Single(answers, answer => answer.IsSuccess);
        InOrder(books, 0, 1, 1);
    });

    [Fact]
    public void Two_credits_in_part_are_both_posted_and_take_no_cent_twice() =>
        Both(() => World(true), [Credit("a", "CN-1", 700), Credit("b", "CN-2", 490)], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            InOrder(books, 0, 1, 2);
        });

    [Fact]
    public void Two_credits_under_one_id_are_one_credit() => Both(() => World(true), [Credit("a", "CN-1", 700), Credit("b", "CN-1", 490)], (books, answers) =>
    {
        Expect.Refused(ProcessErrors.AlreadyExists, Assert.Single(answers, answer => !answer.IsSuccess));
        InOrder(books, answers[0].IsSuccess ? 490 : 700, 1, 1);
    });

    [Fact]
    public void An_invoice_that_is_credited_and_replaced_at_once_is_taken_back_once() => Both(() => World(true), [Credit("a", "CN-1"), Replace("b")], (books, answers) =>
    {
        Assert.Single(answers, answer => answer.IsSuccess);
        InOrder(books, answers[0].IsSuccess ? 0 : 1_190, answers[0].IsSuccess ? 1 : 2, 1);
    });

    [Fact]
    public void Prepaid_money_that_the_bank_takes_back_while_the_final_invoice_deducts_it_is_owed_once()
    {
        var ends = new HashSet<string>();
        Both(Prepaid, [books => new ABusiness(books).Billing.BillAsync(new()
        {
            Id = new("final"), By = Anna, Order = new("SO-1"), Invoice = new("F-1"), DocumentDate = Monday, TaxPoint = Monday, Prepayments = [new("P-1")],
        }).AsTask(), books => new ABusiness(books).Billing.TakeBackAsync(new()
        {
            Id = new("back"), By = Anna, Invoice = new("P-1"), Payment = new("PAY-1"), Entry = Received("R-1", Eur(-357), Monday) with { IsReversal = true },
        }).AsTask()], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            var business = new ABusiness(books);
            // Whichever came first, the customer owes the whole supply, and its tax is due once.
            Assert.Equal((Eur(1_190), Eur(-190), Eur(0)), (business.AccountAsync().Result.OpenReceivable, business.BalanceAsync(AccountRole.OutputTax).Result, business.BalanceAsync(AccountRole.Bank).Result));
            ends.Add($"{business.BalanceAsync(AccountRole.Chargebacks).Result}");
        });
        Assert.Equal(2, ends.Count);
    }

    private static IBooks Prepaid()
    {
        var business = new ABusiness(World(false));
        Expect.Success(business.Billing.PostAsync(new() { Id = new("request"), By = Anna, Draft = DocumentTests.Draft("P-1", DocumentType.Prepayment, 300m, Monday) }).AsTask().Result);
        Expect.Success(business.Billing.ReceiveAsync(new()
        {
            Id = new("receive"), By = Anna, Invoice = new("P-1"), Payment = new("PAY-1"), Entry = Received("1", Eur(357), Monday),
        }).AsTask().Result);
        return business.Books;
    }

    [Fact]
    public async Task Ids_of_others_are_refused()
    {
        var business = new ABusiness();
        await business.OpenCustomerAsync();
        await business.OpenCustomerAsync("C-8");
        await business.BilledAsync("SO-1", "I-1", 10m);
        await business.BilledAsync("SO-2", "I-2", 20m, "C-8");
        // Another invoice's id for a new one, and for a credit note; a credit note's id for another.
        Expect.Success(await business.CaptureAsync("SO-3", lines: (1, 5m)));
        Expect.Success(await business.ConfirmAsync("SO-3"));
        Expect.Success(await business.ShipAsync("SO-3", "S-3"));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.BillAsync("SO-3", "I-2"));
        CreditInvoice Note(string invoice, string note) => new()
        {
            Id = business.Next(), By = Anna, Invoice = new(invoice), CreditNote = new(note), DocumentDate = Monday, Reason = CreditReason.Price, Gross = Eur(1),
        };
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Billing.CreditAsync(Note("I-1", "I-2")));
        Expect.Success(await business.Billing.CreditAsync(Note("I-1", "CN-1")));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Billing.CreditAsync(Note("I-2", "CN-1")));
        // A prepayment of another customer, and money that was received for another request.
        foreach (var (id, customer) in ((string, string)[])[("P-1", "C-7"), ("P-2", "C-8")])
            Expect.Success(await business.Billing.PostAsync(new() { Id = business.Next(), By = Anna, Draft = DocumentTests.Draft(id, DocumentType.Prepayment, 100m, Monday, customer) }));
        ReceivePrepayment Receive(string invoice, string payment) => new()
        {
            Id = business.Next(), By = Anna, Invoice = new(invoice), Payment = new(payment), Entry = Received(payment, Eur(119), Monday),
        };
        Expect.Success(await business.Billing.ReceiveAsync(Receive("P-2", "PAY-8")));
        Expect.Refused(ProcessErrors.AlreadyExists, await business.Billing.ReceiveAsync(Receive("P-1", "PAY-8")));
        Expect.Refused(InvoiceErrors.ReceiptUnknown, await business.Billing.TakeBackAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("P-1"), Payment = new("PAY-8"), Entry = Received("R", Eur(-119), Monday) with { IsReversal = true },
        }));
        Expect.Refused(InvoiceErrors.PrepaymentOfAnother, await business.Billing.BillAsync(new()
        {
            Id = business.Next(), By = Anna, Order = new("SO-3"), Invoice = new("I-3"), DocumentDate = Monday, TaxPoint = Monday, Prepayments = [new("P-2")],
        }));
        // One command id for another command, of the same desk and of another.
        var replayed = Note("I-1", "CN-2");
        Expect.Success(await business.Billing.CreditAsync(replayed));
        Expect.Refused(ProcessErrors.CommandConflict, await business.Billing.CreditAsync(replayed with { Gross = Eur(2) }));
        Expect.Refused(ProcessErrors.CommandConflict, await business.Billing.ReceiveAsync(Receive("P-1", "PAY-7") with { Id = replayed.Id }));
        Assert.Equal(Eur(119 - 2), (await business.ItemAsync("INV-2025-000001/1")).Open);
    }

    [Fact]
    public async Task An_order_that_is_only_named_on_an_invoice_does_not_keep_it_from_being_credited()
    {
        var business = new ABusiness();
        await business.OpenCustomerAsync();
        var draft = DocumentTests.Draft("I-1", DocumentType.Invoice, 100m, Monday);
        Expect.Success(await business.Billing.PostAsync(new()
        {
            Id = business.Next(), By = Anna, Draft = draft with { Lines = [.. draft.Lines.Select(l => l with { Order = new("SO-404") })] },
        }));
        Assert.True(Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday, Reason = CreditReason.Cancellation,
        })).IsFullyCredited);
    }

    [Fact]
    public async Task Two_legal_entities_in_the_same_books_number_apart()
    {
        Assert.Throws<ArgumentException>(() => new ABusiness(sister: Seller with { Id = new("AT01") }));
        var business = new ABusiness(sister: Sister);
        await business.OpenCustomerAsync();
        foreach (var (entity, id) in ((LegalEntityId, string)[])[(Id, "I-1"), (Sister.Id, "I-2"), (Sister.Id, "I-3")])
            Expect.Success(await business.Billing.PostAsync(new()
            {
                Id = business.Next(), By = Anna, Draft = DocumentTests.Draft(id, DocumentType.Invoice, id == "I-3" ? 200m : 100m, Monday) with { LegalEntity = entity },
            }));
        var numbers = business.Books.AllAsync<InvoiceAccount>(Streams.InvoiceKind).ToBlockingEnumerable().Select(s => s.State.Invoice.Number.Value);
        Assert.Equal(["INV-2025-000001", "RE-2025-000001", "RE-2025-000002"], numbers);
        // What one is owed the other does not take: neither by a credit note nor by a prepayment.
        Expect.Success(await business.Billing.PostAsync(new() { Id = business.Next(), By = Anna, Draft = DocumentTests.Draft("P-1", DocumentType.Prepayment, 100m, Monday) with { LegalEntity = Sister.Id } }));
        Expect.Success(await business.CaptureAsync("SO-1", lines: (1, 5m)));
        Expect.Success(await business.ConfirmAsync("SO-1"));
        Expect.Success(await business.ShipAsync("SO-1", "S-1"));
        Expect.Refused(InvoiceErrors.PrepaymentOfAnother, await business.Billing.BillAsync(new()
        {
            Id = business.Next(), By = Anna, Order = new("SO-1"), Invoice = new("I-4"), DocumentDate = Monday, TaxPoint = Monday, Prepayments = [new("P-1")],
        }));
        var note = Expect.Success(await business.Billing.CreditAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-2"), CreditNote = new("CN-1"), DocumentDate = Monday, Reason = CreditReason.Cancellation,
        }));
        Assert.Equal("GU-2025-000001", note.CreditNotes[0].Number.Value);
    }
}
