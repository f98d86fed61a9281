using System.Text;
using System.Xml.Linq;

namespace OrderToCash.Banking.Tests;

public class PaymentFileTests
{
    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static SepaAccount Account(string name, string iban = "DE89370400440532013000", string bic = "") => new() { Name = name, Iban = Expect.Success(Iban.Parse(iban)), Bic = bic };

    private static Collection Collect(string id, decimal amount, string mandate = "M-1") => new()
    {
        EndToEndId = id, Amount = Eur(amount), MandateId = mandate, MandateSignedOn = new(2025, 1, 2), Debtor = Account("Müller & Söhne", "NL91ABNA0417164300", "ABNANL2A"), Text = "Rechnung RE-1 – danke",
    };

    private static DirectDebitFile Debits(params Collection[] collections) => new()
    {
        MessageId = "MSG-1", CreatedAt = Instant.FromUtc(2026, 1, 31, 10, 0), Sender = "Seller GmbH",
        Batches = [new() { Id = "B-1", CollectOn = new(2026, 2, 5), Scheme = DirectDebitScheme.Core, Sequence = SequenceType.Recurrent, Creditor = Account("Seller GmbH"), CreditorId = "DE98ZZZ09999999999", Collections = [.. collections] }],
    };

    private static CreditTransferFile Transfers(params SepaTransfer[] transfers) => new()
    {
        MessageId = "MSG-2", CreatedAt = Instant.FromUtc(2026, 1, 31, 10, 0), Sender = "Seller GmbH", Debtor = Account("Seller GmbH"), ExecuteOn = new(2026, 2, 2), Transfers = [.. transfers],
    };

    private static XElement Written(Func<Stream, Result<PaymentFileTotals>> write)
    {
        using var stream = new MemoryStream();
        Expect.Success(write(stream));
        return XElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Value(XElement root, string name) => root.Descendants().First(e => e.Name.LocalName == name).Value;

    [Fact]
    public void A_direct_debit_order_in_the_order_of_its_schema()
    {
        var root = Written(Debits(Collect("E-1", 100.5m), Collect("E-2", 0.01m)).WriteTo);
        Assert.Equal("urn:iso:std:iso:20022:tech:xsd:pain.008.001.08", root.Name.NamespaceName);
        Assert.Equal(("2", "100.51", "RCUR", "CORE", "2026-02-05"), (Value(root, "NbOfTxs"), Value(root, "CtrlSum"), Value(root, "SeqTp"), root.Descendants().First(e => e.Name.LocalName == "LclInstrm").Value, Value(root, "ReqdColltnDt")));
        var batch = root.Descendants().First(e => e.Name.LocalName == "PmtInf");
        Assert.Equal("PmtInfId PmtMtd NbOfTxs CtrlSum PmtTpInf ReqdColltnDt Cdtr CdtrAcct CdtrAgt ChrgBr CdtrSchmeId DrctDbtTxInf DrctDbtTxInf", string.Join(' ', batch.Elements().Select(e => e.Name.LocalName)));
        var first = batch.Elements().First(e => e.Name.LocalName == "DrctDbtTxInf");
        Assert.Equal("PmtId InstdAmt DrctDbtTx DbtrAgt Dbtr DbtrAcct RmtInf", string.Join(' ', first.Elements().Select(e => e.Name.LocalName)));
        Assert.Equal(("Muller + Sohne", "Rechnung RE-1 - danke", "ABNANL2A", "M-1"), (Value(first, "Nm"), Value(first, "Ustrd"), Value(first, "BICFI"), Value(first, "MndtId")));
        Assert.Equal("NOTPROVIDED", batch.Elements().First(e => e.Name.LocalName == "CdtrAgt").Value);
    }

    [Fact]
    public void A_refund_as_a_credit_transfer()
    {
        var root = Written(Transfers(new SepaTransfer { EndToEndId = "R-1", Amount = Eur(20), Creditor = Account("Jane Doe", "GB29NWBK60161331926819", "NWBKGB2L"), Text = "Refund of CN-1" }).WriteTo);
        var transfer = root.Descendants().First(e => e.Name.LocalName == "CdtTrfTxInf");
        Assert.Equal("PmtId Amt CdtrAgt Cdtr CdtrAcct RmtInf", string.Join(' ', transfer.Elements().Select(e => e.Name.LocalName)));
        Assert.Equal(("R-1", "20.00", "Jane Doe", "GB29NWBK60161331926819"), (Value(transfer, "EndToEndId"), Value(transfer, "InstdAmt"), Value(transfer, "Nm"), Value(transfer, "IBAN")));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        var bad = Debits(
            Collect("E//1", 0m), Collect("E-2", 1m), Collect("E-2", 1_000_000_000m) with { MandateId = new string('M', 36), MandateSignedOn = new(2026, 3, 1) },
            Collect("E-3", 1m) with { Amount = Money.Of(1m, Currency.Usd), Debtor = new() { Name = " ", Iban = default, Bic = "x" } });
        bad = bad with { MessageId = "", Batches = [bad.Batches[0] with { CreditorId = "DE00ZZZ09999999999" }] };
        using var stream = new MemoryStream();
        var result = bad.WriteTo(stream);
        Assert.Equal(0, stream.Length);
        var findings = bad.Check();
        Assert.Equal(findings, result.Errors);
        Expect.Found(PaymentFileErrors.ReferenceInvalid, findings);
        Expect.Found(PaymentFileErrors.ReferenceTwice, findings);
        Expect.Found(PaymentFileErrors.AmountInvalid, findings);
        Expect.Found(PaymentFileErrors.MandateNotSigned, findings);
        Expect.Found(PaymentFileErrors.NameMissing, findings);
        Expect.Found(PaymentFileErrors.AccountInvalid, findings);
        Expect.Found(PaymentFileErrors.CreditorIdInvalid, findings);
        Expect.Refused(PaymentFileErrors.Empty, Transfers().WriteTo(stream));
        Assert.Equal(12, findings.Count);
    }

    [Property(MaxTest = 100)]
    public bool Any_name_comes_out_in_the_character_set(string? name)
    {
        var sent = SepaText.Of(name ?? "", 70);
        return sent.Length <= 70 && sent.All(c => char.IsAsciiLetterOrDigit(c) || "/-?:().,'+ ".Contains(c, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sum_of_the_file_is_the_sum_of_its_parts() =>
        Assert.Equal((3, "6.00 EUR"), Expect.Success(Debits(Collect("A", 1), Collect("B", 2), Collect("C", 3)).WriteTo(Stream.Null)) is var t ? (t.Count, $"{t.Sum}") : default);
}
