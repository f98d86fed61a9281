using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class PrepaymentTests
{
    private static readonly LocalDate Paid = new(2011, 2, 10);

    private static InvoiceAccount Prepayment(string id, params InvoiceLine[] lines) =>
        (Draft() with { Id = new(id), Type = DocumentType.Prepayment }).With(lines).PostedAs($"INV-2011-{id}");

    private static InvoiceAccount Receive(InvoiceAccount account, string payment, decimal amount) =>
        Expect.Success(account.Receive(new(payment), Gbp(amount), Paid, Clerk, Noon)).State;

    private static DraftInvoice Supply => (Draft() with { Id = new("F-1"), DocumentDate = new(2011, 3, 1) })
        .With(Line("Machine", 1, "1000.03 GBP"), Line("Manual", 1, "50.11 GBP", Five));

    [Fact]
    public void The_final_invoice_shows_the_supply_and_deducts_what_was_paid_before_with_its_own_tax()
    {
        var prepayment = Receive(Prepayment("A", Line("Machine, in advance", 1, "333.33 GBP")), "P-1", 400.00m);
        var draft = Expect.Success(Supply.Deduct(prepayment));
        var final = draft.PostedAs("INV-2011-F");
        Assert.Equal(3, final.Invoice.Lines.Count);
        Assert.Equal(Gbp(-333.33m), final.Invoice.Lines[2].Net);
        // 200.01 of 1000.03, less 66.67 of 333.33.
        Assert.Equal(Gbp(133.34m), final.Invoice.Breakdown.Single(s => s.Rate == Percentage.Of(20)).Tax);
        Assert.Equal(Gbp(666.70m), final.Invoice.Breakdown.Single(s => s.Rate == Percentage.Of(20)).Base);
        Assert.Equal("INV-2011-A", final.Invoice.Lines[2].Prepayment!.Cited.Number.Value);
        Assert.Equal("INV-2011-A", Assert.Single(final.Invoice.Content.Draft.Preceding).Number.Value);
        var settled = Expect.Success(prepayment.DeductIn(final.Invoice, Clerk, Noon)).State;
        Assert.Equal("INV-2011-F", settled.Deducted!.Number.Value);
        Assert.Empty(settled.Check());
        Assert.Empty(Expect.Success(settled.DeductIn(final.Invoice, Clerk, Noon)).Events);
        Expect.Refused(InvoiceErrors.PrepaymentDeducted, settled.Credited(1));
        Expect.Refused(InvoiceErrors.PrepaymentDeducted, Supply.Deduct(settled));
        Expect.Refused(InvoiceErrors.PrepaymentDeducted, settled.Return(new("P-1"), Paid, Clerk, Noon));
        var other = Expect.Success((Supply with { Id = new("F-2") }).Deduct(prepayment)).PostedAs("INV-2011-G").Invoice;
        Expect.Refused(InvoiceErrors.PrepaymentDeducted, settled.DeductIn(other, Clerk, Noon));

        Expect.Refused(InvoiceErrors.NotCancelled, settled.Release(final, Clerk, Noon));
        var cancelled = Expect.Success(final.Credited(9)).State;
        Assert.True(cancelled.RemainingGross.IsZero);
        var released = Expect.Success(settled.Release(cancelled, Clerk, Noon)).State;
        Assert.Null(released.Deducted);
        Expect.Success(released.Credited(10));
    }

    [Fact]
    public void Tax_of_a_prepayment_falls_due_with_the_money_and_all_receipts_are_the_whole()
    {
        var account = Prepayment("A", Line("Machine", 1, "100.01 GBP"), Line("Manual", 1, "33.34 GBP", Five));
        var gross = account.Invoice.Totals.Gross.Amount;
        var part = Receive(Receive(account, "P-1", 10.01m), "P-2", 77.77m);
        var full = Receive(part, "P-3", gross - 87.78m);
        Assert.Equal(account.Invoice.Breakdown.Select(s => (s.Base, s.Tax)), full.ReceivedShares.Select(s => (s.Base, s.Tax)));
        Assert.All(full.Receipts, r => Assert.Equal(r.Amount, Money.Sum(r.TaxShares.Select(s => s.Gross), Currency.Gbp)));
        Assert.All(full.Receipts, r => Assert.All(r.TaxShares, s => Assert.Equal(Paid, s.TaxPoint)));
        Assert.Empty(Expect.Success(full.Receive(new("P-1"), Gbp(10.01m), Paid, Clerk, Noon)).Events);
        Expect.Refused(InvoiceErrors.ReceiptUnknown, full.Receive(new("P-1"), Gbp(10.02m), Paid, Clerk, Noon));
        Expect.Refused(InvoiceErrors.ReceiptMismatch, full.Receive(new("P-4"), Gbp(0.01m), Paid, Clerk, Noon));
        Expect.Refused(InvoiceErrors.ReceiptUnknown, full.Return(new("P-9"), Paid, Clerk, Noon));
        var bounced = Expect.Success(full.Return(new("P-2"), Paid, Clerk, Noon)).State;
        Assert.Equal(Gbp(gross - 77.77m), bounced.Received);
        Assert.Empty(bounced.Check());
    }

    [Fact]
    public void A_receipt_the_bank_took_back_counts_as_far_as_the_customer_owes_it()
    {
        var paid = Receive(Receive(Prepayment("A", Line("Machine", 1, "1000.00 GBP")), "P-1", 900m), "P-2", 300m);
        var given = Expect.Success(paid.Credit(Credit(1) with { IsWhole = false, Gross = Gbp(600) }, Clerk, Noon)).State;
        Assert.Equal((Gbp(600), Gbp(600)), (given.Received, given.RemainingGross));
        // 300.00 of the 600.00 given back may be the second receipt's; the rest was the first's, and is owed.
        EquatableArray<TaxShare> Shares(decimal gross) => [paid.Receipts[0].TaxShares[0] with { Base = Gbp(gross / 1.2m), Tax = Gbp(gross / 6m) }];
        Expect.Refused(InvoiceErrors.ReceiptMismatch, given.Return(new("P-1"), Paid, Clerk, Noon));
        Expect.Refused(InvoiceErrors.ReceiptMismatch, given.Return(new("P-1"), Paid, Shares(240), Clerk, Noon));
        Expect.Refused(InvoiceErrors.ReceiptMismatch, given.Return(new("P-1"), Paid, Shares(960), Clerk, Noon));
        var euro = Money.Of(300, Currency.Eur);
        Expect.Refused(InvoiceErrors.OtherCurrency, given.Return(new("P-1"), Paid, [Shares(300)[0] with { Base = euro, Tax = euro }], Clerk, Noon));
        var back = Expect.Success(given.Return(new("P-1"), Paid, Shares(300), Clerk, Noon)).State;
        Assert.Equal((Gbp(0), Gbp(600), Gbp(300), Paid), (back.Received, back.RemainingGross, back.Receipts[0].Amount, back.Receipts[0].ReturnedOn));
        Assert.Empty(back.Check());
        Expect.Refused(InvoiceErrors.ReceiptUnknown, back.Return(new("P-1"), Paid, Clerk, Noon));
        Assert.Equal(Gbp(600), Receive(back, "P-3", 600m).Received);
        // A state stored before what was given back was kept says the same.
        var old = given with { GivenBack = [] };
        Assert.Equal(given.Received, old.Received);
        Assert.Equal(given.ReceivedShares.Select(s => (s.Base, s.Tax)), old.ReceivedShares.Select(s => (s.Base, s.Tax)));
        Assert.Equal(back.Received, Expect.Success(old.Return(new("P-1"), Paid, Shares(300), Clerk, Noon)).State.Received);
    }

    [Fact]
    public void What_was_not_paid_is_taken_back_and_the_rest_deducted()
    {
        var prepayment = Receive(Prepayment("A", Line("Machine", 1, "250.00 GBP"), Line("Manual", 1, "9.99 GBP", Five)), "P-1", 123.45m);
        Expect.Refused(InvoiceErrors.PrepaymentUnpaid, Supply.Deduct(prepayment));
        var settlement = Assert.Single(PrepaymentSettlement.Plan(Supply, [prepayment]));
        Assert.Equal(Gbp(310.49m - 123.45m), settlement.Unpaid);
        Assert.True(settlement.Excess.IsZero);
        var final = Settle(Supply, ref prepayment);
        // Tax fell due on what was received; exactly that is deducted.
        Assert.Equal(prepayment.ReceivedShares.Select(s => (s.Base, s.Tax)),
            CreditedFrom(prepayment).Select(s => (s.Base, s.Tax)));
        AssertSupply(Supply, final, prepayment);
    }

    [Fact]
    public void A_prepayment_beyond_the_final_invoice_is_credited()
    {
        var prepayment = Receive(Prepayment("A", Line("Machine", 1, "2000.00 GBP")), "P-1", 2400m);
        var settlement = Assert.Single(PrepaymentSettlement.Plan(Supply, [prepayment]));
        Assert.Equal(Gbp(2400m) - Supply.Totals().Gross, settlement.Excess);
        var final = Settle(Supply, ref prepayment);
        Assert.True(final.Invoice.Totals.Payable.IsZero);
        AssertSupply(Supply, final, prepayment);
    }

    [Fact]
    public void Only_prepayment_invoices_are_received_on_and_deducted()
    {
        var invoice = Draft().With(Line("Lamp", 1, "1.00 GBP")).Posted();
        Expect.Refused(InvoiceErrors.NotPrepayment, invoice.Receive(new("P"), Gbp(1), Paid, Clerk, Noon));
        Expect.Refused(InvoiceErrors.NotPrepayment, invoice.Return(new("P"), Paid, Clerk, Noon));
        Expect.Refused(InvoiceErrors.NotPrepayment, invoice.DeductIn(invoice.Invoice, Clerk, Noon));
        Expect.Refused(InvoiceErrors.NotPrepayment, Supply.Deduct(invoice));
        var others = Receive(Prepayment("O", Line("Machine", 1, "10.00 GBP")), "P-O", 12m);
        Expect.Refused(InvoiceErrors.PrepaymentOfAnother, (Supply with { Customer = new("SOMEBODY-ELSE") }).Deduct(others));
        var prepayment = Prepayment("A", Line("Machine", 1, "10.00 GBP"));
        Expect.Refused(InvoiceErrors.PrepaymentUnpaid, prepayment.DeductIn(invoice.Invoice, Clerk, Noon));
        Expect.Refused(InvoiceErrors.NotDeducted, Receive(prepayment, "P", 12m).DeductIn(invoice.Invoice, Clerk, Noon));
        Expect.Refused(InvoiceErrors.OtherCurrency, (Supply with { Currency = Currency.Eur }).Deduct(Receive(prepayment, "P", 12m)));
        Assert.Empty(Expect.Success(prepayment.Release(invoice, Clerk, Noon)).Events);
    }

    [Fact]
    public void Receipts_that_were_edited_are_found()
    {
        var account = Receive(Prepayment("A", Line("Machine", 1, "10.00 GBP")), "P", 6m);
        Expect.Found(InvoiceErrors.StateMismatch, (account with { Receipts = [account.Receipts[0] with { Amount = Gbp(5) }] }).Check());
        var invoice = Draft().With(Line("Lamp", 1, "1.00 GBP")).Posted();
        Expect.Found(InvoiceErrors.StateMismatch, (invoice with { Deducted = CitedInvoice.Of(invoice.Invoice) }).Check());
    }

    /// <summary>The whole settlement of one prepayment, as a host commits it.</summary>
    internal static InvoiceAccount Settle(DraftInvoice supply, ref InvoiceAccount prepayment, int number = 1)
    {
        var settlement = PrepaymentSettlement.Plan(supply, [prepayment])[0];
        foreach (var gross in new[] { settlement.Unpaid, settlement.Excess })
            if (gross.IsPositive)
                prepayment = Expect.Success(prepayment.Credit(Credit(100 + number++) with
                {
                    IsWhole = false, Gross = gross, Reason = CreditReason.Prepayment,
                }, Clerk, Noon)).State;
        var draft = Expect.Success(supply.Deduct(prepayment));
        var final = draft.PostedAs("INV-2011-F");
        prepayment = Expect.Success(prepayment.DeductIn(final.Invoice, Clerk, Noon)).State;
        return final;
    }

    /// <summary>Prepayment, its credits and the final invoice together are the supply: net, tax and total, per rate.</summary>
    internal static void AssertSupply(DraftInvoice supply, InvoiceAccount final, InvoiceAccount prepayment)
    {
        Assert.Empty(final.Check());
        Assert.Empty(prepayment.Check());
        foreach (var share in supply.Breakdown().Subtotals)
        {
            var left = CreditedFrom(prepayment).Concat(final.Invoice.Breakdown).Where(s => s.Category == share.Category && s.Rate == share.Rate).ToList();
            Assert.Equal(share.Base, Money.Sum(left.Select(s => s.Base), supply.Currency));
            Assert.Equal(share.Tax, Money.Sum(left.Select(s => s.Tax), supply.Currency));
        }
        Assert.Equal(supply.Totals().Gross, final.Invoice.Totals.Gross + prepayment.RemainingGross);
    }

    private static IEnumerable<TaxShare> CreditedFrom(InvoiceAccount account) => account.Invoice.Breakdown.Select(s => s with
    {
        Base = s.Base - Money.Sum(account.CreditedShares.Where(c => c.Category == s.Category && c.Rate == s.Rate).Select(c => c.Base), s.Base.Currency),
        Tax = s.Tax - Money.Sum(account.CreditedShares.Where(c => c.Category == s.Category && c.Rate == s.Rate).Select(c => c.Tax), s.Tax.Currency),
    }).Where(s => !s.Base.IsZero || !s.Tax.IsZero);
}
