using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class EpcPaymentCodeTests
{
    private static readonly EpcPaymentCode French = new() { Name = "François D'Alsace S.A.", Iban = Expect.Success(Iban.Parse("FR1420041010050500013M02606")) };

    // EPC069-12 version 3.1, 2.3, the example of version 1: 96 bytes.
    [Fact]
    public void The_first_example_of_the_guidelines()
    {
        var code = new EpcPaymentCode
        {
            IsVersion1 = true, Bic = new("BHBLDEHHXXX"), Name = "Franz Mustermänn", Iban = Expect.Success(Iban.Parse("DE71110220330123456789")),
            Amount = Money.Parse("12.30 EUR"), Purpose = "GDDS", Reference = "RF18539007547034",
        };
        Assert.Equal("BCD\n001\n1\nSCT\nBHBLDEHHXXX\nFranz Mustermänn\nDE71110220330123456789\nEUR12.3\nGDDS\nRF18539007547034", Expect.Success(code.Write()));
        Assert.Equal(96, Expect.Success(code.Encode()).Count);
    }

    // EPC069-12 version 3.1, 2.3, the example of version 2: 103 bytes of ISO 8859-1.
    [Fact]
    public void The_second_example_of_the_guidelines()
    {
        var code = French with { CharacterSet = EpcCharacterSet.Latin1, Amount = Money.Parse("12.30 EUR"), Text = "Client:Marie Louise La Lune" };
        Assert.Equal("BCD\n002\n2\nSCT\n\nFrançois D'Alsace S.A.\nFR1420041010050500013M02606\nEUR12.3\n\n\nClient:Marie Louise La Lune", Expect.Success(code.Write()));
        Assert.Equal(103, Expect.Success(code.Encode()).Count);
    }

    [Fact]
    public void What_is_empty_at_the_end_is_not_written() =>
        Assert.Equal("BCD\n002\n1\nSCT\n\nFrançois D'Alsace S.A.\nFR1420041010050500013M02606", Expect.Success(French.Write()));

    [Fact]
    public void An_invoice_in_euro_gets_its_code()
    {
        var account = new CreditorAccount { LegalEntity = new("UK"), Iban = French.Iban, Bic = new("PSSTFRPPPAR") };
        var invoice = Draft(Currency.Eur).With(Line("Lamp", 3, "10 EUR")).Posted().Invoice;
        Assert.Equal(
            "BCD\n002\n1\nSCT\nPSSTFRPPPAR\nGifts & Co <Ltd>\nFR1420041010050500013M02606\nEUR36\n\nRF18539007547034", Expect.Success(EpcPaymentCode.For(invoice, account).Write()));
        var pounds = Draft().With(Line("Lamp", 3, "10 GBP")).Posted().Invoice;
        Expect.Refused(PaymentCodeErrors.CurrencyNotAllowed, EpcPaymentCode.For(pounds, account).Write());
    }

    [Fact]
    public void All_findings_come_at_once()
    {
        var findings = (French with
        {
            IsVersion1 = true, Name = " ", Iban = default, Amount = Money.Parse("0.00 EUR"), Purpose = "TOOLONG", Reference = "RF00539007547034", Text = new('x', 141),
            Information = "a\nb",
        }).Check();
        Expect.Found(PaymentCodeErrors.FieldMissing, findings);
        Expect.Found(PaymentCodeErrors.BicMissing, findings);
        Expect.Found(PaymentCodeErrors.AmountOutOfRange, findings);
        Expect.Found(PaymentCodeErrors.FieldInvalid, findings);
        Expect.Found(PaymentCodeErrors.FieldTooLong, findings);
        Expect.Found(PaymentCodeErrors.ReferenceAndText, findings);
        Expect.Found(PaymentCodeErrors.CharacterNotAllowed, findings);
        Assert.Equal(9, findings.Count);
    }

    [Theory]
    [InlineData("0.01 EUR", true)]
    [InlineData("999999999.99 EUR", true)]
    [InlineData("1000000000.00 EUR", false)]
    [InlineData("-0.01 EUR", false)]
    public void The_amount_has_bounds(string amount, bool isRight) => Assert.Equal(isRight, (French with { Amount = Money.Parse(amount) }).Check().IsEmpty);

    [Fact]
    public void Bytes_are_counted_not_characters()
    {
        var greek = French with { Name = new('Ω', 70), Text = new('Ω', 107) };
        Expect.Found(PaymentCodeErrors.TooLong, greek.Check());
        Assert.Empty((greek with { Name = new('Ω', 50), Text = new('Ω', 80) }).Check());
        Assert.Empty((French with { CharacterSet = EpcCharacterSet.Latin1, Name = new('é', 70), Text = new('é', 140) }).Check());
        Expect.Found(PaymentCodeErrors.CharacterNotAllowed, (French with { CharacterSet = EpcCharacterSet.Latin1, Text = "€" }).Check());
    }

    [Fact]
    public void An_account_outside_the_economic_area_needs_its_bic()
    {
        var swiss = French with { Iban = Expect.Success(Iban.Parse("CH5800791123000889012")) };
        Expect.Found(PaymentCodeErrors.BicMissing, swiss.Check());
        Assert.Empty((swiss with { Bic = new("KBAGCH22XXX") }).Check());
    }
}
