using static OrderToCash.Customers.Tests.ACustomer;

namespace OrderToCash.Customers.Tests;

public class CustomerAccountTests
{
    [Fact]
    public void A_change_for_the_first_of_july_leaves_june_as_it_was()
    {
        var moved = Profile with { Party = Profile.Party with { Name = "Müller Holding SE" } };
        var decision = Expect.Success(Open().Change(new(2026, 7, 1), moved, "Renamed", Anna, At));

        Assert.Equal("Müller & Söhne GmbH", decision.State.ProfileOn(new(2026, 6, 30))!.Party.Name);
        Assert.Equal("Müller Holding SE", decision.State.ProfileOn(new(2026, 7, 1))!.Party.Name);
        Assert.Null(decision.State.ProfileOn(new(2025, 12, 31)));
    }

    [Fact]
    public void A_change_before_a_planned_one_holds_until_the_planned_one()
    {
        var english = Profile with { Language = "en" };
        var french = Profile with { Language = "fr" };
        var account = Expect.Success(Open().Change(new(2026, 7, 1), english, "Planned", Anna, At)).State;
        account = Expect.Success(account.Change(new(2026, 3, 1), french, "Earlier", Anna, At)).State;

        Assert.Equal(["de-DE", "fr", "en"], account.Versions.Select(v => v.Profile.Language));
        Assert.Equal("fr", account.ProfileOn(new(2026, 6, 30))!.Language);
    }

    [Fact]
    public void A_change_for_the_day_of_another_supersedes_it()
    {
        var account = Expect.Success(Open().Change(new(2026, 7, 1), Profile with { Language = "fr" }, "Planned", Anna, At)).State;
        account = Expect.Success(account.Change(new(2026, 7, 1), Profile with { Language = "en" }, "Typing error", Bert, At)).State;
        Assert.Equal(["de-DE", "en"], account.Versions.Select(v => v.Profile.Language));
    }

    [Fact]
    public void Stating_what_holds_already_changes_nothing()
    {
        var decision = Expect.Success(Open().Change(new(2026, 7, 1), Profile, "Once more", Anna, At));
        Assert.Empty(decision.Events);
        Assert.Equal(Open(), decision.State);
    }

    [Fact]
    public void A_change_before_the_account_existed_is_refused() =>
        Expect.Refused(CustomerErrors.BeforeFirstVersion, Open().Change(Start.PlusDays(-1), Profile with { Language = "en" }, "x", Anna, At));

    [Fact]
    public void Opening_finds_everything_at_once()
    {
        var bad = Profile with
        {
            Party = new()
            {
                Name = " ",
                Address = new() { Country = new("QQ") },
                TaxRegistrations = [new() { Country = new("DE"), Id = "" }, new() { Country = new("DE"), Id = "DE1" }],
            },
            Currency = default,
            Language = "german language",
            InvoiceChannel = Channel.Sms,
            Contacts = [new() { Purpose = ContactPurpose.Ordering, Channel = Channel.Email, Endpoint = "nobody" }],
            Parent = default(CustomerId),
        };
        var result = CustomerAccount.Open(default, Start, bad, "", Anna, At);

        Expect.Refused(CustomerErrors.IdMissing, result);
        Expect.Refused(PartyErrors.NameMissing, result);
        Assert.Equal("profile.party.address.country", Expect.Refused(PartyErrors.UnknownCountry, result).Target);
        Expect.Refused(CustomerErrors.AddressIncomplete, result);
        Expect.Refused(PartyErrors.MalformedTaxId, result);
        Assert.Equal("profile.party.taxRegistrations[1]", Expect.Refused(PartyErrors.DuplicateTaxRegistration, result).Target);
        Expect.Refused(CustomerErrors.CurrencyWithoutGrid, result);
        Expect.Refused(CustomerErrors.LanguageMalformed, result);
        Assert.Equal("profile.contacts[0].endpoint", Expect.Refused(PartyErrors.MalformedMail, result).Target);
        Expect.Refused(CustomerErrors.ChannelUnsuited, result);
        Expect.Refused(CustomerErrors.ChannelWithoutContact, result);
        Expect.Refused(CustomerErrors.OwnParent, result);
        Expect.Refused(CustomerErrors.ReasonMissing, result);
    }

    [Theory]
    [InlineData(Channel.Email, "a@b.example", true)]
    [InlineData(Channel.Email, "a@b@c", false)]
    [InlineData(Channel.Email, "a@b.example, c@d.example", false)]
    [InlineData(Channel.Phone, "+44 (20) 7946-0018", true)]
    [InlineData(Channel.Phone, "020 7946 0018", false)]
    [InlineData(Channel.Phone, "+1234567890123456", false)]
    [InlineData(Channel.Sms, "+49 x", false)]
    [InlineData(Channel.Electronic, "", false)]
    [InlineData(Channel.Electronic, "9930:DE136695976", true)]
    [InlineData(Channel.Portal, "", true)]
    [InlineData(Channel.Letter, "", true)]
    public void An_endpoint_must_fit_its_channel(Channel channel, string endpoint, bool reachable)
    {
        var contact = new ContactPoint { Purpose = ContactPurpose.Ordering, Channel = channel, Endpoint = endpoint };
        Assert.Equal(reachable, (Profile with { Contacts = Profile.Contacts.Add(contact) }).Check().IsEmpty);
    }

    [Theory]
    [InlineData("en", true), InlineData("de-CH", true), InlineData("zh-Hant-TW", true)]
    [InlineData("", false), InlineData("d", false), InlineData("de_CH", false), InlineData("de-", false), InlineData("12", false)]
    public void A_language_is_a_tag(string language, bool tag) => Assert.Equal(tag, (Profile with { Language = language }).Check().IsEmpty);

    [Fact]
    public void The_contact_of_the_purpose_comes_before_the_general_one()
    {
        var dunning = new ContactPoint { Purpose = ContactPurpose.Dunning, Channel = Channel.Email, Endpoint = "mahnung@mueller.example" };
        var profile = Profile with { Contacts = Profile.Contacts.Add(dunning) };
        Assert.Equal("mahnung@mueller.example", profile.ContactFor(ContactPurpose.Dunning, Channel.Email)!.Endpoint);
        Assert.Equal("buchhaltung@mueller.example", profile.ContactFor(ContactPurpose.Invoicing, Channel.Email)!.Endpoint);
        Assert.Null(profile.ContactFor(ContactPurpose.Dunning, Channel.Phone));
    }

    [Fact]
    public void Who_pays_is_the_customer_itself_until_somebody_else_does()
    {
        var paidByParent = Profile with { Payer = new CustomerId("C-1"), Parent = new CustomerId("C-1") };
        var account = Expect.Success(Open().Change(new(2026, 7, 1), paidByParent, "Group pays", Anna, At)).State;
        Assert.Equal(Id, account.PayerOn(new(2026, 6, 30)));
        Assert.Equal(new("C-1"), account.PayerOn(new(2026, 7, 1)));
        Assert.Equal(Id, account.BillToOn(new(2026, 7, 1)));
    }

    [Fact]
    public void Terms_are_checked_with_the_profile()
    {
        var finding = Assert.Single((Profile with { Terms = new() { Id = new("NONE"), Instalments = [] } }).Check());
        Assert.StartsWith("terms", finding.Target);
    }

    [Fact]
    public void Insolvency_counts_from_its_day()
    {
        var profile = Profile with { InsolventSince = new LocalDate(2026, 5, 4) };
        Assert.False(profile.IsInsolventOn(new(2026, 5, 3)));
        Assert.True(profile.IsInsolventOn(new(2026, 5, 4)));
    }

    [Fact]
    public void A_block_holds_until_it_is_lifted()
    {
        var blocked = Expect.Success(Open().Block(CustomerBlockKind.Orders, "Court notice", Anna, At)).State;
        Assert.Equal("Court notice", blocked.BlockOf(CustomerBlockKind.Orders)!.Reason);
        Assert.Empty(Expect.Success(blocked.Block(CustomerBlockKind.Orders, "Court notice", Bert, At)).Events);
        Expect.Refused(CustomerErrors.AlreadyBlocked, blocked.Block(CustomerBlockKind.Orders, "Unpaid", Bert, At));
        Expect.Refused(CustomerErrors.NotBlocked, blocked.Unblock(CustomerBlockKind.Shipments, "x", Bert, At));
        Expect.Refused(CustomerErrors.ReasonMissing, blocked.Unblock(CustomerBlockKind.Orders, "", Bert, At));

        var free = Expect.Success(blocked.Unblock(CustomerBlockKind.Orders, "Settled", Bert, At)).State;
        Assert.Null(free.BlockOf(CustomerBlockKind.Orders));
    }

    [Fact]
    public void An_event_of_another_customer_is_a_bug() => Assert.Throws<ArgumentException>(() => Open().Apply(
        new CustomerBlocked { Customer = new("C-2"), Kind = CustomerBlockKind.Orders, Reason = "x", By = Anna, At = At }));

    [Fact]
    public void A_stored_account_that_contradicts_itself_is_found()
    {
        var account = Open().WithBankAccount(Berlin);
        var block = new CustomerBlock { Kind = CustomerBlockKind.Orders, Reason = "x", By = Anna, At = At };
        var broken = account with
        {
            Versions = [account.Versions[0], account.Versions[0]],
            Blocks = [block, block],
            BankAccounts = [account.BankAccounts[0] with { DecidedBy = Anna }],
        };
        Expect.Found(CustomerErrors.VersionsOutOfOrder, broken.Check());
        Expect.Found(CustomerErrors.BlockTwice, broken.Check());
        Expect.Found(CustomerErrors.BankAccountsInconsistent, broken.Check());
        Expect.Found(CustomerErrors.VersionsOutOfOrder, (account with { Versions = [] }).Check());
        Assert.Empty(account.Check());
    }

    [Fact]
    public void A_payment_means_is_a_code_of_UNCL_4461()
    {
        Assert.Equal("58", PaymentMeansCode.SepaCreditTransfer.Value);
        Assert.Throws<ArgumentException>(() => new PaymentMeansCode("transfer"));
        Assert.True(default(PaymentMeansCode).IsNone);
    }
}
