using System.Text.Json;
using System.Text.Json.Nodes;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>What was stored by the first form is read with the meaning it had.</summary>
public class StoredFormTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "OrderToCash.Invoicing.Tests", "Stored");

    private static InvoiceAccount Old => Draft(Currency.Eur).With(Line("Lantern", 3, "0.33 EUR"), Line("Book", 2, "4.55 EUR", Zero))
        .Posted(new(Currency.Eur, Currency.Gbp, 0.84615m, new(2011, 2, 1), "ECB"), PaymentTerms.Days(30).WithDiscount(Percentage.Of(2), 10));

    [Fact]
    public void An_invoice_of_the_first_form_reads_and_goes_on()
    {
        var stored = JsonSerializer.Deserialize<InvoiceAccount>(File.ReadAllText(Path.Combine(Folder, "invoice-account-1.json")), Stored)!;
        Assert.Empty(stored.Check());
        Assert.Equal((DocumentType.Invoice, 2, 1), (stored.Invoice.Type, stored.Invoice.Lines.Count, stored.CreditNotes.Count));
        Assert.True(stored.CreditedShares.IsEmpty);
        var (first, fresh) = (Expect.Success(Old.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1)))).State, stored);
        Assert.Equal(first.Invoice.Totals, stored.Invoice.Totals);
        // The rest of it is what it always was.
        Assert.Equal(NoteOf(Expect.Success(first.Credited(2))).Totals, NoteOf(Expect.Success(fresh.Credited(2))).Totals);
        var full = Expect.Success(stored.Credited(2)).State;
        Assert.True(full.IsFullyCredited && full.RemainingGross.IsZero);
        Assert.Empty(full.Check());
    }

    [Fact]
    public void A_credit_note_of_the_first_form_reads()
    {
        var note = JsonSerializer.Deserialize<CreditNote>(File.ReadAllText(Path.Combine(Folder, "credit-note-1.json")), Stored)!;
        Assert.Equal((DocumentType.CreditNote, "0.40 EUR"), (note.Type, note.Totals.Payable.ToString()));
        Assert.Empty(note.Check());
    }

    [Fact]
    public void Figures_of_documents_that_were_edited_are_found()
    {
        var account = Expect.Success(Draft().With(Line("Lantern", 3, "10.00 GBP"))
            .With(AllowanceCharge.Charge(Gbp(6), "Freight").Taxed(Twenty)).Posted().Credited(1)).State;
        Assert.Empty(account.Check());
        Expect.Found(InvoiceErrors.StateMismatch, (account with { CreditedAllowancesCharges = [new() { Position = 2, Amount = Gbp(6) }] }).Check());
        Expect.Found(InvoiceErrors.StateMismatch, (account with { CreditedAllowancesCharges = [new() { Position = 1, Amount = Gbp(7) }] }).Check());
        Expect.Found(InvoiceErrors.StateMismatch, (account with { CreditedShares = [account.CreditedShares[0] with { Tax = Gbp(7) }] }).Check());
        var note = NoteOf(Expect.Success(Draft().With(Line("Lantern", 3, "10.00 GBP"))
            .With(AllowanceCharge.Charge(Gbp(6), "Freight").Taxed(Twenty)).Posted().Credited(1))).Content;
        Expect.Refused(CreditNoteErrors.FiguresMismatch, CreditNote.Restore(note with { AllowancesCharges = [] }));
        Expect.Refused(CreditNoteErrors.FiguresMismatch, CreditNote.Restore(note with { RoundingAmount = Money.Parse("0.01 EUR") }));
        var content = account.Invoice.Content;
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with { Draft = content.Draft with { AllowancesCharges = [] } }));
        Expect.Refused(InvoiceErrors.FiguresMismatch, Invoice.Restore(content with
        {
            Draft = content.Draft with { AllowancesCharges = [content.Draft.AllowancesCharges[0] with { Amount = Gbp(5) }] },
        }));
        Expect.Refused(InvoiceErrors.InstalmentsMismatch, Invoice.Restore(content with { Draft = content.Draft with { Prepaid = Gbp(1) } }));
    }
}
