using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class CorrectionTests
{
    private static readonly LocalDate Later = new(2011, 3, 1);
    private static readonly InvoiceAccount Account = Draft().With(Line("Lantern", 3, "9.99 GBP")).Posted();

    [Fact]
    public void A_debit_note_bills_what_was_forgotten_and_cites_the_invoice()
    {
        var draft = Account.DraftDebitNote(new("D-1"), Later, CreditReason.Underbilling, Line("Lantern, price difference", 3, "1.00 GBP"));
        Assert.Empty(draft.Check());
        var note = draft.PostedAs("DN-2011-000001").Invoice;
        Assert.Equal(("383", "INV-2011-000001"), (note.Type.Value, note.Content.Draft.Preceding[0].Number.Value));
        var debited = Expect.Success(Account.Correct(note, isReplacement: false, Clerk, Noon)).State;
        Assert.Equal(Gbp(3.6m), Assert.Single(debited.Corrections).Gross);
        Assert.Empty(Expect.Success(debited.Correct(note, isReplacement: false, Clerk, Noon)).Events);
        Expect.Refused(InvoiceErrors.NoCorrection, debited.Correct(note, isReplacement: true, Clerk, Noon));
    }

    [Fact]
    public void A_wrong_invoice_is_cancelled_and_replaced()
    {
        var draft = Account.DraftReplacement(new("R-1"), Later, CreditReason.WrongDetails) with { PurchaseOrder = "PO-2" };
        var replacement = draft.PostedAs("INV-2011-000002").Invoice;
        Expect.Refused(InvoiceErrors.NotCancelled, Account.Correct(replacement, isReplacement: true, Clerk, Noon));
        var cancelled = Expect.Success(Account.Credited(1)).State;
        var replaced = Expect.Success(cancelled.Correct(replacement, isReplacement: true, Clerk, Noon)).State;
        Assert.Equal(InvoiceStatus.Replaced, replaced.Status);
        Assert.Equal(Account.Invoice.Totals, replacement.Totals);
        Assert.Equal(Account.Invoice.TaxPoint, replacement.TaxPoint);
    }

    [Fact]
    public void A_difference_takes_back_and_bills_more()
    {
        var draft = Account.DraftDifference(new("R-1"), Later, CreditReason.WrongDetails,
            Line("Lantern, wrong rate", -3, "9.99 GBP"), Line("Lantern", 3, "14.99 GBP", Five));
        var corrective = draft.PostedAs("INV-2011-000002").Invoice;
        Assert.Equal("384", corrective.Type.Value);
        Assert.Equal([Gbp(44.97m), Gbp(-29.97m)], corrective.Breakdown.Select(s => s.Base));
        Assert.Single(Expect.Success(Account.Correct(corrective, isReplacement: false, Clerk, Noon)).State.Corrections);
        Expect.Found(InvoiceErrors.TotalNegative,
            Account.DraftDifference(new("R-2"), Later, CreditReason.Price, Line("Lantern", -1, "1.00 GBP")).Check());
    }

    [Fact]
    public void What_is_no_correction_of_the_invoice_is_refused()
    {
        var draft = Account.DraftDebitNote(new("D-1"), Later, CreditReason.Underbilling, Line("Lantern", 1, "1.00 GBP"));
        void Refused(DraftInvoice wrong) =>
            Expect.Refused(InvoiceErrors.NoCorrection, Account.Correct(wrong.PostedAs("DN-1").Invoice, isReplacement: false, Clerk, Noon));
        Refused(draft with { Type = DocumentType.Invoice });
        Refused(draft with { Preceding = [new() { Number = new("INV-9"), Date = Later }] });
        Refused(draft with { LegalEntity = new("DE") });
        Refused(draft with { DocumentDate = new(2011, 1, 1) });
        Expect.Refused(InvoiceErrors.NoCorrection, Account.Correct(draft.PostedAs("DN-1").Invoice, isReplacement: true, Clerk, Noon));
    }

    [Fact]
    public void Types_ask_for_what_they_need()
    {
        var sound = Draft().With(Line("Lantern", 1, "1.00 GBP"));
        Expect.Found(InvoiceErrors.TypeUnknown, (sound with { Type = new("999") }).Check());
        Expect.Found(InvoiceErrors.TypeNotPosted, (sound with { Type = DocumentType.CreditNote }).Check());
        Expect.Refused(InvoiceErrors.TypeNotPosted, (sound with { Type = DocumentType.ProForma }).Validate());
        Expect.Found(InvoiceErrors.PrecedingMissing, (sound with { Type = DocumentType.DebitNote }).Check());
        Expect.Found(InvoiceErrors.ReasonMissing, (sound with { Type = DocumentType.Corrective }).Check());
        Expect.Found(InvoiceErrors.FeeTaxed, (sound with { Type = DocumentType.FeeNote }).Check());
        var damages = new TaxTreatment { Category = TaxCategory.OutOfScope, Rate = Percentage.Zero, ReasonText = "Compensation" };
        Assert.Equal("84", (Draft() with { Type = DocumentType.FeeNote }).With(Line("Interest", 1, "4.20 GBP", damages)).Posted().Invoice.Type.Value);
        Assert.Equal(sound, Expect.Success((sound with { Type = DocumentType.Invoice }).Validate()));
        Assert.True(DocumentType.SelfBilled.IsSelfBilled && DocumentType.CreditNote.IsCredit && DocumentType.DebitNote.CitesOriginal);
        Assert.Throws<ArgumentException>(() => new DocumentType("INV"));
        Assert.Throws<ArgumentException>(() => new AllowanceChargeReason("toolong"));
    }

    [Fact]
    public void A_self_billed_invoice_is_credited_by_its_own_kind_and_keeps_no_series_of_ours()
    {
        var draft = (Draft() with { Type = DocumentType.SelfBilled }).With(Line("Commission", 1, "10.00 GBP"));
        var last = new SeriesPosition { Number = new("X-9"), DocumentDate = new(2020, 1, 1) };
        var account = Expect.Success(draft.Post(draft.Posting() with { Previous = last }, Clerk, Noon)).State;
        Assert.Equal("261", NoteOf(Expect.Success(account.Credited(1))).Type.Value);
        Assert.Contains("Self-billing", InvoiceRendering.Text(account.Invoice), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_older_than_the_last_of_its_series_is_refused_unless_the_series_may_go_back()
    {
        var draft = Draft().With(Line("Lantern", 1, "1.00 GBP"));
        var posting = draft.Posting() with { Previous = new() { Number = new("INV-2011-000000"), DocumentDate = draft.DocumentDate.PlusDays(1) } };
        Expect.Refused(InvoiceErrors.OutOfSequence, draft.Post(posting, Clerk, Noon));
        Expect.Success(draft.Post(posting with { Chronology = Chronology.Free }, Clerk, Noon));
        Expect.Success(draft.Post(posting with { Previous = posting.Previous with { DocumentDate = draft.DocumentDate } }, Clerk, Noon));
        Expect.Refused(InvoiceErrors.OutOfSequence, Account.Credit(
            Credit(1) with { Previous = new() { Number = new("CN-0"), DocumentDate = new(2011, 3, 2) } }, Clerk, Noon));
    }

    [Fact]
    public void A_document_lives_from_posted_to_credited()
    {
        Assert.Equal(InvoiceStatus.Posted, Account.Status);
        var sent = Expect.Success(Account.Send(Channel.Email, "a@example.org", Clerk, Noon)).State;
        Assert.Equal(InvoiceStatus.Sent, sent.Status);
        var part = Expect.Success(sent.Credited(1, CreditRequest.Of(1, Quantity.Pieces(1)))).State;
        Assert.Equal(InvoiceStatus.PartlyCredited, part.Status);
        Assert.Equal(InvoiceStatus.Credited, Expect.Success(part.Credited(2)).State.Status);
    }

    [Fact]
    public void A_pro_forma_has_a_reference_and_is_never_posted()
    {
        var draft = Draft().With(Line("Lantern", 3, "9.99 GBP"));
        var proForma = Expect.Success(ProFormaInvoice.Of(draft, "PF-7", Clerk, Noon));
        Assert.Equal(Gbp(35.96m), proForma.Totals().Payable);
        Assert.Contains("Pro forma invoice PF-7", InvoiceRendering.Html(proForma), StringComparison.Ordinal);
        Assert.Contains("not an invoice", InvoiceRendering.Text(proForma), StringComparison.Ordinal);
        Expect.Refused(InvoiceErrors.TypeNotPosted, proForma.Draft.Post(proForma.Draft.Posting(), Clerk, Noon));
        Expect.Refused(InvoiceErrors.NoLines, ProFormaInvoice.Of(Draft(), "PF-8", Clerk, Noon));
    }

    [Fact]
    public void Tags_travel_with_the_document_and_its_events()
    {
        var tag = new Tag { Name = "cost-centre", Value = "4711" };
        var draft = (Draft() with { Tags = [tag] }).With(Line("Lantern", 1, "1.00 GBP") with { Tags = [tag] });
        var posted = Expect.Success(draft.Post(draft.Posting(), Clerk, Noon));
        Assert.Equal(tag, ((InvoicePosted)posted.Events[0]).Invoice.Content.Draft.Tags[0]);
        var note = NoteOf(Expect.Success(posted.State.Credit(Credit(1) with { Tags = [tag] }, Clerk, Noon)));
        Assert.Equal((tag, tag), (note.Content.Tags[0], note.Lines[0].Tags[0]));
    }
}
