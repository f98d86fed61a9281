using System.Text;
using System.Text.Json;

namespace OrderToCash.Banking.Tests;

public class RemittanceAdvicesTests
{
    private static List<Result<RemittanceAdvice>> Read(string text, BankFileLimits? limits = null) =>
        [.. RemittanceAdvices.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits)];

    private static string X12(string body, string total = "300.00", int segments = 0) =>
        "ISA*00*          *00*          *ZZ*1*ZZ*2*260131*1705*U*00501*000000001*0*T*:~\nGS*RA*1*2*20260131*1705*1*X*005010~ST*820*0001~"
        + $"BPR*C*{total}*C*ACH*CTX*01*999*DA*4711*1657777777**01*148529553*DA*92283334*20260131~TRN*1*TRACE-17~{body}SE*{(segments > 0 ? segments : 4 + body.Count(c => c == '~'))}*0001~GE*1*1~IEA*1*1~";

    private const string Body = "N1*PR*BIG CUSTOMER*91*C-17~ENT*1~RMR*IV*RE-1**95.00*100.00*2.00~REF*PO*PO-9~DTM*003*20260102~ADX*-3.00*01~RMR*IV*RE-2**210.00~RMR*CM*CN-3**-5.00~";

    private static RemittanceAdvice One(string text) => Expect.Success(Assert.Single(Read(text)));

    [Theory, InlineData(""), InlineData("RMR*IV*RE-1**95.00~")]
    public void Deductions_without_an_end_are_refused(string before)
    {
        var read = Read(X12(before + string.Concat(Enumerable.Repeat("ADX*-0.01*01~", 2_000))));
        Assert.Equal("deductions of one document", Expect.Refused(BankFileErrors.TooLarge, read[^1]).Fact("what"));
    }

    [Fact]
    public void An_820_with_discount_deduction_and_credit_note()
    {
        var advice = One(X12(Body));
        Assert.Equal(("300.00 USD", "TRACE-17", "BIG CUSTOMER", "C-17", "4711"), ($"{advice.Total}", advice.PaymentReference, advice.PayerName, advice.PayerId, advice.PayerAccount));
        Assert.Equal(["RE-1 95.00 USD", "RE-2 210.00 USD", "CN-3 -5.00 USD"], advice.Claims.Select(c => $"{c.DocumentNumber} {c.Amount}"));
        Assert.Equal([("3.00 USD", "01"), ("", ""), ("", "")], advice.Claims.Select(c => ($"{c.KeptBack}", c.KeptBackReason)));
        var line = advice.Lines[0];
        Assert.Equal(("100.00 USD", "2.00 USD", "PO-9", "3.00 USD", "01"), ($"{line.Gross}", $"{line.Discount}", line.PayerReference, $"{line.Deductions[0].Amount}", line.Deductions[0].Reason));
        Assert.Equal((new LocalDate(2026, 1, 31), new LocalDate(2026, 1, 2), 0), (advice.Date!.Value, line.DocumentDate!.Value, advice.Findings.Count));
    }

    [Fact]
    public void Sums_and_counts_are_held_against_it()
    {
        Expect.Found(BankFileErrors.ControlTotal, One(X12(Body, "301.00")).Findings);
        Expect.Found(BankFileErrors.ControlTotal, One(X12(Body, segments: 99)).Findings);
    }

    [Fact]
    public void Bad_lines_are_named_and_the_good_ones_stay()
    {
        Expect.Found(BankFileErrors.BadAmount, One(X12("RMR*IV*A**x~RMR*IV*B**300.00~")).Findings);
        Expect.Found(BankFileErrors.BadField, One(X12("RMR*IV***1.00~RMR*IV*B**300.00~")).Findings);
        Assert.Equal("B", Assert.Single(One(X12("RMR*IV*A**x~RMR*IV*B**300.00~")).Lines).DocumentNumber);
    }

    [Fact]
    public void Files_that_break_off_or_hold_something_else()
    {
        var cut = Read(X12(Body)[..^60]);
        Expect.Found(BankFileErrors.Truncated, Expect.Success(cut[0]).Findings);
        Expect.Refused(BankFileErrors.Truncated, cut[1]);
        Expect.Refused(BankFileErrors.NoAdvice, Assert.Single(Read(X12(Body).Replace("ST*820", "ST*810", StringComparison.Ordinal))));
        Expect.Refused(BankFileErrors.BadField, Assert.Single(Read("ISAxx")));
        Expect.Refused(BankFileErrors.Empty, Assert.Single(Read(" ")));
        Expect.Refused(BankFileErrors.UnknownFormat, Assert.Single(Read("hello")));
        Expect.Refused(BankFileErrors.NoAdvice, Assert.Single(Read("<a/>")));
        Expect.Refused(BankFileErrors.DocumentType, Assert.Single(Read("<!DOCTYPE a><a/>")));
        Expect.Refused(BankFileErrors.TooLarge, Read(X12(Body), new() { Characters = 300 })[^1]);
    }

    [Property(MaxTest = 200)]
    public bool A_file_changed_anywhere_is_never_thrown_at(int at, byte value)
    {
        var bytes = Encoding.Latin1.GetBytes(X12(Body));
        bytes[Math.Abs(at % bytes.Length)] = value;
        return RemittanceAdvices.Read(new MemoryStream(bytes)).ToList().Count > 0;
    }

    [DataFact]
    public void Ecosio_remadv_reads_as_its_expected_output_says()
    {
        foreach (var name in new[] { "a", "b" })
        {
            var folder = Path.Combine(Repository.Data!, "bank", "remadv", "metasfresh__metasfresh");
            string Find(string part) => Directory.EnumerateFiles(folder).Single(f => f.Contains($"__{name}_{part}", StringComparison.Ordinal));
            using var file = File.OpenRead(Find("10_"));
            var advice = Expect.Success(Assert.Single(RemittanceAdvices.Read(file)));
            var expected = JsonDocument.Parse(File.ReadAllText(Find("20_"))).RootElement.GetProperty("remittanceAdviceList")[0];
            Assert.Equal(expected.GetProperty("remittedAmountSum").GetDecimal(), advice.Total!.Value.Amount);
            Assert.Equal((expected.GetProperty("documentNumber").GetString(), expected.GetProperty("remittanceAmountCurrencyISO").GetString(), expected.GetProperty("senderId").GetString()), (advice.Number, advice.Currency.Code, "gln-" + advice.PayerId));
            foreach (var (line, given) in advice.Lines.Zip(expected.GetProperty("lines").EnumerateArray()))
            {
                var sign = given.GetProperty("invoiceBaseDocType").GetString() == "ARC" ? -1 : 1;
                Assert.Equal(given.GetProperty("invoiceIdentifier").GetString(), "doc-" + line.DocumentNumber);
                Assert.Equal(given.GetProperty("remittedAmount").GetDecimal(), sign * line.Paid.Amount);
                Assert.Equal(given.GetProperty("invoiceGrossAmount").GetDecimal(), sign * line.Gross!.Value.Amount);
                // Their first file books the discount (reason 19) into the line's discount, ours does the same.
                Assert.Equal(given.GetProperty("paymentDiscountAmount").GetDecimal(), line.Discount.Amount);
                Assert.Equal(given.GetProperty("serviceFeeAmount").GetDecimal(), line.Deductions.Sum(d => d.Amount.Amount));
            }
        }
    }

    [DataFact]
    public void Every_x12_file_is_read_or_refused_with_a_reason()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Data!, "bank", "x12"), "*", SearchOption.AllDirectories))
        {
            using var file = File.OpenRead(path);
            var read = RemittanceAdvices.Read(file).ToList();
            if (path.Contains("820", StringComparison.Ordinal)) Assert.NotEmpty(Expect.Success(read[0]).Lines);
            else Assert.Contains(Assert.Single(Assert.Single(read).Errors).Code, (string[])[BankFileErrors.NoAdvice.Code, BankFileErrors.UnknownFormat.Code, BankFileErrors.BadField.Code]);
        }
    }

    [Fact]
    public void An_820_without_its_end_is_given_as_far_as_it_came_before_the_next_one()
    {
        var text = X12(Body).Replace("SE*12*0001~", "", StringComparison.Ordinal)
            .Replace("GE*1*1~", "ST*820*0002~BPR*C*7.00~RMR*IV*RE-9**7.00~SE*4*0002~GE*1*1~", StringComparison.Ordinal);
        var read = Read(text);
        Assert.Equal(["RE-1", "RE-9"], read.Select(r => Expect.Success(r).Lines[0].DocumentNumber));
        Expect.Found(BankFileErrors.Truncated, Expect.Success(read[0]).Findings);
    }

    [Fact]
    public void Too_many_lines_and_amounts_that_no_sum_can_hold_are_refused()
    {
        Expect.Refused(BankFileErrors.TooLarge, Read(X12(Body), new() { Entries = 2 })[^1]);
        var many = Read(X12(string.Concat(Enumerable.Repeat("RMR*IV*A**9999999999999999.00~", 20))));
        Expect.Found(BankFileErrors.TooLarge, Expect.Success(many[0]).Findings);
        Expect.Refused(BankFileErrors.TooLarge, many[1]);
    }

    [Fact]
    public void An_820_after_a_byte_order_mark_and_without_the_amount_paid()
    {
        var advice = One("\uFEFF" + X12("RMR*IV*RE-1***200.00*4.00~RMR*IV*RE-2**104.00~"));
        Assert.Equal(["196.00 USD", "104.00 USD"], advice.Lines.Select(l => $"{l.Paid}"));
        Assert.Equal(("200.00 USD", "4.00 USD"), ($"{advice.Lines[0].Gross}", $"{advice.Lines[0].Discount}"));
        Assert.DoesNotContain(advice.Findings, f => f.Code == BankFileErrors.BadAmount.Code || f.Fact("record") == "BPR");
    }

    [Fact]
    public void What_is_taken_off_the_whole_payment_is_kept()
    {
        var advice = One(X12("N1*PE*US*92*V-4711~ADX*-20.00*L5~RMR*IV*RE-1**200.00~RMR*IV*RE-2**120.00~"));
        Assert.Equal(("20.00 USD", "L5", "V-4711", 0), ($"{Assert.Single(advice.Deductions).Amount}", advice.Deductions[0].Reason, advice.PayeeId, advice.Findings.Count));
        Expect.Found(BankFileErrors.ControlTotal, One(X12("ADX*-20.00*L5~RMR*IV*RE-1**200.00~")).Findings);
    }

    [Fact]
    public void A_currency_that_comes_behind_amounts_is_named()
    {
        var advice = One(X12("RMR*IV*RE-1**300.00~CUR*PR*EUR~"));
        Expect.Found(BankFileErrors.OtherCurrency, advice.Findings);
        Assert.Equal("300.00 USD", $"{advice.PaidByLines}");
        Assert.Equal("300.00 EUR", $"{One(X12("CUR*PR*EUR~RMR*IV*RE-1**300.00~")).Total}");
        Expect.Found(BankFileErrors.OtherCurrency, One(X12("ADX*-1.00*L5~CUR*PR*EUR~RMR*IV*RE-1**301.00~")).Findings);
    }

    [Fact]
    public void Sums_of_a_line_stand_for_adjustments_it_does_not_list()
    {
        const string Xml = """
            <ErpelMessage xmlns:d="urn:d"><d:Document d:DocumentCurrency="EUR"><d:DocumentNumber>A1</d:DocumentNumber><d:DocumentDate>2026-01-31T00:00:00</d:DocumentDate>
            <d:Supplier><d:FurtherIdentification>400</d:FurtherIdentification></d:Supplier><d:Customer><d:FurtherIdentification>500</d:FurtherIdentification></d:Customer>
            <d:Details><d:ItemList><d:ListLineItem><ListLineItemExtension><ListLineItemExtension><REMADVListLineItemExtension>
            <DocumentNumber>RE-1</DocumentNumber><Customer><FurtherIdentification>501</FurtherIdentification></Customer>
            <MonetaryAmounts><InvoiceGrossAmount><Amount>100</Amount></InvoiceGrossAmount><CommissionAmount><Amount>-5</Amount></CommissionAmount><PaymentDiscountAmount><Amount>-2</Amount></PaymentDiscountAmount><RemittedAmount><Amount>93</Amount></RemittedAmount></MonetaryAmounts>
            </REMADVListLineItemExtension></ListLineItemExtension></ListLineItemExtension></d:ListLineItem></d:ItemList></d:Details></d:Document></ErpelMessage>
            """;
        var advice = One(Xml);
        var line = Assert.Single(advice.Lines);
        Assert.Equal(("93.00 EUR", "2.00 EUR", "5.00 EUR", "501"), ($"{line.Paid}", $"{line.Discount}", $"{Assert.Single(line.Deductions).Amount}", line.DebtorId));
        Assert.Equal(("500", "400"), (advice.PayerId, advice.PayeeId));
    }
}
