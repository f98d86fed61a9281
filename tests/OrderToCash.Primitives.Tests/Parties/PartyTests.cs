namespace OrderToCash.Primitives.Tests;

public class PartyTests
{
    private static readonly Party Good = new()
    {
        Name = "Hutchinson & Sons Ltd",
        Address = new() { Lines = ["1 High Street"], City = "Leeds", PostCode = "LS1 1AA", Country = new("GB") },
        TaxRegistrations = [new() { Country = new("GB"), Id = "GB 123 4567 89" }, new() { Country = new("DE"), Id = "DE136695976" }],
    };

    [Fact]
    public void A_good_party_has_no_findings()
    {
        Assert.Empty(Good.Check());
        Assert.Equal("DE136695976", Good.RegistrationIn(new("DE"))?.Id);
        Assert.Null(Good.RegistrationIn(new("FR")));
    }

    [Fact]
    public void All_findings_come_at_once_and_say_where()
    {
        var bad = Good with
        {
            Name = " ",
            Address = Good.Address with { Country = new("UK") },
            TaxRegistrations = [new() { Country = new("DE"), Id = "136695976" }, new() { Country = new("DE"), Id = "DE136695976" }],
        };
        var findings = bad.Check();
        Assert.Equal(4, findings.Count);
        Assert.Equal("name", Expect.Found(PartyErrors.NameMissing, findings).Target);
        Assert.Equal("address.country", Expect.Found(PartyErrors.UnknownCountry, findings).Target);
        Assert.Equal("taxRegistrations[0].id", Expect.Found(PartyErrors.MalformedTaxId, findings).Target);
        Assert.Equal("taxRegistrations[1]", Expect.Found(PartyErrors.DuplicateTaxRegistration, findings).Target);
    }

    [Theory]
    [InlineData("AT", "ATU12345678")]
    [InlineData("BE", "BE0428759497")]
    [InlineData("CH", "CHE-116.281.710 MWST")]
    [InlineData("CY", "CY10259033P")]
    [InlineData("ES", "ESB58378431")]
    [InlineData("ES", "ES54362315K")]
    [InlineData("FR", "FR40303265045")]
    [InlineData("GB", "GBGD001")]
    [InlineData("GB", "XI123456789")]
    [InlineData("GR", "EL094259216")]
    [InlineData("IE", "IE8D79739I")]
    [InlineData("IE", "IE3628739UA")]
    [InlineData("NL", "NL004495445B01")]
    [InlineData("NO", "NO 995 525 828 MVA")]
    [InlineData("RO", "RO18547290")]
    [InlineData("US", "12-3456789")]
    public void A_tax_id_of_the_right_shape_is_taken(string country, string id) =>
        Assert.Empty(new TaxRegistration { Country = new(country), Id = id }.Check());

    [Theory]
    [InlineData("AT", "AT12345678")]
    [InlineData("DE", "DE12345678")]
    [InlineData("GR", "GR094259216")]
    [InlineData("ES", "ES123456789")]
    [InlineData("NL", "NL004495445A01")]
    [InlineData("DE", "DE13669597６")]
    [InlineData("DE", "de136695976")]
    [InlineData("US", " ")]
    public void Another_shape_is_found(string country, string id)
    {
        var error = Expect.Found(PartyErrors.MalformedTaxId, new TaxRegistration { Country = new(country), Id = id }.Check());
        Assert.Equal(country, error.Fact("country"));
    }

    [Fact]
    public void A_tax_registration_is_in_a_known_country() =>
        Expect.Found(PartyErrors.UnknownCountry, new TaxRegistration { Country = default, Id = "1" }.Check());

    [Theory]
    [InlineData(Channel.Email, "accounts@example.org")]
    [InlineData(Channel.Phone, "+44 113 496 0000")]
    [InlineData(Channel.Sms, "+4915112345678")]
    [InlineData(Channel.Letter, "")]
    [InlineData(Channel.Portal, "")]
    [InlineData(Channel.Electronic, "0088:4035811991021")]
    public void A_good_contact_has_no_findings(Channel channel, string endpoint) => Assert.Empty(Contact(channel, endpoint).Check());

    [Theory]
    [InlineData("accounts")]
    [InlineData("@example.org")]
    [InlineData("a@b@example.org")]
    [InlineData("a@example")]
    [InlineData("a@example..org")]
    [InlineData("a@example.org.")]
    [InlineData("a b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    public void A_malformed_mail_address_is_found(string endpoint) =>
        Expect.Found(PartyErrors.MalformedMail, Contact(Channel.Email, endpoint).Check());

    [Theory]
    [InlineData("0113 496 0000")]
    [InlineData("+123")]
    [InlineData("+44 113 x")]
    public void A_malformed_phone_number_is_found_and_masked(string endpoint)
    {
        var error = Expect.Found(PartyErrors.MalformedPhone, Contact(Channel.Phone, endpoint).Check());
        Assert.Contains('*', error.Fact("endpoint")!);
    }

    [Fact]
    public void A_mail_contact_needs_an_address() =>
        Expect.Found(PartyErrors.EndpointMissing, Contact(Channel.Email, " ").Check());

    [Fact]
    public void Personal_data_does_not_come_out_of_to_string()
    {
        Assert.Equal("Dunning by Email to j***@example.org", Contact(Channel.Email, "jane@example.org").ToString());
        Assert.Equal("Dunning by Phone to **************00", Contact(Channel.Phone, "+44 113 496 0000").ToString());
        Assert.Equal("Dunning by Letter", Contact(Channel.Letter, "").ToString());
        var entry = new BankEntry
        {
            Account = "DE89370400440532013000", Identity = "1", BookedOn = new(2010, 12, 1), Amount = Money.Of(12.5m, Currency.Eur),
            CounterpartyAccount = "12345", CounterpartyName = "Jane Doe", RemittanceText = "Jane's invoice",
        };
        Assert.Equal("2010-12-01 12.50 EUR on DE89**************3000 from 1****", entry.ToString());
    }

    private static ContactPoint Contact(Channel channel, string endpoint) =>
        new() { Purpose = ContactPurpose.Dunning, Channel = channel, Endpoint = endpoint, Name = "Jane Doe" };
}
