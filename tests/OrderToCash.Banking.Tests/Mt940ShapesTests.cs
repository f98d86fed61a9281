using System.Text;

namespace OrderToCash.Banking.Tests;

/// <summary>Field 86 and field 61 as banks of other countries fill them.</summary>
public class Mt940ShapesTests
{
    private static BankEntry Entry(string lines, string closing = "110,00", string currency = "EUR") =>
        Assert.Single(Expect.Success(Assert.Single(Mt940ReaderTests.Read(Mt940ReaderTests.Message(lines, closing, currency)))).Entries);

    private static BankEntry Numbered(string details, string closing = "110,00", string line = "C10,00NTRFNONREF") => Entry($":61:2601310131{line}\r\n:86:{details}", closing);

    [Fact]
    public void Dutch_labels_in_columns()
    {
        var entry = Entry(":61:2601310131C10,N944NONREF\r\n:86:SEPA OVERBOEKING                 IBAN: NL70ABNA0888888888\r\nBIC: ABNANL2A                    NAAM: DE KLANT B.V.\r\nOMSCHRIJVING: FACTUUR 2026-0017 EN 2026-0018\r\nKENMERK: E2E-77");
        Assert.Equal(("NL70ABNA0888888888", "DE KLANT B.V.", "FACTUUR 2026-0017 EN 2026-0018", "E2E-77", "SEPA OVERBOEKING"),
            (entry.CounterpartyAccount, entry.CounterpartyName, entry.RemittanceText, entry.EndToEndId, entry.BankText));
    }

    [Fact]
    public void A_dutch_payment_slip_and_a_collection_in_labels()
    {
        var slip = Entry(":61:2601310131C10,N946NONREF\r\n:86:SEPA ACCEPTGIROBETALING          IBAN: NL86INGB0002445588\r\nBIC: INGBNL2A                    NAAM: KLANT\r\nBETALINGSKENM.: 1234567890098876 ID DEBITEUR: 777");
        Assert.Equal(("1234567890098876", "", "KLANT"), (Assert.Single(slip.Claims).StructuredReference, slip.RemittanceText, slip.CounterpartyName));
        var collection = Entry(":61:2601310131D10,N654NONREF\r\n:86:SEPA INCASSO ALGEMEEN DOORLOPEND INCASSANT: NL40ZZZ878787780000\r\nNAAM: LEVERANCIER B.V.          MACHTIGING: BHV001\r\nOMSCHRIJVING: MAANDTERMIJN\r\nIBAN: NL83RABO0353535355         KENMERK: 10-2026", "90,00");
        Assert.Equal(("BHV001", "10-2026", "MAANDTERMIJN"), (collection.MandateId, collection.EndToEndId, collection.RemittanceText));
    }

    [Fact]
    public void Labels_without_one_for_the_purpose_lose_no_word()
    {
        var behind = Entry(":61:260131C10,NTRFNONREF\r\n:86:IBAN: DE89370400440532013000 BIC: COBADEFFXXX Rechnung 4711");
        Assert.Equal("DE89370400440532013000", behind.CounterpartyAccount);
        Assert.EndsWith("Rechnung 4711", behind.RemittanceText);
        var before = Entry(":61:260131C10,NTRFNONREF\r\n:86:FACTUUR 17 REK: NL65INGB0123456789/NAAM: PICQER");
        Assert.Equal(("FACTUUR 17", "NL65INGB0123456789", "PICQER"), (before.RemittanceText, before.CounterpartyAccount, before.CounterpartyName));
    }

    [Fact]
    public void Words_with_a_colon_are_no_labels()
    {
        Assert.Equal("Re: IBAN: stays as it is", Entry(":61:260131C10,NTRFNONREF\r\n:86:Re: IBAN: stays as it is").RemittanceText);
        Assert.Equal("OD: 17 TYT.: wszystko", Entry(":61:260131C10,NTRFNONREF\r\n:86:OD: 17 TYT.: wszystko").RemittanceText);
    }

    [Fact]
    public void The_account_instead_of_a_reference_and_the_name_below()
    {
        var entry = Entry(":61:2601310131C10,00NOVBNL11RABO0987654321\r\nf. spark bedrijf n.v.\r\n:86:NL11RABO0987654321 f. spark bedrijf n.v.\r\n                \r\nfactuur 4711");
        Assert.Equal(("f. spark bedrijf n.v.", "NL11RABO0987654321"), (entry.CounterpartyName, entry.CounterpartyAccount));
        Assert.EndsWith("factuur 4711", entry.RemittanceText);
    }

    [Fact]
    public void Polish_subfields_with_fillers_and_the_address_behind()
    {
        var entry = Entry(":61:2601310131C10,00N152NONREF//6460500500000513\r\n152 0\r\n:86:020~00152\r\n~20FAKTURA 17/2026\r\n~21\u02d9\r\n~22\u02d9\r\n~3010205561\r\n~319000361245650140\r\n~32JAN KOWALSKI\r\n~33\u02d9\r\n~38PL50102055619000361245650240\r\n~60WARSZAWA\r\n~63\u02d9", currency: "PLN");
        Assert.Equal(("FAKTURA 17/2026", "JAN KOWALSKI", "PL50102055619000361245650240", "6460500500000513"), (entry.RemittanceText, entry.CounterpartyName, entry.CounterpartyAccount, entry.BankReference));
    }

    [Fact]
    public void Polish_labels_say_who_and_what_for()
    {
        var entry = Entry(":61:2601310131C10,00NTRFNONREF//MB1\r\n:86:911 TRANSAKCJA COLLECT; ID IPH: XX17; Z RACH.: 561140;\r\nOD: JAN NOWAK; TYT.: FV 1/2026   ; TNR: 179.01", currency: "PLN");
        Assert.Equal(("JAN NOWAK", "561140", "FV 1/2026", "XX17"), (entry.CounterpartyName, entry.CounterpartyAccount, entry.RemittanceText, Assert.Single(entry.Claims).StructuredReference));
    }

    [Fact]
    public void A_text_cut_at_the_width_of_the_line_keeps_its_blank_and_its_keyword()
    {
        var first = "/CNTP/NL21RABO0999999999/RABONL2U/KLANT N.V.///REMI/USTD//INV ".PadRight(61, 'x');
        var entry = Entry($":61:2601310131C10,NET0NONREF\r\n:86:{first[..58]}AB \r\nCD//EREF/E-1//RE\r\nMI/never/");
        Assert.Contains("AB CD", entry.RemittanceText, StringComparison.Ordinal);
        Assert.Equal("E-1", entry.EndToEndId);
        Assert.Equal("FACTUUR 11.3.2026 FACTUUR 12.3.2026", Entry(":61:260131C10,N122NONREF\r\n:86:/ORDP//NAME/BEDRIJF B.V./REMI/FACTUUR 11.3.2026\r\nFACTUUR 12.3.2026/ISDT/2026-01-31").RemittanceText);
    }

    [Fact]
    public void A_line_of_one_dash_in_a_text_does_not_end_the_message()
    {
        var statement = Expect.Success(Assert.Single(Mt940ReaderTests.Read(Mt940ReaderTests.Message(":61:260131C10,NTRFNONREF\r\n:86:Period 01-31\r\n-\r\nsecond part", "110,00"))));
        Assert.Equal(("Period 01-31 - second part", true, 0), (Assert.Single(statement.Entries).RemittanceText, statement.Balances, statement.Findings.Count));
        // Without a balance to come it is the end.
        Assert.Equal(2, Mt940ReaderTests.Read(":20:A\n:25:1/2\n:34F:EURD0,00\n:61:260131C1,NTRFX\n:86:a\n-\n:20:B\n:25:1/2\n:34F:EURD0,00\n:61:260131C1,NTRFX\n:86:b\n-\n").Count);
    }

    [Fact]
    public void A_text_in_several_fields_is_one()
    {
        Assert.Equal("FACTUUR 17 KLANT 4711", Entry(":61:260131C10,NTRFNONREF\r\n:86:FACTUUR 17\r\n:86:KLANT 4711").RemittanceText);
        var statement = Expect.Success(Assert.Single(Mt940ReaderTests.Read(":20:1\n:25:DABADKKK/1111\n:28C:1/1\n:60F:C260101SEK0,\n:86:For your inform. IBAN no.: SE11\n:86:BANK\n:61:2601310131CK5,79FINTTest\n:61:2601310131DK0,79NCHGTest//Test\n:86:Test//Test\n:62F:C260131SEK5,\n:64:C260131SEK5,\n")));
        Assert.Equal(["5.79 SEK Test", "-0.79 SEK Test//Test"], statement.Entries.Select(e => $"{e.Amount} {e.RemittanceText}"));
    }

    [Fact]
    public void The_customer_s_reference_and_who_is_behind_the_account()
    {
        var entry = Numbered("192?00SAMMLER?20KREF+RUN-2026-3?21SVWZ+Einzug?22ABWE+Other payee", line: "C10,00NTRFKREF+");
        Assert.Equal(("RUN-2026-3", "Einzug", ""), (entry.CustomerReference, entry.RemittanceText, entry.CounterpartyName));
        Assert.Equal("Tochter GmbH", Numbered("166?20SVWZ+R 1?21ABWA+Tochter GmbH?32Zahlstelle AG").CounterpartyName);
        Assert.Equal("Zahlstelle AG", Numbered("116?20SVWZ+R 1?21ABWA+Wir selbst?32Zahlstelle AG", "90,00", "D10,00NTRFNONREF").CounterpartyName);
    }

    [Theory]
    [InlineData("901", "AC01"), InlineData("906", "AM04"), InlineData("912", "MD06"), InlineData("914 text", "MS03"), InlineData("999", "999"), InlineData("", "")]
    public void German_numbers_of_reasons_are_those_of_iso(string number, string reason)
    {
        var entry = Numbered($"109?00SEPA-DD SOLL RUECKBEL.?20EREF+C-1?21MREF+M-1?22SVWZ+ORG?34{number}", "90,00", "D10,00NRTINONREF");
        Assert.Equal((true, reason, "SEPA-DD SOLL RUECKBEL."), (entry.IsReversal, entry.ReturnReason, entry.BankText));
    }

    [Fact]
    public void Words_instead_of_tags_and_a_note_of_the_other_bank()
    {
        var words = Numbered("166?20Rechnung 17?21End-to-End-Ref.:?22E2E-9?23Mandatsref.: M-7?24Kundenref.: K-1");
        Assert.Equal(("Rechnung 17", "E2E-9", "M-7", "K-1"), (words.RemittanceText, words.EndToEndId, words.MandateId, words.CustomerReference));
        var capitals = Numbered("105?20LASTSCHRIFT?21END-TO-END-REF.:?22100.2 CORE / MANDATSREF.:?23MA-7?24GLÄUBIGER-ID: DE02ZZZ1 R. 17");
        Assert.Equal(("LASTSCHRIFT R. 17", "100.2", "MA-7"), (capitals.RemittanceText, capitals.EndToEndId, capitals.MandateId));
        var note = Numbered("159?20EREF+E-1?21MTLG:Grund nicht genannt?22SVWZ+RETOURE?34914");
        Assert.Equal(("E-1", "RETOURE Grund nicht genannt"), (note.EndToEndId, note.RemittanceText));
    }

    [Fact]
    public void What_was_ordered_at_which_rate_and_for_which_charges()
    {
        var below = Entry(":61:2601310131C90,00NTRFNONREF//B\r\n/OCMT/USD100,00//EXCH/1,1111/CHGS/EUR0,50/\r\n:86:Invoice 17", "190,00");
        Assert.Equal(("100.00 USD", "1 EUR = 1.1111 USD (2026-01-31, bank)", "0.50 EUR"), ($"{below.InstructedAmount}", $"{below.Rate}", $"{below.Charges}"));
        var inside = Entry(":61:2601310131C90,00NTRFNONREF\r\n:86:/EREF/E-1/NAME/BUYER/OCMT/USD100,00/EXCH/0,9/CHGS/EUR1,00/REMI/Invoice 17", "190,00");
        Assert.Equal(("100.00 USD", "1 USD = 0.9 EUR (2026-01-31, bank)", "1.00 EUR", "Invoice 17"), ($"{inside.InstructedAmount}", $"{inside.Rate}", $"{inside.Charges}", inside.RemittanceText));
        Assert.Null(Entry(":61:2601310131C90,00NTRFNONREF\r\n/OCMT/USD100,00/EXCH/77,1/", "190,00").Rate);
    }

    [Fact]
    public void Keywords_of_an_american_bank() =>
        Assert.Equal("INVOICE 4711", Entry(":61:2601310131C10,NMSCNONREF\r\n:86:/PT/FT/PY/INVOICE 4711").RemittanceText);

    [Theory]
    [InlineData("Müller – 5 €", 1252), InlineData("MÜLLER für Öl", 850), InlineData("Käse", 850), InlineData("Jürgen", 28591), InlineData("Größe", 1252)]
    public void Texts_in_code_pages_nobody_names(string text, int page)
    {
        var encoding = page == 28591 ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var bytes = encoding.GetBytes(Mt940ReaderTests.Message($":61:260131C10,NTRFNONREF\r\n:86:{text}", "110,00"));
        Assert.Equal(text, Assert.Single(Expect.Success(Mt940Reader.Read(new MemoryStream(bytes)).First()).Entries).RemittanceText);
    }

    [Fact]
    public void The_euro_of_iso_8859_15()
    {
        var bytes = Encoding.Latin1.GetBytes(Mt940ReaderTests.Message(":61:260131C10,NTRFNONREF\r\n:86:Preis 5 \u00a4", "110,00"));
        Assert.Equal("Preis 5 €", Assert.Single(Expect.Success(Mt940Reader.Read(new MemoryStream(bytes)).First()).Entries).RemittanceText);
    }

    [Theory]
    [InlineData("CCRALULL/LU280019400644750000", "LU280019400644750000"), InlineData("//AT39364/12345678912/EUR", "AT39364/12345678912"), InlineData("NL62INGB0001231231EUR", "NL62INGB0001231231")]
    [InlineData("NL84RABO0121212121 EUR", "NL84RABO0121212121"), InlineData("51210600/9223382012EUR", "51210600/9223382012"), InlineData("10020030/1234567", "10020030/1234567"), InlineData("/PL44102055610000380209739045", "PL44102055610000380209739045")]
    public void The_account_in_all_its_forms(string written, string account) =>
        Assert.Equal(account, Expect.Success(Mt940ReaderTests.Read(Mt940ReaderTests.Message("").Replace("10020030/1234567", written, StringComparison.Ordinal))[0]).Account);

    [Fact]
    public void A_return_with_its_own_words_in_every_line()
    {
        var entry = Entry(":61:2601310131D12,35 NRTIKREF+//2016021783252833\r\n/OCMT/EUR11,85//CHGS/EUR0,50/\r\n:86:109?00SEPA-LASTSCHR. RETOURE CORE?109075/629?20EREF+A1.200080779.\r\n400143254?21.4961336 KREF+RUN-2026-06?22-P1 MR\r\nEF+HW2723821 OAMT+11,85 SVWZ+?\r\n25SONSTIGE GRUENDE ENDABRECHN?26UNG NR. 17?30CSDBDE71XXX?31DE507?32TESTER?34902", "87,65");
        Assert.Equal((true, "AC04", "NRTI+109", "2016021783252833"), (entry.IsReversal, entry.ReturnReason, entry.TransactionCode, entry.BankReference));
        Assert.Equal(("11.85 EUR", "0.50 EUR", "HW2723821", "SONSTIGE GRUENDE ENDABRECHNUNG NR. 17"), ($"{entry.InstructedAmount}", $"{entry.Charges}", entry.MandateId, entry.RemittanceText));
        Assert.StartsWith("RUN-2026-06", entry.CustomerReference);
    }

    [Fact]
    public void Free_text_behind_its_code_and_the_line_below_the_movement()
    {
        Assert.Equal(("Rechnung 17", "NTRF+999"), (Entry(":61:260131C10,NTRFNONREF\r\n:86:999Rechnung 17").RemittanceText, Entry(":61:260131C10,NTRFNONREF\r\n:86:999Rechnung 17").TransactionCode));
        Assert.Equal("9990017 Rechnung", Entry(":61:260131C10,NTRFNONREF\r\n:86:9990017 Rechnung").RemittanceText);
        Assert.Equal("20131209007602198765432000000012", Entry(":61:2601310131C10,FMSC01916//NONREF\r\n20131209007602198765432000000012\r\n:86:GIRO AUS ONLINE-SIC").BankText);
    }

    [Fact]
    public void A_type_with_blanks_and_a_long_reference()
    {
        Assert.Equal(("S", "X"), (Entry(":61:2601310131CF10,00S   X").TransactionCode, Entry(":61:2601310131CF10,00S   X").CustomerReference));
        Assert.Equal("2022070616391534000", Entry(":61:2601310131CR10,NTRFBIPI-dvT1FzfMqvzF5HaU4oetlH7SGRkonU//2022070616391534000").BankReference);
    }

    private static readonly string[] PolishNames = ["Michał Gołąb", "ŻABKA POLSKA SPÓŁKA", "Księgowość ŁÓDŹ", "Paweł Wiśniewski", "Grażyna Źródło"];

    // One line shows it, before or behind the others: the bank has one code page. Letters the west has too go with it.
    [Theory, InlineData(1250), InlineData(28592)]
    public void Polish_code_pages_that_nobody_declares_show_themselves(int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        List<string> Names(IEnumerable<string> names) => [.. Statements(encoding.GetBytes(Mt940ReaderTests.Message(string.Concat(names.Select((n, i) =>
            $":61:260131C{i + 1},00NTRFNONREF\r\n:86:020^00PRZELEW^20FV {i}^32{n}^38PL27114020040000300201355387\r\n"))))).SelectMany(s => s.Entries).Select(e => e.CounterpartyName)];
        Assert.Equal(PolishNames, Names(PolishNames));
        Assert.Equal(PolishNames.Reverse(), Names(PolishNames.Reverse()));
        Assert.Equal(["Księgowość ŁÓDŹ", "Michał Gołąb"], Names(["Księgowość ŁÓDŹ", "Michał Gołąb"]));
    }

    // Words that no western language has show the code page, of the same line or of another one of the file.
    [Theory]
    [InlineData(1250, "Dvořák Jiří", "Plzeň", "Bělá pod Bezdězem", "ČESKÁ POŠTA", "Žižkov, Baťa")]
    [InlineData(28592, "Dvořák Jiří", "Plzeň", "Tomášek a Božena Přikrylová", "ŠKODA, Beneš", "Žižkov, Baťa")]
    [InlineData(852, "Dvořák Jiří", "Plzeň", "Tomášek a Božena Přikrylová", "ČESKÁ POŠTA", "účet číslo")]
    [InlineData(1250, "Szőke Gyűjtő Kft", "Erdősné Nagy Éva", "GYŐRI TÉGLAGYÁR", "Szűcs Pál")]
    [InlineData(28592, "Szőke Gyűjtő Kft", "Erdősné Nagy Éva", "GYŐRI TÉGLAGYÁR", "Szűcs Pál")]
    [InlineData(852, "Szőke Gyűjtő Kft", "Erdősné Nagy Éva", "GYŐRI TÉGLAGYÁR", "Szűcs Pál")]
    [InlineData(1250, "Ľubomír Kráľ", "Žilina, Děčín", "Tatra")]
    [InlineData(852, "Ostrołęka Kępno", "Michał Gołąb", "Łódź")]
    public void Czech_slovak_hungarian_and_polish_code_pages_that_nobody_declares_show_themselves(int page, params string[] texts)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        List<string> Texts(IEnumerable<string> texts) => [.. Statements(encoding.GetBytes(Mt940ReaderTests.Message(string.Concat(texts.Select((t, i) =>
            $":61:260131C{i + 1},00NTRFNONREF\r\n:86:{t}\r\n"))))).SelectMany(s => s.Entries).Select(e => e.RemittanceText)];
        Assert.Equal(texts, Texts(texts));
        Assert.Equal(texts.Reverse(), Texts(texts.Reverse()));
    }

    [Theory]
    [InlineData("Smørrebrød, Østre Søgade, Ærø, Blåbær, café", 1252)]
    [InlineData("Crèmerie de l’Été, sœur Noëlle, où çà, «fête»naïve, DÉJÀ VU, ¿Qué?", 1252)]
    [InlineData("Sørvágur, Þórður Björnsson, Ísafjörður, Tórshøvn, Bøur", 1252)]
    [InlineData("Nicolò, perché, città, lunedì, più, virtù", 1252)]
    [InlineData("Ações e Milhões, São João, Órgãos, Barcelonès, Peròl, l·lusió", 1252)]
    [InlineData("Jõgeva Võrtsjärv, Õismäe, Häußler & Söhne – „Größe“, don’t, Citroën", 1252)]
    [InlineData("Zoë reünie, één, patiënt, à©b, x®y, 5µm", 1252)]
    [InlineData("Straße, Müller, señal, azúcar, crème brûlée, garçon", 850)]
    public void Western_words_stay_western(string text, int page)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(Mt940ReaderTests.Message($":61:260131C1,00NTRFNONREF\r\n:86:{text}\r\n"));
        Assert.Equal(text, Assert.Single(Assert.Single(Statements(bytes)).Entries).RemittanceText);
    }

    [Theory]
    [InlineData("cœur 5 m³ 1¹ ¿Qué? £10 °C ±3 ¼ Peñarol São François Ærø", 1252)]
    [InlineData("WIE DAS ÖL Käse naïve Citroën", 1252)]
    [InlineData("señal azúcar", 850)]
    [InlineData("Michał Gołąb", 65001)]
    [InlineData("Kraków Gdańsk", 65001)]
    public void Nothing_else_is_taken_for_polish(string name, int page)
    {
        var encoding = page == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var text = Mt940ReaderTests.Message($":61:260131C1,00NTRFNONREF\r\n:86:020^00PRZELEW^20FV 1^32{name[..Math.Min(27, name.Length)]}^33{name[Math.Min(27, name.Length)..]}^38PL27114020040000300201355387\r\n");
        Assert.Equal(name, Assert.Single(Statements(encoding.GetBytes(text)).Single().Entries).CounterpartyName);
    }

    // What no byte can show, the host says: he knows his bank.
    [Fact]
    public void A_host_that_knows_the_code_page_transcodes_the_stream()
    {
        var czech = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;
        var bytes = czech.GetBytes(Mt940ReaderTests.Message(":61:260131C1,00NTRFNONREF\r\n:86:Plzeň, Čermák\r\n"));
        Assert.Equal("Plzeò, Èermák", Assert.Single(Assert.Single(Statements(bytes)).Entries).RemittanceText);
        using var stream = Encoding.CreateTranscodingStream(new MemoryStream(bytes), czech, Encoding.UTF8);
        Assert.Equal("Plzeň, Čermák", Assert.Single(Assert.Single(BankFiles.BuiltIn.Read(stream)).Value.Entries).RemittanceText);
    }

    private static List<BankStatement> Statements(byte[] bytes) => [.. BankFiles.BuiltIn.Read(new MemoryStream(bytes)).Where(r => r.IsSuccess).Select(r => r.Value)];
}
