using OrderToCash.Invoicing;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Prepayments from request to return: all documents of a supply together.</summary>
public sealed class SupplyTests
{
    private readonly Supply supply = new();

    [Fact]
    public async Task A_final_invoice_credited_as_a_whole_gives_its_prepayment_back_for_the_next_one()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 0m);
        var final = Expect.Success(await supply.FinalAsync("F-1", "P-1"));
        Assert.Equal(Eur(700m), final.Invoice.Totals.Net);
        Expect.Success(await supply.CreditAsync("F-1", goodsReturned: false));
        Assert.Equal(Eur(-300m), await supply.BalanceAsync(AccountRole.CustomerDeposit));
        Assert.Equal(Eur(-57m), await supply.BalanceAsync(AccountRole.OutputTax));
        Assert.Null((await supply.AccountAsync("P-1")).Deducted);
        var again = Expect.Success(await supply.FinalAsync("F-2", "P-1"));
        Assert.Equal(Eur(700m), again.Invoice.Totals.Net);
        Assert.Equal(Eur(-1_000m), await supply.RevenueAsync());
        Assert.Equal(Eur(-190m), await supply.BalanceAsync(AccountRole.OutputTax));
        await supply.TiedAsync();
    }

    [Fact]
    public async Task A_final_invoice_that_came_to_nothing_is_credited_all_the_same()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 1_000m, 0m);
        Assert.True(Expect.Success(await supply.FinalAsync("F-1", "P-1")).Invoice.Totals.Payable.IsZero);
        Expect.Success(await supply.CreditAsync("F-1", goodsReturned: true));
        Assert.Equal(Eur(0m), await supply.RevenueAsync());
        Assert.Equal(Eur(-1_000m), await supply.BalanceAsync(AccountRole.CustomerDeposit));
        Assert.Equal(Eur(1_000m), (await supply.Business.AccountAsync()).UnappliedCredit);
        await supply.TiedAsync();
    }

    [Fact]
    public async Task A_prepayment_that_was_received_goes_back_with_its_tax_and_its_money()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 100m);
        var returned = Expect.Success(await supply.CreditAsync("P-1", refund: Eur(-464m)));
        Assert.True(returned.IsFullyCredited);
        foreach (var role in (AccountRole[])[AccountRole.CustomerDeposit, AccountRole.OutputTax, AccountRole.Bank, AccountRole.CustomerCredit])
            Assert.Equal((role, Eur(0m)), (role, await supply.BalanceAsync(role)));
        Assert.Equal(Eur(0m), (await supply.Business.AccountAsync()).UnappliedCredit);
        await supply.TiedAsync();
        var final = Expect.Success(await supply.FinalAsync("F-1", "P-1"));
        Assert.Equal(Eur(1_000m), final.Invoice.Totals.Net);
    }

    [Fact]
    public async Task A_part_of_a_prepayment_stays_the_customers_credit_and_the_rest_is_deducted()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 100m);
        Expect.Success(await supply.CreditAsync("P-1", gross: Eur(64m)));
        Assert.Equal(Eur(-64m), await supply.BalanceAsync(AccountRole.CustomerCredit));
        var final = Expect.Success(await supply.FinalAsync("F-1", "P-1"));
        Assert.Equal(Eur(1_190m - 400m), final.Invoice.Totals.Payable);
        Assert.Equal(Eur(0m), await supply.BalanceAsync(AccountRole.CustomerDeposit));
        await supply.TiedAsync();
        Expect.Refused(InvoiceErrors.PrepaymentDeducted, await supply.CreditAsync("P-1"));
    }

    [Fact]
    public async Task Money_the_bank_took_back_is_no_deposit_any_more()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 0m);
        Expect.Refused(ProcessErrors.ReturnUnknown, await supply.TakeBackAsync("P-1", Eur(-356m)));
        Expect.Refused(ProcessErrors.ForeignAccount, await supply.TakeBackAsync("P-1", Eur(-357m), "XX"));
        var waiting = Expect.Success(await supply.TakeBackAsync("P-1", Eur(-357m)));
        Assert.True(waiting.Received.IsZero);
        foreach (var role in (AccountRole[])[AccountRole.CustomerDeposit, AccountRole.OutputTax, AccountRole.Bank])
            Assert.Equal((role, Eur(0m)), (role, await supply.BalanceAsync(role)));
        await supply.TiedAsync();
        Expect.Refused(InvoiceErrors.ReceiptUnknown, await supply.TakeBackAsync("P-1", Eur(-357m)));
    }

    [Fact]
    public async Task The_bank_takes_a_receipt_back_of_which_a_credit_note_gave_a_part_that_still_waits()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 1_000m, 0m);
        Expect.Success(await supply.CreditAsync("P-1", gross: Eur(357m)));
        var waiting = Expect.Success(await supply.TakeBackAsync("P-1", Eur(-1_190m)));
        // 833.00 was still a deposit, 357.00 the customer's credit: nothing is left of either, and nobody owes anything.
        Assert.Equal((Eur(0m), Eur(833m)), (waiting.Received, waiting.RemainingGross));
        await AllZeroAsync(AccountRole.CustomerDeposit, AccountRole.OutputTax, AccountRole.Bank, AccountRole.CustomerCredit, AccountRole.Chargebacks);
        Assert.Equal((Eur(0m), Eur(0m)), await ExposureAsync());
        await supply.TiedAsync();
        Expect.Refused(InvoiceErrors.ReceiptUnknown, await supply.TakeBackAsync("P-1", Eur(-1_190m)));
        Expect.Success(await supply.ReceiveAsync("P-1", "PAY-2", Eur(833m)));
        Assert.Equal(Eur(1_190m - 833m), Expect.Success(await supply.FinalAsync("F-1", "P-1")).Invoice.Totals.Payable);
        Assert.Equal(Eur(-190m), await supply.BalanceAsync(AccountRole.OutputTax));
        await supply.TiedAsync();
    }

    [Fact]
    public async Task What_was_paid_out_of_it_before_the_customer_owes()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 1_000m, 0m);
        Expect.Success(await supply.CreditAsync("P-1", gross: Eur(357m), refund: Eur(-357m)));
        Expect.Success(await supply.TakeBackAsync("P-1", Eur(-1_190m)));
        Assert.Equal(Eur(-357m), await supply.BalanceAsync(AccountRole.Bank));
        Assert.Equal(Eur(357m), await supply.BalanceAsync(AccountRole.Chargebacks));
        await AllZeroAsync(AccountRole.CustomerDeposit, AccountRole.OutputTax, AccountRole.CustomerCredit);
        Assert.Equal((Eur(357m), Eur(0m)), await ExposureAsync());
        await supply.TiedAsync();
    }

    [Fact]
    public async Task Of_two_receipts_the_bank_takes_the_one_no_credit_note_touched()
    {
        await supply.DeliverAsync(100m);
        Expect.Success(await supply.RequestAsync("P-1", 1_000m, 0m));
        Expect.Success(await supply.ReceiveAsync("P-1", "PAY-1", Eur(595m)));
        Expect.Success(await supply.ReceiveAsync("P-1", "PAY-2", Eur(595m)));
        Expect.Success(await supply.CreditAsync("P-1", gross: Eur(357m)));
        var waiting = Expect.Success(await supply.TakeBackAsync("P-1", Eur(-595m), payment: "PAY-1"));
        // 833.00 are asked for, 595.00 came in of which 357.00 are given back: 238.00 are here, 595.00 are missing again.
        Assert.Equal((Eur(238m), Eur(833m)), (waiting.Received, waiting.RemainingGross));
        Assert.Equal((Eur(-200m), Eur(-38m)), (await supply.BalanceAsync(AccountRole.CustomerDeposit), await supply.BalanceAsync(AccountRole.OutputTax)));
        Assert.Equal((Eur(-357m), Eur(595m)), (await supply.BalanceAsync(AccountRole.CustomerCredit), await supply.BalanceAsync(AccountRole.Bank)));
        await supply.TiedAsync();
        Expect.Refused(InvoiceErrors.ReceiptMismatch, await supply.ReceiveAsync("P-1", "PAY-3", Eur(595.01m)));
        Expect.Success(await supply.ReceiveAsync("P-1", "PAY-3", Eur(595m)));
    }

    [Fact]
    public async Task What_a_final_invoice_deducted_the_customer_owes_and_no_tax_moves()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 0m);
        Expect.Success(await supply.FinalAsync("F-1", "P-1"));
        var taken = Expect.Success(await supply.TakeBackAsync("P-1", Eur(-357m)));
        Assert.Equal(("PAY-P-1", Monday), (taken.Receipts[0].Payment.Value, taken.Receipts[0].ReturnedOn));
        Assert.NotNull(taken.Deducted);
        Assert.Equal((Eur(357m), Eur(0m)), (await supply.BalanceAsync(AccountRole.Chargebacks), await supply.BalanceAsync(AccountRole.Bank)));
        Assert.Equal(Eur(-190m), await supply.BalanceAsync(AccountRole.OutputTax));
        Assert.Equal((Eur(1_190m), Eur(0m)), await ExposureAsync());
        await supply.TiedAsync();
        Expect.Refused(InvoiceErrors.ReceiptUnknown, await supply.TakeBackAsync("P-1", Eur(-357m)));
    }

    private async Task AllZeroAsync(params AccountRole[] roles)
    {
        foreach (var role in roles) Assert.Equal((role, Eur(0m)), (role, await supply.BalanceAsync(role)));
    }

    private async Task<(Money Owed, Money Unapplied)> ExposureAsync() =>
        await supply.Business.AccountAsync() is var account ? (account.OpenReceivable, account.UnappliedCredit) : default;

    [Fact]
    public async Task Only_what_is_left_of_a_credit_is_refunded()
    {
        await supply.DeliverAsync(100m);
        Expect.Success(await supply.FinalAsync("F-1"));
        Expect.Refused(LedgerErrors.NothingOpen, await supply.CreditAsync("F-1", gross: Eur(100m), refund: Eur(-100m)));
        Expect.Refused(ProcessErrors.ForeignAccount, await supply.CreditAsync("F-1", gross: Eur(100m), refund: Eur(-100m), account: "XX"));
    }

    [Fact]
    public async Task A_final_invoice_is_replaced_with_its_deductions()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 0m);
        Expect.Success(await supply.FinalAsync("F-1", "P-1"));
        var replaced = Expect.Success(await supply.CorrectAsync("F-1", CorrectionKind.Replacement));
        Assert.Equal((DocumentType.Corrective, Eur(700m)), (replaced.Invoice.Type, replaced.Invoice.Totals.Net));
        Assert.Equal(replaced.Invoice.Number, (await supply.AccountAsync("P-1")).Deducted!.Number);
        Assert.Equal(InvoiceStatus.Replaced, (await supply.AccountAsync("F-1")).Status);
        Assert.Equal(Eur(0m), await supply.BalanceAsync(AccountRole.CustomerDeposit));
        Assert.Equal(Eur(-1_000m), await supply.RevenueAsync());
        await supply.TiedAsync();
        Expect.Success(await supply.CorrectAsync("R-1", CorrectionKind.DebitNote, DocumentTests.LineOf(Eur(10m))));
        Assert.Equal(Eur(-1_010m), await supply.RevenueAsync());
    }

    [Fact]
    public async Task A_replacement_below_its_prepayment_gives_the_rest_back()
    {
        await supply.DeliverAsync(100m);
        await supply.PrepaidAsync("P-1", 300m, 0m);
        Expect.Success(await supply.FinalAsync("F-1", "P-1"));
        var replaced = Expect.Success(await supply.CorrectAsync("F-1", CorrectionKind.Replacement, DocumentTests.LineOf(Eur(200m))));
        Assert.True(replaced.Invoice.Totals.Payable.IsZero);
        Assert.Equal(Eur(0m), await supply.BalanceAsync(AccountRole.CustomerDeposit));
        Assert.Equal(Eur(-119m), await supply.BalanceAsync(AccountRole.CustomerCredit));
        await supply.TiedAsync();
    }

    [Fact]
    public async Task A_request_is_replaced_until_somebody_paid_it()
    {
        await supply.DeliverAsync(100m);
        Expect.Success(await supply.RequestAsync("P-1", 300m, 0m));
        Expect.Refused(ProcessErrors.WrongDocument, await supply.CorrectAsync("P-1", CorrectionKind.DebitNote, DocumentTests.LineOf(Eur(10m))));
        var replaced = Expect.Success(await supply.CorrectAsync("P-1", CorrectionKind.Replacement, DocumentTests.LineOf(Eur(200m))));
        Assert.Equal((DocumentType.Prepayment, Eur(200m)), (replaced.Invoice.Type, replaced.Invoice.Totals.Net));
        Expect.Success(await supply.ReceiveAsync("R-1", "PAY-1", Eur(119m)));
        Expect.Refused(ProcessErrors.PrepaymentPaid, await supply.CorrectAsync("R-1", CorrectionKind.Replacement));
        var final = Expect.Success(await supply.FinalAsync("F-1", "R-1"));
        Assert.Equal(Eur(900m), final.Invoice.Totals.Net);
        await supply.TiedAsync();
    }

    [Fact]
    public async Task A_self_billed_invoice_is_corrected_under_the_buyers_numbers()
    {
        await supply.DeliverAsync(100m);
        Expect.Success(await supply.Business.Billing.PostAsync(new()
        {
            Id = supply.Business.Next(), By = Anna, Draft = DocumentTests.Draft("S-1", DocumentType.SelfBilled, 50m, Monday), Number = new("GUT-1"),
        }));
        Expect.Refused(ProcessErrors.NumberMisplaced, await supply.CorrectAsync("S-1", CorrectionKind.DebitNote, DocumentTests.LineOf(Eur(10m))));
        var more = Expect.Success(await supply.CorrectAsync("S-1", CorrectionKind.DebitNote, "GUT-2", "", DocumentTests.LineOf(Eur(10m))));
        Assert.Equal((DocumentType.SelfBilled, "GUT-2"), (more.Invoice.Type, more.Invoice.Number.Value));
        Expect.Refused(ProcessErrors.NumberMisplaced, await supply.CorrectAsync("S-1", CorrectionKind.Replacement, "GUT-3", ""));
        var replaced = Expect.Success(await supply.CorrectAsync("S-1", CorrectionKind.Replacement, "GUT-3", "GUT-4", DocumentTests.LineOf(Eur(40m))));
        Assert.Equal(DocumentType.SelfBilled, replaced.Invoice.Type);
        Assert.Equal(Eur(-50m), await supply.RevenueAsync());
        await supply.TiedAsync();
    }
}
