using System.Text;
using static OrderToCash.Banking.Tests.ACamt;

namespace OrderToCash.Banking.Tests;

/// <summary>The own number that money was sent to, where it is not the account of the statement.</summary>
public class VirtualAccountTests
{
    private const string Own = "GB33BUKB20201555555555";
    private const string Given = "GB94BARC10201530093459";

    private static string Parties(string creditor, string debtor = "DE89370400440532013000") => Details(
        $"<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><DbtrAcct><Id><IBAN>{debtor}</IBAN></Id></DbtrAcct><CdtrAcct><Id>{creditor}</Id></CdtrAcct></RltdPties>");

    private static string Iban(string number) => $"<IBAN>{number}</IBAN>";

    private static string Other(string number) => $"<Othr><Id>{number}</Id></Othr>";

    private static BankEntry One(string inside, string direction = "CRDT", string? account = null)
    {
        var camt = new ACamt { Entries = Entry("10.00", direction, inside), Closing = "" };
        return (account is null ? camt : camt with { Account = $"<Acct><Id>{account}</Id><Ccy>GBP</Ccy></Acct>" }).ReadEntry();
    }

    [Fact]
    public void The_creditors_account_that_is_not_the_accounts_is_a_virtual_one()
    {
        var entry = One(Parties(Iban("GB94 BARC 1020 1530 0934 59")));
        Assert.Equal((Own, Given, "DE89370400440532013000"), (entry.Account, entry.VirtualAccount, entry.CounterpartyAccount));
        Assert.Equal("0077001", One(Parties(Other("0077001"))).VirtualAccount);
    }

    [Theory]
    // The account itself, by its IBAN or by the number in it.
    [InlineData("<IBAN>GB33BUKB20201555555555</IBAN>", null)]
    [InlineData("<Othr><Id>55555555</Id></Othr>", null)]
    [InlineData("<Othr><Id>0055555555</Id></Othr>", null)]
    [InlineData("<IBAN>GB33BUKB20201555555555</IBAN>", "<Othr><Id>55555555</Id></Othr>")]
    [InlineData("", null)]
    public void The_account_itself_is_none(string creditor, string? account) =>
        Assert.Equal("", One(Parties(creditor), account: account).VirtualAccount);

    [Fact]
    public void Money_out_has_none_and_the_return_of_money_that_came_in_keeps_its()
    {
        Assert.Equal("", One(Parties(Iban(Given)), "DBIT").VirtualAccount);
        Assert.Equal(Given, One("<RvslInd>true</RvslInd>" + Parties(Iban(Given)), "DBIT").VirtualAccount);
        // A bank that writes the sides the other way round: the creditor is the other side, not a number of ours.
        var turned = One(Parties(Iban(Given), debtor: Own));
        Assert.Equal(("", Given), (turned.VirtualAccount, turned.CounterpartyAccount));
    }

    [Theory]
    // Nobody is named, or the owner of the account; his name is not known, and the number is one of his bank.
    [InlineData("", "", "GB94BARC10201530093459", true)]
    [InlineData("Harbour Group Ltd.", "HARBOUR GROUP LTD", "GB94BARC10201530093459", true)]
    [InlineData("Harbour Group", "", "GB82BUKB12345698765432", true)]
    // A name that is not the owner's, or a bank that is not his.
    [InlineData("Payer", "Harbour Group", "GB82BUKB12345698765432", false)]
    [InlineData("Payer", "", "GB94BARC10201530093459", false)]
    [InlineData("Payer", "", "DE89370400440532013000", false)]
    public void A_debtor_nobody_names_does_not_make_our_number_the_other_sides(string creditor, string owner, string number, bool isOurs)
    {
        var name = creditor.Length == 0 ? "" : $"<Cdtr><Nm>{creditor}</Nm></Cdtr>";
        var parties = Details($"<RltdPties>{name}<CdtrAcct><Id><IBAN>{number}</IBAN></Id></CdtrAcct></RltdPties>");
        var entry = new ACamt
        {
            Entries = Entry("10.00", inside: parties), Closing = "",
            Account = $"<Acct><Id><IBAN>{Own}</IBAN></Id><Ccy>GBP</Ccy>{(owner.Length == 0 ? "" : $"<Ownr><Nm>{owner}</Nm></Ownr>")}</Acct>",
        }.ReadEntry();
        Assert.Equal(isOurs ? (number, "", "") : ("", number, creditor), (entry.VirtualAccount, entry.CounterpartyAccount, entry.CounterpartyName));
    }

    [Fact]
    public void The_owner_alone_is_nobody() => Assert.Equal("", new ACamt
    {
        Entries = Entry("10.00", inside: Details("<RltdPties><Cdtr><Nm>Harbour Group</Nm></Cdtr></RltdPties>")), Closing = "",
        Account = $"<Acct><Id><IBAN>{Own}</IBAN></Id><Ccy>GBP</Ccy><Ownr><Nm>Harbour Group</Nm></Ownr></Acct>",
    }.ReadEntry().CounterpartyName);

    [Fact]
    public void Details_of_a_batch_have_their_own_and_a_sum_the_one_they_share()
    {
        static string Detail(string amount, string creditor) =>
            $"<TxDtls><Amt Ccy=\"GBP\">{amount}</Amt><RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><CdtrAcct><Id><IBAN>{creditor}</IBAN></Id></CdtrAcct></RltdPties></TxDtls>";
        BankEntry[] Read(string second, string amount) => [.. new ACamt
        {
            Closing = "", Entries = Entry("10.00", inside: $"<NtryDtls>{Detail("6.00", Given)}{Detail(amount, second)}</NtryDtls>"),
        }.Read().Entries];
        Assert.Equal([Given, ""], Read(Own, "4.00").Select(e => e.VirtualAccount));
        Assert.Equal([Given], Read(Given, "5.00").Select(e => e.VirtualAccount));
        Assert.Equal([""], Read("GB82WEST12345698765432", "5.00").Select(e => e.VirtualAccount));
    }

    [Fact]
    public void Where_a_format_has_no_place_for_it_a_line_is_mapped_and_stays_the_same_line()
    {
        const string Lines = ":61:2601310131CR25,50NTRFVA0077001\r\n:86:166?00GUTSCHRIFT?31DE89370400440532013000?32MUELLER";
        var statement = Expect.Success(Assert.Single(Mt940ReaderTests.Read(Mt940ReaderTests.Message(Lines, "125,50"))));
        static BankEntry Mapped(BankEntry entry) => entry.CustomerReference.StartsWith("VA", StringComparison.Ordinal)
            ? entry with { VirtualAccount = entry.CustomerReference[2..] } : entry;
        var mapped = statement with { Entries = [.. statement.Entries.Select(Mapped)] };
        Assert.Equal(("0077001", "DE89370400440532013000"), (mapped.Entries[0].VirtualAccount, mapped.Entries[0].CounterpartyAccount));
        Assert.Equal(statement.Entries[0].Identity, mapped.Entries[0].Identity);
    }

    [Fact]
    public void A_column_of_a_table_says_it()
    {
        var mapping = new CsvMapping { Account = "DE02 1", Currency = "EUR", BookedOn = "Date", Amount = "Amount", VirtualAccount = "To" };
        var file = new BankFiles(new CsvFormat("bank", mapping)).Read(
            new MemoryStream(Encoding.UTF8.GetBytes("Date,Amount,To\n2026-01-02,5.00,DE68 2105\n2026-01-02,6.00,DE02 1\n2026-01-02,7.00,\n")));
        Assert.Equal(["DE682105", "", ""], Expect.Success(Assert.Single(file)).Entries.Select(e => e.VirtualAccount));
    }
}
