using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Banking.Tests;

/// <summary>
/// Files of every format, cut, spliced, doubled and overwritten: read or refused, never thrown at; what is given is addable, its
/// identities are unique, and the same bytes give the same again.
/// </summary>
public class BankFileFuzzProperties
{
    private static readonly string[] Seeds =
    [
        new ACamt
        {
            Entries = ACamt.Entry("10.00", inside: """<NtryDtls><Btch><PmtInfId>P</PmtInfId><NbOfTxs>2</NbOfTxs></Btch><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><Amt Ccy="GBP">6.00</Amt><AmtDtls><InstdAmt><Amt Ccy="EUR">7.50</Amt><CcyXchg><SrcCcy>EUR</SrcCcy><TrgtCcy>GBP</TrgtCcy><XchgRate>0.8</XchgRate></CcyXchg></InstdAmt></AmtDtls></TxDtls><TxDtls><Amt Ccy="GBP">4.00</Amt></TxDtls></NtryDtls>""")
                + ACamt.Entry("1.00", "DBIT", dates: "") + "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>10.00</Sum></TtlCdtNtries></TxsSummry>",
            Closing = "109.00",
        }.Text,
        Mt940ReaderTests.Message(":61:2601310131CR25,50NTRFKREF+//B\r\n/OCMT/USD30,00/EXCH/1,2/CHGS/EUR1,00/\r\n:86:166?00X?20EREF+R?21SVWZ+X?31DE89?32N?34901\r\n:61:260131D1,00NTRFNONREF\r\n:86:/EREF/1/REMI/USTD//x/\r\n-\r\n:61:260131C1,00NTRFNL11RABO0987654321\r\nnaam\r\n:86:SEPA IBAN: NL70ABNA0888888888\r\nNAAM: K OMSCHRIJVING: F KENMERK: E\r\n:86:more", "125,50"),
        "01,1,2,260131,,,,,2/\n02,1,2,1,260131,,EUR,2/\n03,1,EUR,010,1,,,015,2,,/\n16,165,1500,D,2,0,1,1,2,R,C,X/\n88,EREF: 1\n49,1503,4/\n03,2,USD,/\n16,552,5,V,260201,,R,,X/\n49,5,3/\n98,1508,2,9/\n99,1508,1,11/\n",
        "OFXHEADER:100\nCHARSET:1252\n\n<OFX><STMTRS><CURDEF>USD<ACCTID>1<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260115<TRNAMT>1,234.50<FITID>F<NAME><![CDATA[A&B]]><ORIGCURRENCY><CURRATE>1.25<CURSYM>GBP</ORIGCURRENCY></STMTTRN><STMTTRNP><TRNAMT>5</STMTTRNP></STMTRS></OFX>",
        CodaReaderTests.Sample,
    ];

    /// <summary>A seed with some of its bytes cut, doubled, moved into another seed or overwritten.</summary>
    public static Arbitrary<byte[]> Files() => Arb.From(
        from seed in Gen.Elements(Seeds)
        from other in Gen.Elements(Seeds)
        from changes in Gen.ListOf(
            from kind in Gen.Choose(0, 4)
            from at in Gen.Choose(0, 9999)
            from length in Gen.Choose(1, 60)
            from value in Gen.Elements((byte)0, (byte)'/', (byte)':', (byte)'-', (byte)'9', (byte)',', (byte)'<', (byte)'>', (byte)'\n', (byte)0x81, (byte)0xC3, (byte)0xFF, (byte)']')
            select (kind, at, length, value), 6)
        select changes.Aggregate(Encoding.Latin1.GetBytes(seed), (bytes, change) => Changed(bytes, Encoding.Latin1.GetBytes(other), change)));

    private static byte[] Changed(byte[] bytes, byte[] other, (int Kind, int At, int Length, byte Value) change)
    {
        if (bytes.Length == 0) return other;
        var at = change.At % bytes.Length;
        var end = Math.Min(bytes.Length, at + change.Length);
        return change.Kind switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[at..]],
            2 => [.. bytes[..at], .. other[(change.At % other.Length)..Math.Min(other.Length, change.At % other.Length + change.Length)], .. bytes[at..]],
            3 => bytes[..at],
            _ => [.. bytes[..at], .. Enumerable.Repeat(change.Value, end - at), .. bytes[end..]],
        };
    }

    [Property(MaxTest = 1500, Arbitrary = [typeof(BankFileFuzzProperties)])]
    public bool Any_file_is_read_or_refused(byte[] file)
    {
        var formats = BankFiles.BuiltIn.Formats.Select(f => f.Name).Append("").ToList();
        foreach (var name in formats)
        {
            var (first, second) = (Read(name, file), Read(name, file));
            if (!first.Select(Shown).SequenceEqual(second.Select(Shown))) return false;
            foreach (var statement in first.Where(r => r.IsSuccess).Select(r => r.Value))
            {
                _ = statement.Total;
                if (statement.Entries.Select(e => e.Identity).Distinct().Count() != statement.Entries.Count) return false;
                if (statement.Entries.Any(e => e.Amount.IsZero || e.Account != statement.Account || e.Amount.Currency != statement.Currency)) return false;
            }
        }
        return RemittanceAdvices.Read(new MemoryStream(file)).ToList().Count > 0;
    }

    private static List<Result<BankStatement>> Read(string format, byte[] file) => [.. format.Length == 0
        ? BankFiles.BuiltIn.Read(new MemoryStream(file))
        : BankFiles.BuiltIn.Formats.Single(f => f.Name == format).Read(new MemoryStream(file), BankFileLimits.Default, default)];

    private static string Shown(Result<BankStatement> read) => read.IsSuccess
        ? string.Join('|', read.Value.Entries.Select(e => e.Identity)) + string.Join('|', read.Value.Findings)
        : string.Join('|', read.Errors);
}
