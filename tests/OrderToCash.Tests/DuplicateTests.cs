using OrderToCash.Invoicing;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>What was billed before is known when the next document is posted.</summary>
public sealed class DuplicateTests
{
    private readonly ABusiness business = new();
    private readonly ABusiness strict = new(seller: Seller with { PostingCheck = PostingCheckPolicy.Strict });

    [Fact]
    public async Task The_same_service_typed_in_twice_is_held_until_somebody_looked()
    {
        await strict.OpenCustomerAsync();
        var draft = DocumentTests.Draft("I-1", DocumentType.Invoice, 5m, Monday);
        Expect.Success(await PostAsync(strict, draft));
        var second = draft with { Id = new("I-2"), DocumentDate = Monday.PlusDays(1) };
        Assert.Equal("INV-2025-000001", Expect.Refused(PostingCheckErrors.SameContent, await PostAsync(strict, second)).Fact("number"));
        Expect.Success(await PostAsync(strict, second with { TaxPoint = Monday.PlusDays(1), Id = new("I-3") }));
        Expect.Success(await PostAsync(strict, second, accepts: true));
    }

    [Fact]
    public async Task The_same_order_number_and_amount_is_found_and_a_warning_is_kept_on_the_invoice()
    {
        await business.OpenCustomerAsync();
        var draft = DocumentTests.Draft("I-1", DocumentType.Invoice, 5m, Monday) with { PurchaseOrder = "PO-1" };
        Expect.Success(await PostAsync(business, draft));
        Expect.Success(await PostAsync(business, draft with { Id = new("I-2"), TaxPoint = Monday.PlusDays(1) }));
        var reports = (await business.Books.ReadOutboxAsync(int.MaxValue)).Select(m => m.Event).OfType<InvoicePosted>().Select(p => p.Report).ToArray();
        Assert.Null(reports[0]);
        Assert.Equal(PostingCheckErrors.SameOrderAndAmount.Code, Assert.Single(reports[1]!.Findings).Error.Code);
    }

    [Fact]
    public async Task A_shipment_is_billed_once()
    {
        await OrderedAsync(strict);
        Expect.Success(await strict.ShipAsync("SO-1", "S-1", ("1", 4)));
        Expect.Success(await BillAsync(strict, "I-1", "S-1"));
        Expect.Success(await strict.ShipAsync("SO-1", "S-2", ("1", 3)));
        Expect.Refused(PostingCheckErrors.ShipmentBilled, await BillAsync(strict, "I-2", "S-1"));
        Expect.Success(await BillAsync(strict, "I-2", "S-2"));
    }

    [Fact]
    public async Task Equal_deliveries_of_an_order_are_no_second_bill()
    {
        await OrderedAsync(strict);
        Expect.Success(await strict.ShipAsync("SO-1", "S-1", ("1", 4)));
        Expect.Success(await BillAsync(strict, "I-1", "S-1"));
        Expect.Success(await strict.ShipAsync("SO-1", "S-2", ("1", 4)));
        // The customer's order number and the amount are the same, which is for a person to look at.
        Expect.Refused(PostingCheckErrors.SameOrderAndAmount, await BillAsync(strict, "I-2", "S-2"));
        Expect.Success(await BillAsync(strict, "I-2", "S-2", accepts: true));
    }

    [Fact]
    public async Task What_was_credited_or_replaced_may_be_billed_again()
    {
        await strict.OpenCustomerAsync();
        var draft = DocumentTests.Draft("I-1", DocumentType.Invoice, 5m, Monday) with { PurchaseOrder = "PO-1" };
        Expect.Success(await PostAsync(strict, draft));
        Expect.Success(await strict.Billing.CorrectAsync(new()
        {
            Id = strict.Next(), By = Anna, Invoice = new("I-1"), Correction = new("R-1"), Kind = CorrectionKind.Replacement, DocumentDate = Monday,
            Reason = CreditReason.Underbilling, CreditNote = new("CN-1"),
        }));
        Expect.Refused(PostingCheckErrors.SameOrderAndAmount, await PostAsync(strict, draft with { Id = new("I-2") }));
        Expect.Success(await strict.Billing.CreditAsync(new()
        {
            Id = strict.Next(), By = Anna, Invoice = new("R-1"), CreditNote = new("CN-2"), DocumentDate = Monday, Reason = CreditReason.Cancellation,
        }));
        Expect.Success(await PostAsync(strict, draft with { Id = new("I-2") }));
    }

    [Fact]
    public async Task A_buyer_gives_a_number_once()
    {
        await business.OpenCustomerAsync();
        await business.OpenCustomerAsync("C-8");
        var draft = DocumentTests.Draft("S-1", DocumentType.SelfBilled, 50m, Monday);
        Expect.Success(await PostAsync(business, draft, "GUT-1"));
        Expect.Refused(ProcessErrors.NumberUsed, await PostAsync(business, draft with { Id = new("S-2") }, "GUT-1"));
        Expect.Success(await PostAsync(business, DocumentTests.Draft("S-3", DocumentType.SelfBilled, 50m, Monday, "C-8"), "GUT-1"));
        Expect.Refused(ProcessErrors.NumberUsed, await CreditAsync("GUT-1"));
        Expect.Success(await CreditAsync("GUT-2"));
    }

    private ValueTask<Result<InvoiceAccount>> CreditAsync(string number) => business.Billing.CreditAsync(new()
    {
        Id = business.Next(), By = Anna, Invoice = new("S-1"), CreditNote = new("CN-1"), Number = new(number), DocumentDate = Monday, Reason = CreditReason.Cancellation,
    });

    private static async Task OrderedAsync(ABusiness one)
    {
        await one.OpenCustomerAsync();
        Expect.Success(await one.CaptureAsync("SO-1", lines: (10, 7m)));
        Expect.Success(await one.ConfirmAsync("SO-1"));
    }

    private static ValueTask<Result<InvoiceAccount>> BillAsync(ABusiness one, string invoice, string shipment, bool accepts = false) => one.Billing.BillAsync(new()
    {
        Id = one.Next(), By = Anna, Order = new("SO-1"), Invoice = new(invoice), DocumentDate = Monday, TaxPoint = Monday, Shipment = new(shipment), AcceptsHeld = accepts,
    });

    private static ValueTask<Result<InvoiceAccount>> PostAsync(ABusiness one, DraftInvoice draft, string number = "", bool accepts = false) => one.Billing.PostAsync(new()
    {
        Id = one.Next(), By = Anna, Draft = draft, Number = number.Length == 0 ? default : new(number), AcceptsHeld = accepts,
    });
}
