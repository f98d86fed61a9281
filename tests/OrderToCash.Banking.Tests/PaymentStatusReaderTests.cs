using System.Text;

namespace OrderToCash.Banking.Tests;

public class PaymentStatusReaderTests
{
    private const string Report = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>ANS-1</MsgId></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>MSG-1</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
        <OrgnlPmtInfAndSts><OrgnlPmtInfId>B-1</OrgnlPmtInfId><PmtInfSts>PART</PmtInfSts>
        <TxInfAndSts><OrgnlEndToEndId>E-1</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></StsRsnInf>
        <OrgnlTxRef><Amt><InstdAmt Ccy="EUR">100.50</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """;

    private static Result<PaymentStatusReport> Read(string text, BankFileLimits? limits = null) => PaymentStatusReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits);

    [Fact]
    public void A_rejected_collection_with_its_reason()
    {
        var report = Expect.Success(Read(Report));
        Assert.Equal(("ANS-1", "MSG-1"), (report.MessageId, report.OriginalMessageId));
        Assert.Equal(["PART", "PART", "RJCT"], report.Statuses.Select(s => s.Status));
        var rejected = Assert.Single(report.Statuses, s => s.IsRejected);
        Assert.Equal(("B-1", "E-1", "AC04", "Account closed", "100.50 EUR"), (rejected.BatchId, rejected.EndToEndId, rejected.Reason, rejected.Information, $"{rejected.Amount}"));
    }

    [Fact]
    public void What_is_no_answer_is_refused_with_the_reason()
    {
        Expect.Refused(BankFileErrors.NotPaymentStatus, Read("<Document><Other/></Document>"));
        Expect.Refused(BankFileErrors.Empty, Read(""));
        Expect.Refused(BankFileErrors.NotXml, Read("x"));
        Expect.Refused(BankFileErrors.Truncated, Read(Report[..^30]));
        Expect.Refused(BankFileErrors.DocumentType, Read("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"));
        Expect.Refused(BankFileErrors.TooLarge, Read(Report, new() { Depth = 3 }));
        Expect.Found(BankFileErrors.BadAmount, Expect.Success(Read(Report.Replace("100.50", "x", StringComparison.Ordinal))).Findings);
    }

    [DataFact]
    public void Every_public_pain_file_is_read_or_refused_with_a_reason()
    {
        var (read, refused) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Data!, "bank"), "*pain*", SearchOption.AllDirectories).Where(p => p.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var file = File.OpenRead(path);
            var result = PaymentStatusReader.Read(file);
            if (result.IsSuccess) read++;
            else refused++;
            Assert.Equal(File.ReadAllText(path).Contains("CstmrPmtStsRpt", StringComparison.Ordinal) || File.ReadAllText(path).Contains("<pain.002", StringComparison.Ordinal), result.IsSuccess);
            if (result.IsSuccess) Assert.NotEmpty(result.Value.Statuses);
        }
        Assert.True(read > 2 && refused > 2, $"{read} read, {refused} refused");
    }
}
