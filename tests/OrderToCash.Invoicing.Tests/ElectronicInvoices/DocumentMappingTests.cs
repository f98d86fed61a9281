using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public sealed class DocumentMappingTests
{
    private static readonly DraftKeys Keys = new() { Id = new("I-9"), LegalEntity = new("UK"), Customer = new("C-9") };

    private static readonly DocumentParticulars Full = new()
    {
        Seller = new()
        {
            Endpoint = new() { Value = "GB123456789", Scheme = "9932" }, Contact = new() { Name = "Ann", Phone = "+44 20 1234", Email = "ann@gifts.example" },
        },
        Buyer = new() { Endpoint = new() { Value = "GB987654321", Scheme = "9932" } },
        PaymentInstructions = [ADocument.Transfer() with { RemittanceInformation = null }],
        BuyerReference = "B-1",
    };

    [Fact]
    public void Posted_invoice_becomes_a_document_of_each_specification()
    {
        foreach (var profile in new[] { InvoiceProfile.En16931, InvoiceProfile.PeppolBilling3, InvoiceProfile.XRechnung3 })
        {
            var document = Expect.Success(Posted().ToDocument(profile, Full));
            Assert.Equal((profile.SpecificationId, "INV-2011-000001", "380", "GBP"), (document.SpecificationId, document.Number, document.TypeCode, document.Currency));
            Assert.Equal("RF18539007547034", document.PaymentInstructions[0].RemittanceInformation);
            Assert.Empty(En16931Rules.Check(document, RuleOptions.Exact).Where(f => f.Severity > RuleSeverity.Information));
        }
    }

    [Fact]
    public void What_is_missing_is_said_at_once()
    {
        var result = Posted().ToDocument(InvoiceProfile.XRechnung3);
        Expect.Refused(InvoiceDocumentErrors.RuleBroken, result);
        Assert.Superset(new HashSet<string?> { "BR-DE-1", "BR-DE-2", "BR-DE-15", "PEPPOL-EN16931-R010", "PEPPOL-EN16931-R020" },
            result.Errors.Select(e => e.Fact("rule")).ToHashSet());
    }

    [Fact]
    public void Three_decimals_fit_when_the_last_is_zero()
    {
        var kuwait = Currency.Of("KWD");
        var draft = Draft(kuwait);
        var round = draft.With(Line("A", 1, "2.500 KWD")).Posted();
        Assert.Equal(2, Expect.Success(round.Invoice.ToDocument(InvoiceProfile.En16931)).Totals!.Payable!.Value.Value.Scale);
        Expect.Refused(InvoiceDocumentErrors.TooManyDecimals, draft.With(Line("A", 1, "2.505 KWD")).Posted().Invoice.ToDocument(InvoiceProfile.En16931));
    }

    [Fact]
    public void Discount_price_base_and_line_without_price_are_kept()
    {
        var draft = Draft().With(
            InvoiceLine.Priced("A", Quantity.Pieces(250), UnitPrice.Parse("12.5 GBP per 100"), Twenty, Money.Parse("1.25 GBP")),
            new() { Description = "B", Quantity = Quantity.Pieces(3), Net = Money.Parse("10.00 GBP"), Tax = Five },
            Line("C", -1, "2.00 GBP"));
        var document = Expect.Success(draft.Posted().Invoice.ToDocument(InvoiceProfile.PeppolBilling3, Full));
        Assert.Equal((12.5m, 100m, 1.25m), (document.Lines[0].Price!.Net!.Value.Value, document.Lines[0].Price!.BaseQuantity, document.Lines[0].AllowancesCharges[0].Amount!.Value.Value));
        Assert.Equal((10m, 3m), (document.Lines[1].Price!.Net!.Value.Value, document.Lines[1].Price!.BaseQuantity));
        Assert.Equal(-2m, document.Lines[2].Net!.Value.Value);
    }

    [Fact]
    public void A_currency_without_cents_keeps_the_line_formula()
    {
        var line = Line("A", 3, "33.45 JPY");
        var document = Expect.Success(Draft(Currency.Jpy).With(line, Line("B", 2, "50 JPY")).Posted().Invoice.ToDocument(InvoiceProfile.PeppolBilling3, Full));
        Assert.Equal((100m, 100m, 3m), (document.Lines[0].Net!.Value.Value, document.Lines[0].Price!.Net!.Value.Value, document.Lines[0].Price!.BaseQuantity));
        Assert.Equal((50m, (decimal?)null), (document.Lines[1].Price!.Net!.Value.Value, document.Lines[1].Price!.BaseQuantity));
    }

    [Fact]
    public void Intra_community_supply_says_where_it_went()
    {
        var draft = Draft() with { DeliveryDate = new(2011, 1, 31), Seller = Party("S", "Dublin", "IE", "IE1234567WA"), Buyer = Party("B", "Bonn", "DE", "DE123456789") };
        var document = Expect.Success(draft.With(Line("A", 1, "9.99 GBP", Union)).Posted().Invoice.ToDocument(InvoiceProfile.En16931));
        Assert.Equal(("DE", "VATEX-EU-IC", "K"), (document.Delivery!.Address!.Country, document.TaxBreakdown[0].ExemptionReasonCode, document.Lines[0].TaxCategory));
    }

    [Fact]
    public void Credit_notes_in_any_split_become_documents_that_cite_the_invoice()
    {
        var account = Draft().With(Line("A", 7, "3.33 GBP"), Line("B", 3, "0.07 GBP", Five)).Posted();
        for (var i = 1; i <= 7; i++)
        {
            var decision = Expect.Success(account.Credited(i, CreditRequest.Of(1, Quantity.Pieces(1))));
            account = decision.State;
            var note = decision.Events.OfType<CreditNotePosted>().Single().CreditNote;
            var document = Expect.Success(note.ToDocument(InvoiceProfile.PeppolBilling3, Full));
            Assert.Equal((true, "381", "INV-2011-000001"), (document.IsCreditNote, document.TypeCode, document.PrecedingInvoices[0].Number));
            Assert.Empty(En16931Rules.Check(document, RuleOptions.Exact).Where(f => f.Severity == RuleSeverity.Fatal));
        }
    }

    [Fact]
    public void Document_becomes_a_draft_with_the_same_figures()
    {
        var posted = Posted();
        var draft = Expect.Success(Expect.Success(posted.ToDocument(InvoiceProfile.En16931)).ToDraft(Keys));
        Assert.Equal(posted.Totals, draft.Totals());
        Assert.Equal(posted.Lines.Select(l => (l.Description, l.Quantity, l.Price, l.Net)), draft.Lines.Select(l => (l.Description, l.Quantity, l.Price, l.Net)));
        Assert.Equal((Keys.Id, posted.DocumentDate), (draft.Id, draft.DocumentDate));
    }

    [Fact]
    public void A_tax_point_by_rule_and_notes_with_subjects_are_said_and_read()
    {
        var draft = Draft() with { TaxPointCode = "432", Notes = [new() { SubjectCode = "REG", Text = "Court of Leeds" }], Note = "Thank you" };
        draft = draft.With(Line("A", 12, "2.55 GBP"));
        var document = Expect.Success(draft.Posted().Invoice.ToDocument(InvoiceProfile.En16931));
        Assert.Equal(("432", (LocalDate?)null), (document.TaxPointCode, document.TaxPointDate));
        Assert.Equal([null, "REG"], document.Notes.Select(n => n.SubjectCode));
        var read = Expect.Success((document with { TaxPointCode = "3" }).ToDraft(Keys));
        Assert.Equal(("3", "Thank you", draft.Notes), (read.TaxPointCode, read.Note, read.Notes));
        Expect.Found(InvoiceErrors.TaxPointCodeMismatch, (draft with { TaxPointCode = "3", TaxPoint = draft.DocumentDate.PlusDays(1) }).Check());
        Expect.Found(InvoiceErrors.TaxPointCodeMismatch, (draft with { TaxPointCode = "35", DeliveryDate = null }).Check());
        Expect.Found(InvoiceErrors.TaxPointCodeMismatch, (draft with { TaxPointCode = "7" }).Check());
        Expect.Found(InvoiceErrors.NoteInvalid, (draft with { Notes = [new() { SubjectCode = "XXZ", Text = "?" }] }).Check());
        Expect.Found(InvoiceErrors.NoteInvalid, (draft with { Notes = [new() { Text = " " }] }).Check());
    }

    [Fact]
    public void Documents_that_break_rules_or_say_more_are_refused()
    {
        Expect.Refused(InvoiceDocumentErrors.RuleBroken, new InvoiceDocument().ToDraft(Keys));
        Expect.Refused(InvoiceDocumentErrors.NotRepresentable, ADocument.Credit().ToDraft(Keys));
        Expect.Refused(InvoiceDocumentErrors.NotRepresentable, (ADocument.Valid() with { TypeCode = "325" }).ToDraft(Keys));
        Expect.Refused(InvoiceDocumentErrors.NotRepresentable, (ADocument.Valid() with { TaxPointDate = null, TaxPointCode = "432" }).ToDraft(Keys));
        var taken = ADocument.Valid().ToDraft(Keys);
        Assert.True(taken.IsSuccess, string.Join("\n", taken.Errors));
        Expect.Refused(InvoiceDocumentErrors.NotRepresentable, (ADocument.Valid() with { IssueDate = null, Unreadable = ["issueDate"] }).ToDraft(Keys));
    }

    [Fact]
    public void Documents_with_other_figures_than_their_lines_are_refused()
    {
        var document = Expect.Success(Posted().ToDocument(InvoiceProfile.En16931));
        var moved = document.Subtotal(s => s with { TaxAmount = s.TaxAmount.Plus(0.05m) })
            .Total(t => t with { Tax = t.Tax.Plus(0.05m), Gross = t.Gross.Plus(0.05m), Payable = t.Payable.Plus(0.05m) });
        Expect.Refused(InvoiceDocumentErrors.FiguresDiffer, moved.ToDraft(Keys));
    }

    [Fact]
    public void Figures_need_whole_lines_and_parts()
    {
        var valid = ADocument.Valid();
        var broken = valid.Line(l => l with { Net = null, Price = null, TaxRate = null }).Part(0, p => p with { Amount = null, Percent = null });
        var result = broken.Computed();
        Expect.Refused(InvoiceDocumentErrors.LineIncomplete, result);
        Expect.Refused(InvoiceDocumentErrors.AllowanceChargeIncomplete, result);
        Expect.Refused(InvoiceDocumentErrors.TaxMissing, result);
        Expect.Refused(InvoiceDocumentErrors.OutOfRange, valid.Line(l => l with { Quantity = decimal.MaxValue }).Computed());
    }

    [Fact]
    public void Everything_survives_json()
    {
        var document = ADocument.Valid();
        Assert.Equal(document, System.Text.Json.JsonSerializer.Deserialize<InvoiceDocument>(System.Text.Json.JsonSerializer.Serialize(document, Stored), Stored));
        Assert.Equal(Full, System.Text.Json.JsonSerializer.Deserialize<DocumentParticulars>(System.Text.Json.JsonSerializer.Serialize(Full, Stored), Stored));
    }

    private static Invoice Posted() =>
        Draft().With(Line("A", 12, "2.55 GBP"), Line("B", 3, "0.99 GBP", Five), Line("C", 1, "7.00 GBP", Zero)).Posted().Invoice;
}
