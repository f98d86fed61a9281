namespace OrderToCash.Invoicing.Tests;

/// <summary>Builds documents that keep every rule: from Germany to Germany, two rates, unless said otherwise.</summary>
public static class ADocument
{
    public static DocumentAmount Eur(decimal value) => new() { Value = value, Currency = "EUR" };

    /// <summary>Valid under EN 16931, Peppol BIS Billing 3 and XRechnung 3; the specification says which.</summary>
    public static InvoiceDocument Valid(InvoiceProfile? profile = null) => Computed(new()
    {
        SpecificationId = (profile ?? InvoiceProfile.En16931).SpecificationId,
        ProfileId = InvoiceProfile.PeppolBilling3.ProcessId,
        Number = "R-2026-1",
        IssueDate = new(2026, 3, 1),
        TypeCode = "380",
        Currency = "EUR",
        DueDate = new(2026, 3, 31),
        BuyerReference = "04011000-12345-34",
        PurchaseOrderReference = "PO-1",
        InvoicedObject = new() { Value = "METER-1", Scheme = "ABT" },
        PaymentTerms = "#SKONTO#TAGE=14#PROZENT=2.00#\n",
        Notes = [new() { SubjectCode = "AAI", Text = "Thank you." }],
        PrecedingInvoices = [new() { Number = "R-2026-0", IssueDate = new(2026, 2, 1) }],
        Seller = new()
        {
            Name = "Seller GmbH", TradingName = "Seller", Ids = [new() { Value = "4000000000006", Scheme = "0088" }],
            LegalId = new() { Value = "HRB 123" }, VatId = "DE123456789",
            Endpoint = new() { Value = "DE123456789", Scheme = "9930" }, Address = Address("DE"),
            Contact = new() { Name = "Ann", Phone = "+49 30 123456", Email = "ann@seller.example" },
        },
        Buyer = new()
        {
            Name = "Buyer AG", TradingName = "Buyer", LegalId = new() { Value = "HRB 456" }, VatId = "DE987654321",
            Endpoint = new() { Value = "DE987654321", Scheme = "9930" }, Address = Address("DE"),
        },
        Delivery = new() { Date = new(2026, 2, 28), LocationId = new() { Value = "4000000000006", Scheme = "0088" }, Address = Address("DE") },
        Period = new() { Start = new(2026, 2, 1), End = new(2026, 2, 28) },
        PaymentInstructions = [Transfer()],
        AllowancesCharges =
        [
            new()
            {
                IsCharge = false, Amount = Eur(10.00m), BaseAmount = Eur(100.00m), Percent = 10, TaxCategory = "S", TaxRate = 19,
                Reason = "Discount", ReasonCode = "95",
            },
            new()
            {
                IsCharge = true, Amount = Eur(5.00m), BaseAmount = Eur(50.00m), Percent = 10, TaxCategory = "S", TaxRate = 19,
                Reason = "Freight", ReasonCode = "FC",
            },
        ],
        Attachments = [new() { Reference = "A-1", Description = "Time sheet", Location = "https://seller.example/a-1", MimeCode = "application/pdf", FileName = "a.pdf" }],
        Lines = [Line("1", 10, 12.34m, 19), Line("2", 3, 9.99m, 7)],
    });

    /// <summary>A document whose only category is this one, with allowance and charge.</summary>
    public static InvoiceDocument In(string category, decimal? rate)
    {
        var valid = Valid();
        return Computed(valid with
        {
            Seller = valid.Seller! with { VatId = category == "O" ? null : valid.Seller.VatId },
            Buyer = valid.Buyer! with { VatId = category == "O" ? null : valid.Buyer.VatId },
            AllowancesCharges = [.. valid.AllowancesCharges.Select(p => p with { TaxCategory = category, TaxRate = rate })],
            Lines = [.. valid.Lines.Select(l => l with { TaxCategory = category, TaxRate = rate })],
            TaxBreakdown = [new() { Category = category, Rate = rate, ExemptionReason = category is "S" or "Z" or "L" or "M" ? null : "Not taxed" }],
        });
    }

    /// <summary>A credit note that cites the invoice.</summary>
    public static InvoiceDocument Credit(InvoiceProfile? profile = null) =>
        Valid(profile) with { IsCreditNote = true, TypeCode = "381", DueDate = null };

    /// <summary>Seller and buyer in a country, with what its rules ask.</summary>
    public static InvoiceDocument Within(string country, string vatId, DocumentId legalId, string meansCode = "30")
    {
        var valid = Valid(InvoiceProfile.PeppolBilling3);
        return valid with
        {
            Seller = valid.Seller! with { VatId = vatId, LegalId = legalId, Address = Address(country) },
            Buyer = valid.Buyer! with { LegalId = legalId, Address = Address(country) },
            PaymentInstructions = [Transfer() with { MeansCode = meansCode }],
        };
    }

    public static DocumentAddress Address(string country) => new() { Line1 = "Street 1", City = "Town", PostCode = "12345", Country = country };

    public static PaymentInstruction Transfer() => new()
    {
        MeansCode = "58", RemittanceInformation = "RF18539007547034",
        Transfers = [new() { AccountId = "DE89370400440532013000", AccountName = "Seller GmbH", ServiceProviderId = "COBADEFFXXX" }],
    };

    public static PaymentInstruction Debit() => new()
    {
        MeansCode = "59",
        DirectDebit = new() { MandateReference = "M-1", CreditorId = "DE98ZZZ09999999999", DebitedAccountId = "DE89370400440532013000" },
    };

    public static PaymentInstruction Card() => new() { MeansCode = "48", Card = new() { AccountNumber = "1234", HolderName = "Ann" } };

    public static InvoiceDocument Computed(InvoiceDocument document) => Expect.Success(document.Computed());

    // The line nets stay to be computed.
    private static DocumentLine Line(string id, decimal quantity, decimal price, decimal rate) => new()
    {
        Id = id, Quantity = quantity, Unit = "C62", TaxCategory = "S", TaxRate = rate,
        ObjectId = new() { Value = "O-" + id, Scheme = "ABT" },
        Period = new() { Start = new(2026, 2, 1), End = new(2026, 2, 28) },
        Price = new()
        {
            Net = Eur(price), Gross = Eur(price + 1), Discount = Eur(1), BaseQuantity = 1, BaseQuantityUnit = "C62",
        },
        AllowancesCharges =
        [
            new() { IsCharge = false, Amount = Eur(1.00m), BaseAmount = Eur(10.00m), Percent = 10, Reason = "Discount", ReasonCode = "95" },
            new() { IsCharge = true, Amount = Eur(0.50m), BaseAmount = Eur(5.00m), Percent = 10, Reason = "Packing", ReasonCode = "ABL" },
        ],
        Item = new()
        {
            Name = "Thing " + id, StandardId = new() { Value = "4000000000006", Scheme = "0160" },
            Classifications = [new() { Code = "1", Scheme = "ZZZ" }], OriginCountry = "DE",
            Attributes = [new() { Name = "Colour", Value = "red" }],
        },
    };
}

/// <summary>Changes one part of a document.</summary>
public static class DocumentChanges
{
    public static InvoiceDocument Line(this InvoiceDocument d, Func<DocumentLine, DocumentLine> change) =>
        d with { Lines = d.Lines.SetItem(0, change(d.Lines[0])) };

    public static InvoiceDocument Item(this InvoiceDocument d, Func<DocumentItem, DocumentItem> change) =>
        d.Line(l => l with { Item = change(l.Item!) });

    public static InvoiceDocument Price(this InvoiceDocument d, Func<DocumentPrice, DocumentPrice> change) =>
        d.Line(l => l with { Price = change(l.Price!) });

    /// <summary>Part 0 is the allowance, part 1 the charge.</summary>
    public static InvoiceDocument Part(this InvoiceDocument d, int i, Func<DocumentAllowanceCharge, DocumentAllowanceCharge> change) =>
        d with { AllowancesCharges = d.AllowancesCharges.SetItem(i, change(d.AllowancesCharges[i])) };

    public static InvoiceDocument LinePart(this InvoiceDocument d, int i, Func<DocumentAllowanceCharge, DocumentAllowanceCharge> change) =>
        d.Line(l => l with { AllowancesCharges = l.AllowancesCharges.SetItem(i, change(l.AllowancesCharges[i])) });

    public static InvoiceDocument Subtotal(this InvoiceDocument d, Func<DocumentTaxSubtotal, DocumentTaxSubtotal> change) =>
        d with { TaxBreakdown = d.TaxBreakdown.SetItem(0, change(d.TaxBreakdown[0])) };

    public static InvoiceDocument Total(this InvoiceDocument d, Func<DocumentTotals, DocumentTotals> change) => d with { Totals = change(d.Totals!) };

    public static InvoiceDocument Seller(this InvoiceDocument d, Func<DocumentParty, DocumentParty> change) => d with { Seller = change(d.Seller!) };

    public static InvoiceDocument Buyer(this InvoiceDocument d, Func<DocumentParty, DocumentParty> change) => d with { Buyer = change(d.Buyer!) };

    public static InvoiceDocument Pay(this InvoiceDocument d, PaymentInstruction instruction) => d with { PaymentInstructions = [instruction] };

    public static InvoiceDocument Attach(this InvoiceDocument d, Func<SupportingDocument, SupportingDocument> change) =>
        d with { Attachments = [change(d.Attachments[0])] };

    /// <summary>The same amount, written with three decimals.</summary>
    public static DocumentAmount? Wide(this DocumentAmount? amount) => amount is { } a ? a with { Value = a.Value + 0.000m } : null;

    public static DocumentAmount? Plus(this DocumentAmount? amount, decimal more) => amount is { } a ? a with { Value = a.Value + more } : null;
}
