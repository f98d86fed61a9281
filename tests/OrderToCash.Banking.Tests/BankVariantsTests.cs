using System.Text;

namespace OrderToCash.Banking.Tests;

/// <summary>What single banks do with a field that others leave alone.</summary>
public class BankVariantsTests
{
    private static BankStatement Statement(string lines, string closing = "110,00", string currency = "EUR") =>
        Expect.Success(Assert.Single(Mt940ReaderTests.Read(Mt940ReaderTests.Message(lines, closing, currency))));

    private static BankEntry Entry(string lines, string closing = "110,00", string currency = "EUR") =>
        Assert.Single(Statement(lines, closing, currency).Entries);

    private static BankEntry Told(string details, string closing = "110,00", string line = "C10,00NTRFNONREF") =>
        Entry($":61:2601310131{line}\r\n:86:{details}", closing);

    [Fact]
    public void The_payer_without_keywords_of_his_own()
    {
        var entry = Told("/ORDP/530500003804588\r\n/ILINA PETROVA DOO SKOPJE\r\n/000//00260131\r\n/uplata po faktura 17/2026");
        Assert.Equal(("530500003804588", "ILINA PETROVA DOO SKOPJE", "000//00260131/uplata po faktura 17/2026"),
            (entry.CounterpartyAccount, entry.CounterpartyName, entry.RemittanceText));
        var named = Told("/ORDP/PETROVA DOO/faktura 17");
        Assert.Equal(("", "PETROVA DOO", "faktura 17"), (named.CounterpartyAccount, named.CounterpartyName, named.RemittanceText));
    }

    [Theory]
    [InlineData("C10,00NCMI", "110,00", "COMPUTERSYS INC.")]
    [InlineData("D10,00NCMI", "90,00", "LIEFERANT AG")]
    public void Payer_and_payee_are_both_named_and_we_are_one_of_them(string line, string closing, string name)
    {
        var plain = Told("/ORDP/COMPUTERSYS INC.\r\n/BENM/LIEFERANT AG\r\n/REMI//INV/78541", closing, line);
        Assert.Equal((name, "INV/78541"), (plain.CounterpartyName, plain.RemittanceText));
        Assert.EndsWith("Oplata po schetu 17", Told("/ORDP/OOO ROMASHKA\r\n/BENM/OOO MY\r\nOplata po schetu 17").RemittanceText);
        Assert.Equal(name, Told("/BENM//NAME/LIEFERANT AG/ORDP//NAME/COMPUTERSYS INC./REMI/78541", closing, line).CounterpartyName);
    }

    [Theory]
    [InlineData("/BENM/NL71INGB0004321098/INGBNL2A/Wij B.V.\r\nfactuur 17", "C10,00NCMI", "110,00")]
    [InlineData("/ORDP/WIR AG\r\nfactuur 17", "D10,00NCMI", "90,00")]
    public void We_alone_are_not_the_other_side(string told, string line, string closing)
    {
        var entry = Told(told, closing, line);
        Assert.Equal(("", "", ""), (entry.CounterpartyName, entry.CounterpartyAccount, entry.CounterpartyBank));
        Assert.EndsWith("factuur 17", entry.RemittanceText);
    }

    [Fact]
    public void The_payer_with_account_bank_and_name()
    {
        var entry = Told("/RTRN/MS03//BUSP/Europese Incasso/eenmalig//BENM/NL71INGB00043210\r\n98/INGBNL2A/Kaashandel De Boer B.V.///MARF/M-17//EREF/E2E-17//REMI///F\r\nactuur 17/", "90,00", "D10,00N038MARF");
        Assert.Equal(("NL71INGB0004321098", "INGBNL2A", "Kaashandel De Boer B.V.", "Factuur 17", "MS03", "M-17"),
            (entry.CounterpartyAccount, entry.CounterpartyBank, entry.CounterpartyName, entry.RemittanceText, entry.ReturnReason, entry.MandateId));
    }

    [Fact]
    public void The_name_belongs_to_the_party_before_it()
    {
        var entry = Told("/EREF/17//ULTD//NAME/Kind GmbH//ORDP//NAME/Mutter AG//REMI/USTD//Rechnung 17/");
        Assert.Equal(("Kind GmbH", "Rechnung 17"), (entry.CounterpartyName, entry.RemittanceText));
        Assert.Equal("Mutter AG", Told("/EREF/17//ULTC//NAME/Wir//ORDP//NAME/Mutter AG//REMI/USTD//Rechnung 17/").CounterpartyName);
    }

    [Fact]
    public void The_text_behind_the_ordered_amount()
    {
        var entry = Told("/OCMT/USD12,30/\r\nPAYMENT OF INVOICE 4711\r\n/OGB/SOME BANK");
        Assert.Equal(("12.30 USD", "PAYMENT OF INVOICE 4711/OGB/SOME BANK"), ($"{entry.InstructedAmount}", entry.RemittanceText));
    }

    [Fact]
    public void A_national_account_in_place_of_an_iban() =>
        Assert.Equal("53851317", Told("/TRTP/SEPA OVERBOEKING/BBAN/53851317/BIC/KNABNL2HXXX/NAME/DE KLANT/REMI/OPNAME").CounterpartyAccount);

    [Theory]
    [InlineData("/EREF/17/ORDP//NAME/DE KLANT/REMI//REMI/FACTUUR 17", "FACTUUR 17", "")]
    [InlineData("/EREF/17/ORDP//NAME/DE KLANT/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/1234567899874563/ISDT/2026-01-31", "", "1234567899874563")]
    [InlineData("/TRTP/ACCEPTGIRO/NAME/DE KLANT/REMI/ISSUER: CUR              REF: 1234567899874563/EREF/NOTPROVIDED", "", "1234567899874563")]
    [InlineData("/EREF/17/NAME/DE KLANT/REMI/ISSUER: no number here", "ISSUER: no number here", "")]
    [InlineData("/EREF/17/NAME/DE KLANT/REMI/ISSUER: us, REF: see our letter of 17 May", "ISSUER: us, REF: see our letter of 17 May", "")]
    [InlineData("/EREF/17/NAME/DE KLANT/REMI/ISSUER: ISO REF: RF18 5390 0754 7034", "", "RF18539007547034")]
    [InlineData("/EREF/17/NAME/DE KLANT/REMI/USTD//factuur 17/CDTRREF/1234567899874563", "factuur 17", "1234567899874563")]
    public void The_purpose_of_dutch_banks_text_or_reference(string details, string text, string reference)
    {
        var entry = Told(details);
        Assert.Equal((text, reference), (entry.RemittanceText, entry.Claims.FirstOrDefault()?.StructuredReference ?? ""));
    }

    [Fact]
    public void The_sum_of_a_batch_is_known_by_the_reference_we_gave_it()
    {
        Assert.Equal("RUN-2026-01", Told("/PREF/RUN-2026-01//CSID/NL32ZZZ999999991234//REMI/USTD//TOTAAL      12 POSTEN/", line: "C10,00NDDTPREF//8").CustomerReference);
        var counted = Told("/TRTP/SEPA INCASSO BATCH/PREF/RUN-2026-01/NRTX/7/PIND/BRUTO", line: "C10,00N247NONREF");
        Assert.Equal(("RUN-2026-01", 7, "SEPA INCASSO BATCH"), (counted.CustomerReference, counted.BatchedTransactions, counted.BankText));
        Assert.Equal("RUN-2026-01", Told("/PREF/RUN-2026-01", line: "C10,00N586PREF").CustomerReference);
    }

    [Fact]
    public void Keywords_below_account_and_name()
    {
        var entry = Told($"NL44ABNA0548041814 de klant bv\r\n{new string(' ', 65)}\r\n/TRTP/Europese Overboeking/NAME/DE KLANT BV/REMI/Factuur 17/IBAN/N\r\nL44ABNA0548041814/BIC/ABNANL2A/EREF/E2E-17", line: "C10,00NINCNL44ABNA0548041814");
        Assert.Equal(("DE KLANT BV", "Factuur 17", "E2E-17"), (entry.CounterpartyName, entry.RemittanceText, entry.EndToEndId));
    }

    [Fact]
    public void Without_a_purpose_in_keywords_the_lines_above_them_say_it()
    {
        var entry = Told("Betaling factuur 17\r\n/TRTP/SEPA OVERBOEKING/EREF/E2E-17");
        Assert.Equal(("Betaling factuur 17", "SEPA OVERBOEKING", "E2E-17"), (entry.RemittanceText, entry.BankText, entry.EndToEndId));
    }

    [Theory]
    [InlineData("/OCMT//USD12,30//CHGS//EUR1,00//REMI/Factuur 17", "12.30 USD", "1.00 EUR", "Factuur 17")]
    [InlineData("/OCMT//USD12,30/", "12.30 USD", "0.00 EUR", "")]
    public void Amounts_behind_two_slashes(string details, string ordered, string charges, string text)
    {
        var entry = Told(details);
        Assert.Equal((ordered, charges, text), ($"{entry.InstructedAmount}", $"{entry.Charges}", entry.RemittanceText));
    }

    [Fact]
    public void A_reference_of_a_country_that_there_is_not_is_no_account()
    {
        var entry = Told("0654321789 J. de Vries factuur 17", line: "C10,00NOV EV41411REP170112");
        Assert.Equal(("EV41411REP170112", ""), (entry.CustomerReference, entry.CounterpartyAccount));
    }

    [Fact]
    public void The_line_is_broken_in_front_of_the_amount_or_of_the_banks_reference()
    {
        var amount = Entry(":61:2601310131CR\r\n10,00N062NONREF//77\r\n:86:166?00GUTSCHRIFT?20SVWZ+Rechnung 17");
        Assert.Equal(("10.00 EUR", "77", "Rechnung 17"), ($"{amount.Amount}", amount.BankReference, amount.RemittanceText));
        var reference = Entry(":61:2601310131C10,00NTRFALONGREFERENCE16\r\n//BANK77\r\nbelow it\r\n:86:Rechnung 17");
        Assert.Equal(("ALONGREFERENCE16", "BANK77", "below it"), (reference.CustomerReference, reference.BankReference, reference.BankText));
    }

    [Fact]
    public void No_reference_and_no_type()
    {
        var entry = Told("999SEPA_CREDIT_TRANSFER:Rechnung 17: zweite Rate:Kunde GmbH:DE89370400440532013000:GEHALT", line: "C10,00NONREF");
        Assert.Equal(("", "+999", "Rechnung 17: zweite Rate", "Kunde GmbH", "DE89370400440532013000", "SEPA_CREDIT_TRANSFER"),
            (entry.CustomerReference, entry.TransactionCode, entry.RemittanceText, entry.CounterpartyName, entry.CounterpartyAccount, entry.BankText));
        Assert.Equal("Zahlung: A:B:DE89370400440532013000", Told("999Zahlung: A:B:DE89370400440532013000").RemittanceText);
    }

    [Fact]
    public void A_word_for_the_three_digits_in_front_of_sub_fields()
    {
        var entry = Told("TBB+00ПОЛУЧЕН ПРЕВОД +21Ф 17/31.01.26 +30CBUNBGSF+31BG80BNBG96611020345678+32КЛИЕНТ АД ");
        Assert.Equal(("Ф 17/31.01.26", "КЛИЕНТ АД", "BG80BNBG96611020345678", "CBUNBGSF", "ПОЛУЧЕН ПРЕВОД"),
            (entry.RemittanceText, entry.CounterpartyName, entry.CounterpartyAccount, entry.CounterpartyBank, entry.BankText));
        Assert.Equal("INV+17 and +18", Told("INV+17 and +18").RemittanceText);
    }

    [Fact]
    public void Bank_and_account_in_front_of_the_purpose_and_our_own_behind()
    {
        const string text = ":20:17/1\r\n:25:TRIODOSBANK/0666666666\r\n:28:1\r\n:60F:C260131EUR100,00\r\n:61:260131C10,00NET NONREF\r\n:86:000>100000000000\r\n>20RABONL2U\r\n>21NL13RABO0123456789\r\n>22DE KLANT BV FACTUUR 2026-00>2317\r\n>310666666666\r\n:62F:C260131EUR110,00\r\n-";
        var entry = Assert.Single(Expect.Success(Assert.Single(Mt940ReaderTests.Read(text))).Entries);
        Assert.Equal(("NL13RABO0123456789", "RABONL2U", "DE KLANT BV FACTUUR 2026-0017"), (entry.CounterpartyAccount, entry.CounterpartyBank, entry.RemittanceText));
        var old = Assert.Single(Expect.Success(Assert.Single(Mt940ReaderTests.Read(text.Replace(">20RABONL2U\r\n>21NL13RABO0123456789\r\n", "", StringComparison.Ordinal)))).Entries);
        Assert.Equal("", old.CounterpartyAccount);
    }

    [Fact]
    public void A_word_and_a_number_in_front_of_the_purpose_are_no_bank_and_no_account()
    {
        var entry = Told("166?00GUTSCHRIFT?20RECHNUNG?21RE20260000000017?22vom 31.1.?31DE02120300000000202051?32Kunde");
        Assert.Equal(("RECHNUNG RE20260000000017 vom 31.1.", "DE02120300000000202051", ""), (entry.RemittanceText, entry.CounterpartyAccount, entry.CounterpartyBank));
        Assert.Equal("RECHNUNG DE02120300000000202051", Told("166?00GUTSCHRIFT?20RECHNUNG?21DE02120300000000202051").RemittanceText);
    }

    [Fact]
    public void The_name_again_begins_the_address()
    {
        var entry = Told("229\r\n?00BONIFICATION\r\n?20FACTURE 17\r\n?30CCRALULLXXX\r\n?32CLIENT SARL\r\n?60CLIENT SARL\r\n?612 RUE HAUTE,\r\n?62L-3372 LEUDELANGE");
        Assert.Equal(("FACTURE 17", "CLIENT SARL", "2 RUE HAUTE, L-3372 LEUDELANGE"), (entry.RemittanceText, entry.CounterpartyName, entry.CounterpartyAddress));
    }

    [Fact]
    public void Short_lines_in_sub_fields_without_a_code() =>
        Assert.Equal(("BIURO KLIENT UL. DLUGA 3", "usluga 2026/0117"), Names(Told(">20usluga 2026/0\r\n117>315910902053000000\r\n016768736>32BIURO KLIENT\r\nUL. DLUGA 3")));

    private static (string Name, string Text) Names(BankEntry entry) => (entry.CounterpartyName, entry.RemittanceText);

    [Fact]
    public void Lines_with_numbers_in_place_of_field_86_or_beside_it()
    {
        var alone = Entry(":61:2601310131C10,00FMSCNONREF\r\n:NS:01Rechnung 17\r\n02zweite Rate\r\n05\r\n15Kunde\r\n16AG\r\n17Gutschrift\r\n33760\r\n3412 34", currency: "CHF");
        Assert.Equal(("Rechnung 17 zweite Rate", "Kunde AG", "Gutschrift", "760", "1234"), (alone.RemittanceText, alone.CounterpartyName, alone.BankText, alone.CounterpartyBank, alone.CounterpartyAccount));
        Assert.Equal("Rechnung 18", Entry(":61:2601310131C10,00FMSCNONREF\r\n:NS:01Adresse\r\n:86:Rechnung 18").RemittanceText);
        var statement = Statement(":NS:22 Eigene AG\r\n:61:2601310131C10,00FMSCNONREF\r\n:61:2601310131C10,00FMSCNONREF\r\n:NS:01Rechnung 19", "120,00");
        Assert.Equal(["", "Rechnung 19"], statement.Entries.Select(e => e.RemittanceText));
    }

    [Fact]
    public void Balances_under_the_numbers_of_bai()
    {
        var camt = new ACamt { Entries = ACamt.Entry(), Closing = "110.00" };
        var text = camt.Text.Replace("<Cd>OPBD</Cd>", "<Prtry>010</Prtry>", StringComparison.Ordinal).Replace("<Cd>CLBD</Cd>", "<Prtry>015</Prtry>", StringComparison.Ordinal);
        var statement = Expect.Success(Assert.Single(Camt053Reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))));
        Assert.Equal(("100.00 GBP", "110.00 GBP", true), ($"{statement.Opening}", $"{statement.Closing}", statement.Balances));
    }

    [Fact]
    public void Brazilian_balances_payees_and_signs()
    {
        const string text = "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>BRL<ACCTID>1</ACCTID><STMTTRN><TRNTYPE>CREDIT</TRNTYPE><DTPOSTED>20260131</DTPOSTED><TRNAMT>            .  </TRNAMT><FITID>0</FITID><MEMO>SALDO DIA</MEMO></STMTTRN>"
            + "<STMTTRN><TRNTYPE>IN</TRNTYPE><DTPOSTED>20260131</DTPOSTED><TRNAMT>+1 160,16</TRNAMT><FITID>F1</FITID><PAYEE>Cliente Ltda</PAYEE><MEMO>Pix recebido</MEMO></STMTTRN><LEDGERBAL><BALAMT>-R$ 5.326,43</BALAMT></LEDGERBAL></STMTRS></OFX>";
        var statement = Expect.Success(Assert.Single(OfxReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))));
        Assert.Equal(("-5326.43 BRL", 1), ($"{statement.Closing}", statement.EntriesNotBooked));
        Assert.Empty(statement.Findings);
        var entry = Assert.Single(statement.Entries);
        Assert.Equal(("1160.16 BRL", "Cliente Ltda", "Pix recebido"), ($"{entry.Amount}", entry.CounterpartyName, entry.RemittanceText));
    }
}
