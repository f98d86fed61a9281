using static OrderToCash.Banking.Tests.ACamt;

namespace OrderToCash.Banking.Tests;

/// <summary>What is the same line of a bank, and what is not, over files that repeat, overlap and reuse references.</summary>
public class LineIdentityTests
{
    private static string Line(string day, string amount, string reference = "", string text = "", string direction = "CRDT", string inside = "") => Entry(amount, direction,
        inside + Details($"{(text.Length == 0 ? "" : $"<RmtInf><Ustrd>{text}</Ustrd></RmtInf>")}"), before: reference.Length == 0 ? "" : $"<AcctSvcrRef>{reference}</AcctSvcrRef>")
        .Replace("2011-01-03", day, StringComparison.Ordinal);

    private static List<string> Ids(params string[] lines) => [.. new ACamt { Opening = "", Closing = "", Entries = string.Concat(lines) }.Read().Entries.Select(e => e.Identity)];

    [Fact]
    public void A_reference_that_comes_back_on_another_day_or_with_another_amount_is_another_line()
    {
        var first = Ids(Line("2011-01-03", "10.00", "B-1"));
        Assert.Equal(first, Ids(Line("2011-01-03", "10.00", "B-1", "and what the payer says, which the report of the day before left out")));
        Assert.NotEqual(first, Ids(Line("2011-02-03", "10.00", "B-1")));
        Assert.NotEqual(first, Ids(Line("2011-01-03", "10.01", "B-1")));
        Assert.NotEqual(first, Ids(Line("2011-01-03", "10.00", "B-1", direction: "DBIT", inside: "<RvslInd>true</RvslInd>")));
    }

    // Booked lines do not move: a bank that was wrong takes the line back and books another. A line of another day is therefore
    // another line, also with the bank's reference and the payer's words of one that was booked; the later file repeats nothing.
    [Fact]
    public void A_booked_line_that_a_bank_moves_to_another_day_is_another_line_once()
    {
        var (before, after) = (Ids(Line("2011-01-03", "10.00", "B-1", "invoice 17")), Ids(Line("2011-01-04", "10.00", "B-1", "invoice 17")));
        Assert.NotEqual(before, after);
        Assert.Equal(after, Ids(Line("2011-01-04", "10.00", "B-1", "invoice 17")));
        Assert.Equal(2, before.Union(after).Union(Ids(Line("2011-01-03", "10.00", "B-1", "invoice 17"), Line("2011-01-04", "10.00", "B-1", "invoice 17"))).Count());
        // The day it counts from may change: it is the same line.
        string Valued(string day) => Line("2011-01-03", "10.00", "B-1").Replace("<ValDt><Dt>2011-01-04", $"<ValDt><Dt>{day}", StringComparison.Ordinal);
        Assert.Equal(Ids(Valued("2011-01-04")), Ids(Valued("2011-01-05")));
    }

    // The fee has the reference of its payment: whichever of them a file begins with, they are the same two lines.
    [Fact]
    public void A_payment_and_its_fee_under_one_reference_stay_the_same_in_a_file_that_has_only_one_of_them()
    {
        var both = Ids(Line("2011-01-03", "10.00", "B-1"), Line("2011-01-03", "0.15", "B-1", direction: "DBIT"));
        Assert.Equal(both[1..], Ids(Line("2011-01-03", "0.15", "B-1", direction: "DBIT")));
        Assert.Equal(both.AsEnumerable().Reverse(), Ids(Line("2011-01-03", "0.15", "B-1", direction: "DBIT"), Line("2011-01-03", "10.00", "B-1")));
    }

    [Theory, InlineData(""), InlineData("SAME")]
    public void Overlapping_files_add_only_what_is_new(string reference)
    {
        string[] days = [Line("2011-01-03", "5.00", reference, "x"), Line("2011-01-03", "5.00", reference, "x"), Line("2011-01-04", "5.00", reference, "x"), Line("2011-01-05", "5.00", reference, "x")];
        var (first, second) = (Ids(days[..3]), Ids(days[2..]));
        Assert.Equal(first[2], second[0]);
        Assert.Equal(4, first.Union(second).Count());
        Assert.Equal(4, first.Union(Ids(days)).Count());
    }

    private static string Statement(string line) => Mt940ReaderTests.Message($"{line}\r\n:86:166?00GUTSCHRIFT?20EREF+E-1?21SVWZ+Miete\r\n", "0,00");

    private static string Mt940(string line) => Assert.Single(Mt940Reader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Statement(line)))).Single().Value.Entries).Identity;

    [Fact]
    public void Mt940_references_of_a_day_come_back_next_month()
    {
        var january = Mt940(":61:2601310131CR25,50NTRFNONREF//000001");
        Assert.Equal(january, Mt940(":61:2601310131CR25,50NTRFNONREF//000001"));
        Assert.NotEqual(january, Mt940(":61:2602280228CR25,50NTRFNONREF//000001"));
        Assert.NotEqual(january, Mt940(":61:2601310131CR25,51NTRFNONREF//000001"));
    }

    private static string Ofx(string id, string amount, string day) => Assert.Single(OfxReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
        $"OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>USD<ACCTID>1<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{id}<NAME>A</STMTTRN></STMTRS></OFX>")))
        .Single().Value.Entries).Identity;

    [Fact]
    public void A_transaction_id_of_ofx_that_a_bank_reuses_takes_no_money_away()
    {
        Assert.Equal(Ofx("20260115", "5.00", "20260115"), Ofx("20260115", "5.00", "20260115120000[0:GMT]"));
        Assert.NotEqual(Ofx("20260115", "5.00", "20260115"), Ofx("20260115", "6.00", "20260115"));
        Assert.NotEqual(Ofx("1", "5.00", "20260115"), Ofx("1", "5.00", "20260215"));
    }
}
