using OrderToCash.Collections;
using OrderToCash.Customers;
using OrderToCash.Invoicing;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class CustomerBlockTests
{
    private readonly ABusiness business = new();

    private async Task BlockAsync(CustomerBlockKind kind) => Expect.Success(await business.Customers.BlockAsync(new()
    {
        Id = business.Next(), By = Anna, Customer = new("C-7"), Kind = kind, Reason = "asked by the lawyer",
    }));

    private async Task UnblockAsync(CustomerBlockKind kind) => Expect.Success(await business.Customers.UnblockAsync(new()
    {
        Id = business.Next(), By = Anna, Customer = new("C-7"), Kind = kind, Reason = "settled",
    }));

    [Fact]
    public async Task A_customer_blocked_for_invoices_gets_none_and_credit_notes_all_the_same()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.CaptureAsync("SO-2", lines: (10, 5m)));
        Expect.Success(await business.ConfirmAsync("SO-2"));
        Expect.Success(await business.ShipAsync("SO-2", "S-2"));
        await BlockAsync(CustomerBlockKind.Invoices);
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.BillAsync("SO-2", "I-2"));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.Billing.PostAsync(new()
        {
            Id = business.Next(), By = Anna, Draft = DocumentTests.Draft("I-3", DocumentType.Invoice, 10m, Monday, "C-7", Currency.Eur),
        }));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.Billing.CorrectAsync(new()
        {
            Id = business.Next(), By = Anna, Invoice = new("I-1"), Correction = new("I-4"), CreditNote = new("CN-4"), DocumentDate = Monday, Reason = CreditReason.Underbilling,
            Kind = CorrectionKind.Replacement,
        }));
        Expect.Success(await business.Billing.CreditAsync(new() { Id = business.Next(), By = Anna, Invoice = new("I-1"), CreditNote = new("CN-1"), DocumentDate = Monday, Reason = CreditReason.Return }));
        await UnblockAsync(CustomerBlockKind.Invoices);
        Expect.Success(await business.BillAsync("SO-2", "I-2"));
    }

    [Fact]
    public async Task A_customer_blocked_for_dunning_gets_no_letter_not_even_one_planned_before()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.SendAsync("I-1"));
        var asOf = Monday.PlusDays(45);
        var letter = Assert.Single(Expect.Success(await business.Collections.PlanAsync(Id, [], asOf)).Letters);
        await BlockAsync(CustomerBlockKind.Dunning);
        var plan = Expect.Success(await business.Collections.PlanAsync(Id, [], asOf));
        Assert.Empty(plan.Letters);
        Assert.Equal((DunningStopReason.Paused, "asked by the lawyer"), (Assert.Single(plan.NotDunned).Stop!.Reason, plan.NotDunned[0].Stop!.Note));
        Expect.Refused(ProcessErrors.CustomerBlocked, await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = letter }));
        await UnblockAsync(CustomerBlockKind.Dunning);
        Expect.Success(await business.Collections.ExecuteAsync(new() { Id = business.Next(), By = Anna, Letter = letter }));
    }
}
