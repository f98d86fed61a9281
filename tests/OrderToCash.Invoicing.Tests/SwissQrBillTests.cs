using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

/// <summary>Golden texts: SIX, sample data of the QR-bill (data schemas 1, 5 and 17, English), as published with the Implementation Guidelines.</summary>
public class SwissQrBillTests
{
    private static readonly SwissAddress Insurer = new() { Name = "Health insurance fit&kicking", Street = "Am Wasser", BuildingNumber = "1", PostCode = "3000", Town = "Bern", Country = new("CH") };
    private static readonly SwissAddress Sarah = new() { Name = "Sarah Beispiel", Street = "Mustergasse", BuildingNumber = "1", PostCode = "3600", Town = "Thun", Country = new("CH") };
    private static readonly Currency Chf = Currency.Of("CHF");

    private static SwissQrBill Bill(string iban, string amount, string reference) => new()
    {
        Iban = Expect.Success(Iban.Parse(iban)), Creditor = Insurer, Currency = Chf, Amount = Money.Parse(amount), Debtor = Sarah, Reference = reference,
        Message = "Premium calculation July 2020",
    };

    private static readonly SwissQrBill First = Bill("CH6431961000004421557", "111.00 CHF", "00 00082 07791 22585 74212 86694");

    [Fact]
    public void Sample_1_with_a_qr_reference() => Assert.Equal(
        "SPC\n0200\n1\nCH6431961000004421557\nS\nHealth insurance fit&kicking\nAm Wasser\n1\n3000\nBern\nCH\n\n\n\n\n\n\n\n111.00\nCHF\n"
        + "S\nSarah Beispiel\nMustergasse\n1\n3600\nThun\nCH\nQRR\n000008207791225857421286694\nPremium calculation July 2020\nEPD",
        Expect.Success(First.Write()));

    [Fact]
    public void Sample_5_with_billing_information_and_an_alternative_scheme() => Assert.Equal(
        "SPC\n0200\n1\nCH2231989000007611146\nS\nHealth insurance fit&kicking\nAm Wasser\n1\n3000\nBern\nCH\n\n\n\n\n\n\n\n121.00\nCHF\n"
        + "S\nSarah Beispiel\nMustergasse\n1\n3600\nThun\nCH\nQRR\n000003701588132583136809972\nPremium calculation July 2020\nEPD\n"
        + "//S1/10/10201409/11/200630/20/140.000-53/30/102673831/31/200630/32/7.7/33/7.7:9.3/40/0:30\neBill/B/sarah.beispiel@einfach-zahlen.ch",
        Expect.Success((Bill("CH2231989000007611146", "121.00 CHF", "000003701588132583136809972") with
        {
            BillInformation = Expect.Success(new SwicoBillInformation
            {
                InvoiceNumber = "10201409", InvoiceDate = new(2020, 6, 30), CustomerReference = "140.000-53", Uid = "102673831", SuppliedFrom = new(2020, 6, 30),
                Rates = [new() { Rate = Percentage.Of(7.7m) }], ImportTaxes = [new() { Rate = Percentage.Of(7.7m), Amount = Money.Parse("9.30 CHF") }],
                Conditions = [new() { Discount = Percentage.Zero, Days = 30 }],
            }.Write()),
            AlternativeSchemes = ["eBill/B/sarah.beispiel@einfach-zahlen.ch"],
        }).Write()));

    [Fact]
    public void Sample_17_with_a_creditor_reference() => Assert.Equal(
        "SPC\n0200\n1\nCH5800791123000889012\nS\nHealth insurance fit&kicking\nAm Wasser\n1\n3000\nBern\nCH\n\n\n\n\n\n\n\n211.00\nCHF\n"
        + "S\nSarah Beispiel\nMustergasse\n1\n3600\nThun\nCH\nSCOR\nRF240191230100405JSH0438\nPremium calculation July 2020\nEPD",
        Expect.Success(Bill("CH5800791123000889012", "211.00 CHF", "RF24 0191 2301 0040 5JSH 0438").Write()));

    [Fact]
    public void Amount_debtor_and_reference_may_be_open()
    {
        var open = new SwissQrBill
        {
            Iban = Expect.Success(Iban.Parse("CH5204835012345671000")), Currency = Chf,
            Creditor = new() { Name = "Better World Foundation", Street = "PO Box", PostCode = "3001", Town = "Bern", Country = new("CH") },
        };
        Assert.Equal(
            "SPC\n0200\n1\nCH5204835012345671000\nS\nBetter World Foundation\nPO Box\n\n3001\nBern\nCH\n\n\n\n\n\n\n\n\nCHF\n\n\n\n\n\n\n\nNON\n\n\nEPD",
            Expect.Success(open.Write()));
        Assert.Equal(31, open.Write().Value.Split('\n').Length);
    }

    [Fact]
    public void An_invoice_becomes_a_bill_with_its_swico_information()
    {
        var seven = Twenty with { Rate = Percentage.Of(8.1m), Country = new("CH") };
        var draft = Draft(Chf) with
        {
            Seller = Party("Muster AG", "Zürich", "CH", "CHE-106.017.086 MWST") with { Address = new() { Lines = ["Bahnhofstrasse 1a"], City = "Zürich", PostCode = "8001", Country = new("CH") } },
            Buyer = Party("Käufer GmbH", "Bern", "CH", ""), PurchaseOrder = "PO/7", DeliveryDate = new(2011, 1, 30),
        };
        var posted = draft.With(Line("Lamp", 3, "100 CHF", seven)).Posted(null, PaymentTerms.Days(30).WithDiscount(Percentage.Of(2), 10)).Invoice;
        var bill = SwissQrBill.For(posted, new() { LegalEntity = new("CH"), Iban = Expect.Success(Iban.Parse("CH5800791123000889012")), Scheme = "RF" });
        Assert.Empty(bill.Check());
        Assert.Equal(("Bahnhofstrasse", "1a", "SCOR"), (bill.Creditor.Street, bill.Creditor.BuildingNumber, bill.ReferenceType));
        Assert.Equal(@"//S1/10/INV-2011-000001/11/110201/20/PO\/7/30/106017086/31/110130/32/8.1/40/2:10;0:30", bill.BillInformation);
    }

    // Swico, Syntax Definition S1, version 1.2: examples 1 to 3.
    [Fact]
    public void The_examples_of_the_swico_syntax()
    {
        Assert.Equal("//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/31/180508/32/7.7/40/2:10;0:30", Expect.Success(new SwicoBillInformation
        {
            InvoiceNumber = "10201409", InvoiceDate = new(2019, 5, 12), CustomerReference = "1400.000-53", Uid = "106017086", SuppliedFrom = new(2018, 5, 8),
            Rates = [new() { Rate = Percentage.Of(7.7m) }], Conditions = [new() { Discount = Percentage.Of(2), Days = 10 }, new() { Discount = Percentage.Zero, Days = 30 }],
        }.Write()));
        Assert.Equal("//S1/10/10104/11/180228/30/395856455/31/180226180227/32/3.7:400.19;7.7:553.39;0:14/40/0:30", Expect.Success(new SwicoBillInformation
        {
            InvoiceNumber = "10104", InvoiceDate = new(2018, 2, 28), Uid = "395856455", SuppliedFrom = new(2018, 2, 26), SuppliedUntil = new(2018, 2, 27),
            Rates = [Rate(3.7m, "400.19 CHF"), Rate(7.7m, "553.39 CHF"), Rate(0, "14.00 CHF")], Conditions = [new() { Discount = Percentage.Zero, Days = 30 }],
        }.Write()));
        Assert.Equal("//S1/10/4031202511/11/180107/20/61257233.4/30/105493567/32/8:49.82/33/2.5:14.85/40/0:30", Expect.Success(new SwicoBillInformation
        {
            InvoiceNumber = "4031202511", InvoiceDate = new(2018, 1, 7), CustomerReference = "61257233.4", Uid = "105493567",
            Rates = [Rate(8, "49.82 CHF")], ImportTaxes = [Rate(2.5m, "14.85 CHF")], Conditions = [new() { Discount = Percentage.Zero, Days = 30 }],
        }.Write()));
        Assert.Equal("", Expect.Success(new SwicoBillInformation().Write()));
        Assert.Equal(@"//S1/10/X.66711\/8824/20/MW-2020-04\\x", Expect.Success(new SwicoBillInformation { InvoiceNumber = "X.66711/8824", CustomerReference = @"MW-2020-04\x" }.Write()));

        static SwicoRate Rate(decimal rate, string amount) => new() { Rate = Percentage.Of(rate), Amount = Money.Parse(amount) };
    }

    [Fact]
    public void Swico_information_is_checked_as_a_whole()
    {
        var wrong = new SwicoBillInformation
        {
            InvoiceNumber = "№17", Uid = "CHE-106.017.086", SuppliedUntil = new(2018, 1, 1), Rates = [new() { Rate = Percentage.Of(-1) }, new() { Rate = Percentage.Of(5) }],
            ImportTaxes = [new() { Rate = Percentage.Of(-5) }], Conditions = [new() { Discount = Percentage.Of(-2), Days = -1 }],
        };
        Expect.Found(PaymentCodeErrors.FieldInvalid, wrong.Check());
        Expect.Found(PaymentCodeErrors.CharacterNotAllowed, wrong.Check());
        Assert.Equal(10, wrong.Check().Count);
        Assert.False(wrong.Write().IsSuccess);
    }

    [Fact]
    public void All_findings_of_a_bill_come_at_once()
    {
        var findings = (First with
        {
            Iban = Expect.Success(Iban.Parse("DE71110220330123456789")), Currency = Currency.Usd, Amount = Money.Parse("0.00 USD"), Reference = "000008207791225857421286694",
            Creditor = Insurer with { Name = "", Town = new('x', 36), Country = new("XX") }, Debtor = Sarah with { Name = "Лев" },
            Message = new('m', 100), BillInformation = "S1/10/" + new string('1', 60), AlternativeSchemes = ["a", "b", ""],
        }).Check();
        Expect.Found(PaymentCodeErrors.AccountNotAllowed, findings);
        Expect.Found(PaymentCodeErrors.CurrencyNotAllowed, findings);
        Expect.Found(PaymentCodeErrors.AmountOutOfRange, findings);
        Expect.Found(PaymentCodeErrors.ReferenceMismatch, findings);
        Expect.Found(PaymentCodeErrors.FieldMissing, findings);
        Expect.Found(PaymentCodeErrors.FieldTooLong, findings);
        Expect.Found(PaymentCodeErrors.CharacterNotAllowed, findings);
        Expect.Found(PaymentCodeErrors.FieldInvalid, findings);
        Assert.Equal(12, findings.Count);
    }

    [Fact]
    public void A_qr_iban_takes_a_qr_reference_and_nothing_else()
    {
        Expect.Found(PaymentCodeErrors.ReferenceMismatch, (First with { Reference = "" }).Check());
        Expect.Found(PaymentCodeErrors.ReferenceMismatch, (First with { Reference = "RF18539007547034" }).Check());
        Expect.Found(PaymentCodeErrors.ReferenceMismatch, (First with { Reference = "000008207791225857421286695" }).Check());
        Expect.Found(PaymentCodeErrors.ReferenceMismatch, (First with { Iban = Expect.Success(Iban.Parse("CH5800791123000889012")) }).Check());
    }

    [Fact]
    public void Letters_of_the_extended_set_are_allowed() =>
        Assert.Empty((First with { Debtor = Sarah with { Name = "Șerban Țoneł Čapek", Town = "Győr", Country = new("HU") }, Message = "100 €" }).Check());
}
