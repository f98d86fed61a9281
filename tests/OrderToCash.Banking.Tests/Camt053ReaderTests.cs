using System.Text;
using System.Text.Json;
using static OrderToCash.Banking.Tests.ACamt;

namespace OrderToCash.Banking.Tests;

public class Camt053ReaderTests
{
    private const string Parties = """
        <RltdPties><Dbtr><Pty><Nm>Harbour Lights BV</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id></DbtrAcct>
        <UltmtDbtr><Pty><Nm>Harbour Group</Nm></Pty></UltmtDbtr>
        <Cdtr><Nm>The Seller</Nm></Cdtr><CdtrAcct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></CdtrAcct></RltdPties>
        """;

    [Fact]
    public void A_statement_says_account_currency_span_and_balances()
    {
        var statement = new ACamt { Entries = Entry("10.00") + Entry("2.50", "DBIT"), Closing = "107.50" }.Read();
        Assert.Equal((BankStatementKind.Statement, "GB33BUKB20201555555555", Currency.Gbp), (statement.Kind, statement.Account, statement.Currency));
        Assert.Equal(("S1", "7"), (statement.Id, statement.Sequence));
        Assert.Equal((new LocalDate(2011, 1, 3), new LocalDate(2011, 1, 4)), (statement.From, statement.To));
        Assert.Equal(("100.00 GBP", "7.50 GBP", "107.50 GBP"), ($"{statement.Opening}", $"{statement.Total}", $"{statement.Closing}"));
        Assert.True(statement.Balances);
        Assert.Empty(statement.Findings);
    }

    [Theory]
    [InlineData("camt.053.001.02", "BkToCstmrStmt", "Stmt", BankStatementKind.Statement)]
    [InlineData("camt.053.001.13", "BkToCstmrStmt", "Stmt", BankStatementKind.Statement)]
    [InlineData("camt.053.001.01", "BkToCstmrStmtV01", "Stmt", BankStatementKind.Statement)]
    [InlineData("camt.052.001.08", "BkToCstmrAcctRpt", "Rpt", BankStatementKind.Report)]
    [InlineData("camt.054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn", BankStatementKind.Notification)]
    public void Every_version_is_read_by_local_names(string version, string message, string section, BankStatementKind kind)
    {
        var statement = new ACamt { Version = version, Message = message, Section = section, Entries = Entry(), Closing = "110.00" }.Read();
        Assert.Equal(kind, statement.Kind);
        Assert.Equal("10.00 GBP", $"{Assert.Single(statement.Entries).Amount}");
    }

    [Fact]
    public void A_payment_says_who_for_what_and_by_which_references()
    {
        var details = $"""
            <Refs><AcctSvcrRef>BANK-1</AcctSvcrRef><EndToEndId>E2E-9</EndToEndId></Refs>{Parties}
            <RmtInf><Ustrd>Invoice 536370</Ustrd><Ustrd>and 536371</Ustrd><Strd><RfrdDocInf><Nb>536370</Nb></RfrdDocInf>
            <RfrdDocAmt><RmtdAmt Ccy="GBP">6.00</RmtdAmt></RfrdDocAmt><CdtrRefInf><Ref>RF18 5390 0754 7034</Ref></CdtrRefInf></Strd></RmtInf>
            """;
        var entry = new ACamt { Entries = Entry(inside: Details(details)), Closing = "110.00" }.ReadEntry();
        Assert.Equal(("Harbour Group", "NL91ABNA0417164300"), (entry.CounterpartyName, entry.CounterpartyAccount));
        Assert.Equal(("E2E-9", "BANK-1", "Invoice 536370 and 536371"), (entry.EndToEndId, entry.BankReference, entry.RemittanceText));
        Assert.Equal(new RemittanceClaim { StructuredReference = "RF18539007547034", DocumentNumber = "536370", Amount = Money.Of(6, Currency.Gbp) }, Assert.Single(entry.Claims));
        Assert.Equal((new LocalDate(2011, 1, 3), new LocalDate(2011, 1, 4)), (entry.BookedOn, entry.ValueOn));
        Assert.Equal("GB33BUKB20201555555555/BANK-1/2011-01-03/10.00", entry.Identity);
    }

    [Fact]
    public void Several_documents_and_credit_notes_become_claims_of_their_own()
    {
        const string Remittance = """
            <RmtInf><Strd><RfrdDocInf><Nb>A1</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="GBP">12.00</RmtdAmt></RfrdDocAmt></Strd>
            <Strd><RfrdDocInf><Nb>C1</Nb></RfrdDocInf><RfrdDocAmt><CdtNoteAmt Ccy="GBP">2.00</CdtNoteAmt></RfrdDocAmt></Strd>
            <Strd><RfrdDocInf><Nb>B1</Nb></RfrdDocInf><RfrdDocInf><Nb>B2</Nb></RfrdDocInf><CdtrRefInf><Ref>RF01</Ref></CdtrRefInf></Strd></RmtInf>
            """;
        var claims = new ACamt { Entries = Entry(inside: Details(Remittance)), Closing = "110.00" }.ReadEntry().Claims;
        Assert.Equal(["A1 12.00 GBP", "C1 -2.00 GBP", "B1", "B2", "RF01"],
            claims.Select(c => $"{c.StructuredReference}{c.DocumentNumber} {c.Amount}".Trim()));
    }

    [Theory, InlineData("NOTPROVIDED"), InlineData("notprovided"), InlineData("NONREF")]
    public void A_reference_that_says_there_is_none_is_empty(string written)
    {
        var details = $"<Refs><AcctSvcrRef>{written}</AcctSvcrRef><EndToEndId>{written}</EndToEndId></Refs>";
        var entry = new ACamt { Entries = Entry(inside: Details(details)), Closing = "110.00" }.ReadEntry();
        Assert.Equal(("", ""), (entry.EndToEndId, entry.BankReference));
    }

    [Fact]
    public void A_batch_whose_details_add_up_is_one_entry_for_each()
    {
        var batch = Entry("10.00", before: "<AcctSvcrRef>B</AcctSvcrRef>", inside: Details("""<Amt Ccy="GBP">6.00</Amt>""", """<Amt Ccy="EUR">9</Amt><AmtDtls><TxAmt><Amt Ccy="GBP">4.00</Amt></TxAmt></AmtDtls>"""));
        var statement = new ACamt { Entries = batch, Closing = "110.00" }.Read();
        Assert.Equal(["6.00 GBP", "4.00 GBP"], statement.Entries.Select(e => $"{e.Amount}"));
        Assert.Equal(2, statement.Entries.Select(e => e.Identity).Distinct().Count());
        Assert.True(statement.Balances);
    }

    [Fact]
    public void A_batch_whose_details_differ_stays_one_movement()
    {
        var batch = Entry("10.00", inside: Details(
            """<Amt Ccy="GBP">6.00</Amt><RmtInf><Ustrd>one</Ustrd></RmtInf>""", """<Amt Ccy="GBP">3.00</Amt><RmtInf><Ustrd>two</Ustrd></RmtInf>"""));
        var statement = new ACamt { Entries = batch, Closing = "110.00" }.Read();
        Expect.Found(BankFileErrors.DetailsDiffer, statement.Findings);
        Assert.Equal(("10.00 GBP", "one two"), ($"{statement.Entries[0].Amount}", Assert.Single(statement.Entries).RemittanceText));
    }

    [Fact]
    public void A_payment_says_its_kind_its_mandate_and_what_was_ordered()
    {
        var entry = new ACamt
        {
            Closing = "110.00",
            Entries = Entry(inside: "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn></BkTxCd>"
                + Details("<Refs><InstrId>I-9</InstrId><EndToEndId>E-1</EndToEndId><MndtId>M-7</MndtId></Refs><AmtDtls><InstdAmt><Amt Ccy=\"EUR\">12.00</Amt></InstdAmt></AmtDtls>")),
        }.ReadEntry();
        Assert.Equal(("PMNT/IDDT/ESDD", "M-7", "I-9", "12.00 EUR"), (entry.TransactionCode, entry.MandateId, entry.CustomerReference, $"{entry.InstructedAmount}"));
    }

    [Fact]
    public void A_returned_collection_keeps_the_debtor_and_says_why()
    {
        var entry = new ACamt { Entries = Entry("10.00", "DBIT", "<RvslInd>true</RvslInd>" + Details($"{Parties}<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>")), Closing = "90.00" }.ReadEntry();
        Assert.Equal((true, "AM04", "-10.00 GBP", "Harbour Group"), (entry.IsReversal, entry.ReturnReason, $"{entry.Amount}", entry.CounterpartyName));
        Assert.EndsWith("/R", entry.Identity);
    }

    [Fact]
    public void The_counterparty_is_never_the_account_itself()
    {
        var entry = new ACamt { Entries = Entry("10.00", "DBIT", Details(Parties)), Closing = "90.00" }.ReadEntry();
        Assert.Equal("Harbour Group", entry.CounterpartyName);
    }

    [Fact]
    public void Charges_kept_back_count_and_charges_booked_apart_do_not()
    {
        const string Charges = """<Chrgs><Rcrd><Amt Ccy="GBP">1.20</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd><Rcrd><Amt Ccy="GBP">5</Amt><ChrgInclInd>false</ChrgInclInd></Rcrd></Chrgs>""";
        Assert.Equal("1.20 GBP", $"{new ACamt { Entries = Entry(inside: Charges), Closing = "110.00" }.ReadEntry().Charges}");
        Assert.Equal("0.00 GBP", $"{new ACamt { Entries = Entry(), Closing = "110.00" }.ReadEntry().Charges}");
        const string Total = """<Chrgs><TtlChrgsAndTaxAmt Ccy="GBP">4.14</TtlChrgsAndTaxAmt></Chrgs>""";
        Assert.Equal("4.14 GBP", $"{new ACamt { Entries = Entry(inside: Total), Closing = "110.00" }.ReadEntry().Charges}");
    }

    [Fact]
    public void Pending_and_informational_entries_move_nothing()
    {
        var statement = new ACamt { Entries = Entry(status: "<Sts>PDNG</Sts>") + Entry(status: "<Sts><Cd>INFO</Cd></Sts>") }.Read();
        Assert.Equal((0, 2, true), (statement.Entries.Count, statement.EntriesNotBooked, statement.Balances));
    }

    [Fact]
    public void Five_equal_lines_stay_five_and_reading_again_adds_none()
    {
        var file = new ACamt { Entries = string.Concat(Enumerable.Repeat(Entry("1.00"), 5)), Closing = "105.00" };
        var (first, second) = (file.Read().Entries, file.Read().Entries);
        Assert.Equal(5, first.Select(e => e.Identity).Distinct().Count());
        Assert.Equal(first, second);
    }

    [Fact]
    public void Statements_come_one_by_one_without_reading_the_rest()
    {
        const string Second = "<Stmt><Id>S2</Id><Acct><Id><Othr><Id>12 34</Id></Othr></Id></Acct></Stmt>";
        var text = new ACamt().Text.Replace("</BkToCstmrStmt></Document>", Second, StringComparison.Ordinal);
        using var reader = Camt053Reader.Read(Bytes(text)).GetEnumerator();
        Assert.True(reader.MoveNext());
        Assert.Equal("S1", Expect.Success(reader.Current).Id);
        Assert.True(reader.MoveNext());
        Assert.Equal("1234", Expect.Success(reader.Current).Account);
        Assert.True(reader.MoveNext());
        Expect.Refused(BankFileErrors.Truncated, reader.Current);
        Assert.False(reader.MoveNext());
    }

    [Fact]
    public void A_statement_survives_json()
    {
        var options = new JsonSerializerOptions { Converters = { new DateConverter() } };
        var statement = new ACamt { Entries = Entry(inside: Details(Parties)), Closing = "115.00" }.Read();
        Assert.Equal(statement, JsonSerializer.Deserialize<BankStatement>(JsonSerializer.Serialize(statement, options), options));
    }

    internal static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class DateConverter : System.Text.Json.Serialization.JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            NodaTime.Text.LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(NodaTime.Text.LocalDatePattern.Iso.Format(value));
    }
}
