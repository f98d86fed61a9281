using System.Text;
using static OrderToCash.Banking.Tests.ACamt;

namespace OrderToCash.Banking.Tests;

/// <summary>camt as banks of other countries fill it: batches, exchange, pages, missing dates and indicators, code pages.</summary>
public class CamtShapesTests
{
    private static BankEntry One(string inside, string amount = "10.00", string dates = "<BookgDt><Dt>2011-01-03</Dt></BookgDt>", string direction = "CRDT") =>
        new ACamt { Entries = Entry(amount, direction, inside, dates: dates), Closing = "" }.ReadEntry();

    private static string Batch(string inside, string details = "") => $"<NtryDtls><Btch>{inside}</Btch>{details}</NtryDtls>";

    [Fact]
    public void A_batch_without_details_says_its_reference_and_how_many_are_in_it()
    {
        var entry = One("<AcctSvcrRef>B-1</AcctSvcrRef>" + Batch("<MsgId>MSG</MsgId><PmtInfId>COLLECT-7</PmtInfId><NbOfTxs>63</NbOfTxs>"));
        Assert.Equal(("COLLECT-7", 63, "B-1"), (entry.CustomerReference, entry.BatchedTransactions, entry.BankReference));
        Assert.Equal("MSG", One(Batch("<MsgId>MSG</MsgId>")).CustomerReference);
        Assert.Equal(0, One(Batch("<NbOfTxs>1</NbOfTxs>")).BatchedTransactions);
    }

    [Fact]
    public void One_detail_of_many_is_not_the_whole_batch()
    {
        const string Detail = """<TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy="GBP">4.00</Amt><RltdPties><Dbtr><Nm>One of three</Nm></Dbtr></RltdPties></TxDtls>""";
        var statement = new ACamt { Entries = Entry("10.00", inside: Batch("<NbOfTxs>3</NbOfTxs>", Detail)), Closing = "110.00" }.Read();
        Expect.Found(BankFileErrors.DetailsDiffer, statement.Findings);
        var entry = Assert.Single(statement.Entries);
        Assert.Equal(("10.00 GBP", 3, ""), ($"{entry.Amount}", entry.BatchedTransactions, entry.EndToEndId));
        // A detail without an amount tells what they have in common; one that repeats the whole sum stands for all of them.
        var common = new ACamt { Entries = Entry("10.00", inside: Batch("<NbOfTxs>3</NbOfTxs>", "<TxDtls><RmtInf><Ustrd>SALARIES</Ustrd></RmtInf></TxDtls>")), Closing = "110.00" }.Read();
        Assert.Equal((3, "SALARIES", 0), (common.Entries[0].BatchedTransactions, common.Entries[0].RemittanceText, common.Findings.Count));
        var sum = One(Batch("<NbOfTxs>3</NbOfTxs>", Detail.Replace("4.00", "10.00", StringComparison.Ordinal)));
        Assert.Equal((3, "E-1"), (sum.BatchedTransactions, sum.EndToEndId));
    }

    [Fact]
    public void What_a_bank_takes_for_returns_is_no_return()
    {
        var entries = new ACamt
        {
            Opening = "", Closing = "",
            Entries = Entry("13.00", "DBIT", """<RvslInd>true</RvslInd><Chrgs><TtlChrgsAndTaxAmt Ccy="GBP">3.00</TtlChrgsAndTaxAmt></Chrgs>""" + Details(
                """<Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy="GBP">6.00</Amt>""", """<Refs><EndToEndId>E-2</EndToEndId></Refs><Amt Ccy="GBP">4.00</Amt>""")),
        }.Read().Entries;
        Assert.Equal(["-6.00 GBP True E-1", "-4.00 GBP True E-2", "-3.00 GBP False "], entries.Select(e => $"{e.Amount} {e.IsReversal} {e.EndToEndId}"));
    }

    [Theory]
    [InlineData("CRDT", "97.00", "60.00 GBP, 40.00 GBP, -3.00 GBP")]
    [InlineData("DBIT", "103.00", "-60.00 GBP, -40.00 GBP, -3.00 GBP")]
    // Charges that are booked apart, or that are not the difference, explain nothing.
    [InlineData("CRDT", "98.00", "98.00 GBP")]
    public void Charges_that_a_bank_keeps_of_a_batch_are_a_movement_beside_its_details(string direction, string amount, string movements)
    {
        var statement = new ACamt
        {
            Opening = "", Closing = "",
            Entries = Entry(amount, direction, """<AcctSvcrRef>B-1</AcctSvcrRef><Chrgs><Rcrd><Amt Ccy="GBP">3.00</Amt></Rcrd></Chrgs>""" + Details(
                """<Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy="GBP">60.00</Amt>""", """<Refs><EndToEndId>E-2</EndToEndId></Refs><Amt Ccy="GBP">40.00</Amt>""")),
        }.Read();
        Assert.Equal(movements, string.Join(", ", statement.Entries.Select(e => e.Amount)));
        Assert.Equal(statement.Entries.Count, statement.Entries.Select(e => e.Identity).Distinct().Count());
        Assert.Equal(movements.Contains(','), statement.Findings.IsEmpty);
        if (movements.Contains(',')) Assert.All(statement.Entries, e => Assert.Equal(Money.Zero(Currency.Of("GBP")), e.Charges));
    }

    [Fact]
    public void Details_of_a_batch_keep_the_reference_of_the_collection()
    {
        var entries = new ACamt
        {
            Closing = "110.00",
            Entries = Entry("10.00", inside: Batch("<PmtInfId>RUN-3</PmtInfId><NbOfTxs>2</NbOfTxs>",
                """<TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs><Amt Ccy="GBP">6.00</Amt></TxDtls><TxDtls><Refs><PmtInfId>OWN</PmtInfId><EndToEndId>E-2</EndToEndId></Refs><Amt Ccy="GBP">4.00</Amt></TxDtls>""")),
        }.Read().Entries;
        Assert.Equal(["RUN-3 E-1 0", "OWN E-2 0"], entries.Select(e => $"{e.CustomerReference} {e.EndToEndId} {e.BatchedTransactions}"));
    }

    [Theory]
    // Unit currency says which side counts one.
    [InlineData("<SrcCcy>EUR</SrcCcy><TrgtCcy>GBP</TrgtCcy><UnitCcy>EUR</UnitCcy><XchgRate>0.8</XchgRate>", "1 EUR = 0.8 GBP (2011-01-03, bank)")]
    [InlineData("<SrcCcy>EUR</SrcCcy><TrgtCcy>GBP</TrgtCcy><UnitCcy>GBP</UnitCcy><XchgRate>1.25</XchgRate>", "1 GBP = 1.25 EUR (2011-01-03, bank)")]
    [InlineData("<SrcCcy>EUR</SrcCcy><TrgtCcy>GBP</TrgtCcy><XchgRate>0.8</XchgRate><QtnDt>2011-01-02T10:00:00</QtnDt>", "1 EUR = 0.8 GBP (2011-01-02, bank)")]
    // Written the other way round: the amounts know better.
    [InlineData("<SrcCcy>EUR</SrcCcy><TrgtCcy>GBP</TrgtCcy><XchgRate>1.25</XchgRate>", "1 GBP = 1.25 EUR (2011-01-03, bank)")]
    [InlineData("<SrcCcy>EUR</SrcCcy><XchgRate>0.8</XchgRate>", "1 EUR = 0.8 GBP (2011-01-03, bank)")]
    [InlineData("<SrcCcy>EUR</SrcCcy><TrgtCcy>EUR</TrgtCcy><XchgRate>1</XchgRate>", "")]
    [InlineData("<SrcCcy>EUR</SrcCcy><TrgtCcy>GBP</TrgtCcy><XchgRate>0</XchgRate>", "")]
    [InlineData("<SrcCcy>???</SrcCcy><TrgtCcy>GBP</TrgtCcy><XchgRate>2</XchgRate>", "")]
    public void A_payment_in_another_currency_says_its_amount_and_rate(string exchange, string rate)
    {
        var amounts = $"""<AmtDtls><InstdAmt><Amt Ccy="EUR">12.50</Amt></InstdAmt><TxAmt><Amt Ccy="GBP">10.00</Amt><CcyXchg>{exchange}</CcyXchg></TxAmt></AmtDtls>""";
        foreach (var inside in new[] { amounts, Details(amounts) })
        {
            var entry = One(inside);
            Assert.Equal(("12.50 EUR", rate), ($"{entry.InstructedAmount}", $"{entry.Rate}"));
        }
    }

    [Fact]
    public void What_was_transacted_stands_for_what_was_instructed()
    {
        Assert.Equal("8.00 GBP", $"{One(Details("""<AmtDtls><TxAmt><Amt Ccy="GBP">8.00</Amt></TxAmt></AmtDtls>""")).InstructedAmount}");
        Assert.Equal("8.00 EUR", $"{One(Details("""<AmtDtls><CntrValAmt><Amt Ccy="EUR">8.00</Amt></CntrValAmt></AmtDtls>""")).InstructedAmount}");
        Assert.Null(One(Details("""<AmtDtls><InstdAmt><Amt Ccy="GBP">10.00</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">8.00</Amt></TxAmt></AmtDtls>""")).InstructedAmount);
    }

    [Fact]
    public void A_return_with_fees_tells_what_came_back_and_what_was_taken_for_it()
    {
        var entry = One("<RvslInd>true</RvslInd>" + Details("""
            <Refs><EndToEndId>C-4711</EndToEndId><MndtId>M-1</MndtId></Refs>
            <AmtDtls><InstdAmt><Amt Ccy="GBP">10.50</Amt></InstdAmt><TxAmt><Amt Ccy="GBP">13.50</Amt></TxAmt></AmtDtls>
            <Chrgs><Rcrd><Amt Ccy="GBP">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>
            <RtrInf><Rsn><Cd>MD06</Cd></Rsn><AddtlInf>Refund</AddtlInf></RtrInf><AddtlTxInf>RETOURE CORE</AddtlTxInf>
            """), "13.50", direction: "DBIT");
        Assert.Equal(("-13.50 GBP", "10.50 GBP", "3.00 GBP", "MD06", true), ($"{entry.Amount}", $"{entry.InstructedAmount}", $"{entry.Charges}", entry.ReturnReason, entry.IsReversal));
        Assert.Equal(("C-4711", "M-1", "RETOURE CORE"), (entry.EndToEndId, entry.MandateId, entry.BankText));
    }

    [Fact]
    public void An_entry_without_dates_takes_the_day_of_settlement_or_of_the_statement()
    {
        Assert.Equal(new LocalDate(2011, 1, 2), One(Details("<RltdDts><IntrBkSttlmDt>2011-01-02</IntrBkSttlmDt></RltdDts>"), dates: "").BookedOn);
        Assert.Equal(new LocalDate(2011, 1, 4), One("", dates: "").BookedOn);
        const string Notification = """<Document><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>M</MsgId><CreDtTm>2011-02-05T23:30:00+02:00</CreDtTm></GrpHdr><Ntfctn><Id>N</Id>{0}<Acct><Id><Othr><Id>77</Id></Othr></Id></Acct><Ntry><Amt Ccy="GBP">1</Amt><CdtDbtInd>CRDT</CdtDbtInd></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>""";
        LocalDate Day(string own) => Assert.Single(Expect.Success(Assert.Single(Camt053Reader.Read(Camt053ReaderTests.Bytes(Notification.Replace("{0}", own, StringComparison.Ordinal))))).Entries).BookedOn;
        Assert.Equal(new LocalDate(2011, 2, 5), Day(""));
        Assert.Equal(new LocalDate(2011, 2, 6), Day("<CreDtTm>2011-02-06T08:00:00Z</CreDtTm>"));
        var nothing = Notification.Replace("{0}", "", StringComparison.Ordinal).Replace("<CreDtTm>2011-02-05T23:30:00+02:00</CreDtTm>", "", StringComparison.Ordinal);
        Expect.Found(BankFileErrors.BadDate, Expect.Success(Assert.Single(Camt053Reader.Read(Camt053ReaderTests.Bytes(nothing)))).Findings);
    }

    [Fact]
    public void A_balance_without_an_indicator_has_the_sign_of_its_amount()
    {
        var text = new ACamt { Entries = Entry("10.00"), Opening = "5.00", Closing = "15.00" }.Text.Replace("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt>", "</Amt><Dt>", StringComparison.Ordinal);
        var statement = Expect.Success(Assert.Single(Camt053Reader.Read(Camt053ReaderTests.Bytes(text))));
        Assert.Equal((true, 0), (statement.Balances, statement.Findings.Count));
        var overdrawn = Expect.Success(Assert.Single(Camt053Reader.Read(Camt053ReaderTests.Bytes(text.Replace(">5.00<", ">-5.00<", StringComparison.Ordinal).Replace(">15.00<", ">5.00<", StringComparison.Ordinal)))));
        Assert.Equal(("-5.00 GBP", true), ($"{overdrawn.Opening}", overdrawn.Balances));
    }

    [Fact]
    public void The_bank_s_own_sums_are_held_against_its_entries()
    {
        static string Summary(int credits, string credit, int debits, string debit) =>
            $"<TxsSummry><TtlNtries><NbOfNtries>{credits + debits}</NbOfNtries></TtlNtries><TtlCdtNtries><NbOfNtries>{credits}</NbOfNtries><Sum>{credit}</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>{debits}</NbOfNtries><Sum>{debit}</Sum></TtlDbtNtries></TxsSummry>";
        BankStatement Read(string summary) => new ACamt { Opening = "", Closing = "", Entries = summary + Entry("10.00") + Entry("2.50", "DBIT") + Entry("1.00") }.Read();
        Assert.Empty(Read(Summary(2, "11.00", 1, "-2.50")).Findings);
        Assert.Equal("2 of 11 GBP", Expect.Found(BankFileErrors.ControlTotal, Read(Summary(3, "11", 1, "2.50")).Findings).Fact("found")!.Replace(".00", "", StringComparison.Ordinal));
        Expect.Found(BankFileErrors.ControlTotal, Read(Summary(2, "11.00", 1, "2.51")).Findings);
        // Some banks count the transactions of a batch.
        var batch = Entry("10.00", inside: Batch("<NbOfTxs>3</NbOfTxs>"));
        Assert.Empty(new ACamt { Opening = "", Closing = "", Entries = Summary(3, "10.00", 0, "0") + batch }.Read().Findings);
        Assert.Empty(new ACamt { Opening = "", Closing = "", Entries = Summary(1, "10.00", 0, "0") + batch }.Read().Findings);
    }

    [Fact]
    public void Equal_lines_on_two_pages_of_a_statement_stay_two()
    {
        static string Page(string opens, string closes, string type) => $"""
            <Stmt><Id>S</Id><Acct><Id><Othr><Id>77</Id></Othr></Id><Ccy>GBP</Ccy></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">{opens}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry>{type}</Tp><Amt Ccy="GBP">{closes}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>{Entry("1.00")}</Stmt>
            """;
        List<string> Ids(string type) => [.. Camt053Reader.Read(Camt053ReaderTests.Bytes($"<Document><BkToCstmrStmt>{Page("0", "1", type)}{Page("1", "2", "")}</BkToCstmrStmt></Document>")).Select(r => Assert.Single(Expect.Success(r).Entries).Identity)];
        Assert.Equal(2, Ids("<SubTp><Cd>INTM</Cd></SubTp>").Distinct().Count());
        Assert.Single(Ids("").Distinct());
    }

    [Fact]
    public void Swiss_slips_and_credit_notes_in_the_remittance()
    {
        var entry = One(Details("""<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Prtry>QRR</Prtry></CdOrPrtry></Tp><Ref>21 00000 00003 13947 14300 09017</Ref></CdtrRefInf><AddtlRmtInf>?REJECT?0</AddtlRmtInf><AddtlRmtInf>?ERROR?000</AddtlRmtInf></Strd></RmtInf>"""));
        Assert.Equal(("210000000003139471430009017", ""), (Assert.Single(entry.Claims).StructuredReference, entry.RemittanceText));
        Assert.Equal("?REJECT?1", One(Details("<RmtInf><Strd><AddtlRmtInf>?REJECT?1</AddtlRmtInf></Strd></RmtInf>")).RemittanceText);
        var credit = One(Details("""<RmtInf><Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>CN-1</Nb></RfrdDocInf><RfrdDocAmt><RmtdAmt Ccy="GBP">2.00</RmtdAmt></RfrdDocAmt></Strd></RmtInf>"""));
        Assert.Equal("-2.00 GBP", $"{Assert.Single(credit.Claims).Amount}");
    }

    [Theory, InlineData("windows-1252"), InlineData("ISO-8859-15"), InlineData("ISO-8859-1"), InlineData("windows-1250"), InlineData("ISO-8859-2"), InlineData("IBM850")]
    public void A_declared_code_page_is_read(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = new ACamt { Entries = Entry(inside: Details("<RmtInf><Ustrd>Jürgen Müß</Ustrd></RmtInf>")), Closing = "110.00" }.Text.Replace("UTF-8", name, StringComparison.Ordinal);
        Assert.Equal("Jürgen Müß", Assert.Single(Expect.Success(Assert.Single(BankFiles.BuiltIn.Read(new MemoryStream(encoding.GetBytes(text))))).Entries).RemittanceText);
    }

    [Fact]
    public void A_byte_order_mark_says_more_than_the_declaration()
    {
        var text = new ACamt { Entries = Entry(inside: Details("<RmtInf><Ustrd>Jürgen</Ustrd></RmtInf>")), Closing = "110.00" }.Text;
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
            Assert.Equal("Jürgen", Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
        var saved = text.Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal);
        Assert.Equal("Jürgen", Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(saved)]));

        static string Read(byte[] bytes) => Assert.Single(Expect.Success(Assert.Single(BankFiles.BuiltIn.Read(new MemoryStream(bytes)))).Entries).RemittanceText;
    }

    [Fact]
    public void Accounts_that_are_both_the_own_one_leave_the_roles()
    {
        const string Own = "<Id><IBAN>GB33BUKB20201555555555</IBAN></Id>";
        var both = One(Details($"<RltdPties><Dbtr><Nm>Payer</Nm></Dbtr><DbtrAcct>{Own}</DbtrAcct><Cdtr><Nm>Payee</Nm></Cdtr><CdtrAcct>{Own}</CdtrAcct></RltdPties>"));
        Assert.Equal(("Payer", ""), (both.CounterpartyName, both.CounterpartyAccount));
        Assert.Equal("", One(Details($"<RltdPties><Cdtr><Nm>Me</Nm></Cdtr><CdtrAcct>{Own}</CdtrAcct></RltdPties>"), direction: "DBIT").CounterpartyName);
    }

    [Fact]
    public void What_is_kept_back_of_a_document_is_what_is_due_less_discount_less_paid()
    {
        static RemittanceClaim Claim(string amounts) => Assert.Single(One(Details($"<RmtInf><Strd><RfrdDocInf><Nb>A1</Nb></RfrdDocInf><RfrdDocAmt>{amounts}</RfrdDocAmt></Strd></RmtInf>")).Claims);
        const string Due = "<DuePyblAmt Ccy=\"GBP\">12.00</DuePyblAmt>", Paid = "<RmtdAmt Ccy=\"GBP\">10.00</RmtdAmt>", Why = "<AdjstmntAmtAndRsn><Amt Ccy=\"GBP\">1.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rsn>FRGT</Rsn></AdjstmntAmtAndRsn>";
        Assert.Equal(("2.00 GBP", "FRGT"), ($"{Claim(Due + Why + Paid).KeptBack}", Claim(Due + Why + Paid).KeptBackReason));
        Assert.Equal(("1.50 GBP", ""), ($"{Claim(Due + "<DscntApldAmt Ccy=\"GBP\">0.50</DscntApldAmt>" + Paid).KeptBack}", Claim(Due + Paid).KeptBackReason));
        Assert.Equal("1.50 GBP", $"{Claim(Due + "<DscntApldAmt><Tp><Cd>STDS</Cd></Tp><Amt Ccy=\"GBP\">0.50</Amt></DscntApldAmt>" + Paid).KeptBack}");
        Assert.Null(Claim(Paid).KeptBack);
        Assert.Null(Claim(Due + "<DscntApldAmt Ccy=\"GBP\">2.00</DscntApldAmt>" + Paid).KeptBack);
        Assert.Null(Claim(Due + "<RmtdAmt Ccy=\"EUR\">10.00</RmtdAmt>").KeptBack);
    }

    [Fact]
    public void The_other_sides_bank_and_address_go_with_its_name()
    {
        const string Agents = "<RltdAgts><DbtrAgt><FinInstnId><BICFI>ABNANL2A</BICFI></FinInstnId></DbtrAgt><CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>203301</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt></RltdAgts>";
        const string People = "<RltdPties><Dbtr><Pty><Nm>Payer</Nm><PstlAdr><StrtNm>Kade</StrtNm><BldgNb>7</BldgNb><PstCd>1011</PstCd><TwnNm>Amsterdam</TwnNm><Ctry>NL</Ctry></PstlAdr></Pty></Dbtr>"
            + "<Cdtr><Nm>Payee</Nm><PstlAdr><Ctry>GB</Ctry><AdrLine>1 High Street</AdrLine><AdrLine>London</AdrLine></PstlAdr></Cdtr></RltdPties>";
        BankEntry Read(string direction, string inside = "") => One(inside + Details(People + Agents), direction: direction);
        Assert.Equal(("Payer", "ABNANL2A", "Kade 7, 1011 Amsterdam, NL"), Side(Read("CRDT")));
        Assert.Equal(("Payee", "203301", "1 High Street, London, GB"), Side(Read("DBIT")));
        // What comes back keeps the roles of what went out.
        Assert.Equal(("Payer", "ABNANL2A", "Kade 7, 1011 Amsterdam, NL"), Side(Read("DBIT", "<RvslInd>true</RvslInd>")));
        Assert.Equal(("", "ABNANL2A", ""), Side(One(Details(Agents.Replace("BICFI", "BIC", StringComparison.Ordinal)))));

        static (string, string, string) Side(BankEntry entry) => (entry.CounterpartyName, entry.CounterpartyBank, entry.CounterpartyAddress);
    }

    [Fact]
    public void A_reference_of_zeros_makes_no_line_the_same()
    {
        var day = ACamt.Entry("1.00", before: "<AcctSvcrRef>0000000000</AcctSvcrRef>");
        var (first, second) = (One("", "1.00"), new ACamt { Entries = day.Replace("2011-01-03", "2011-01-02", StringComparison.Ordinal), Closing = "" }.ReadEntry());
        Assert.Equal("", second.BankReference);
        Assert.NotEqual(first.Identity, second.Identity);
    }

    [Fact]
    public void A_reversal_written_in_the_direction_of_what_it_takes_back_is_turned_by_the_balances()
    {
        BankStatement Read(string closing) => new ACamt { Entries = Entry("10.00") + Entry("4.00", "DBIT", "<RvslInd>true</RvslInd>"), Closing = closing }.Read();
        Assert.Equal(("-4.00 GBP", 0), ($"{Read("106.00").Entries[1].Amount}", Read("106.00").Findings.Count));
        Assert.Equal(("4.00 GBP", 0, true), ($"{Read("114.00").Entries[1].Amount}", Read("114.00").Findings.Count, Read("114.00").Balances));
        // The line is the same one, whichever way it was read; balances that hold in no direction turn nothing.
        Assert.Equal(Read("106.00").Entries[1].Identity, Read("114.00").Entries[1].Identity);
        Assert.Equal("-4.00 GBP", $"{Read("113.00").Entries[1].Amount}");
        Expect.Found(BankFileErrors.WrongTotals, Read("113.00").Findings);
    }
}
