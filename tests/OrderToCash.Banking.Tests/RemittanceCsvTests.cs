using System.Text;

namespace OrderToCash.Banking.Tests;

public class RemittanceCsvTests
{
    private static readonly RemittanceCsvMapping German = new()
    {
        Delimiter = ';', DecimalSeparator = ',', DatePattern = "dd.MM.uuuu", Currency = "EUR",
        Number = "Avis", PaymentReference = "Referenz", PayerName = "Zahler", Date = "Datum", DocumentNumber = "Beleg", DocumentDate = "Belegdatum",
        Gross = "Brutto", Discount = "Skonto", Deduction = "Abzug", DeductionReason = "Grund", Paid = "Betrag",
    };

    private const string Headings = "Avis;Referenz;Zahler;Datum;Beleg;Belegdatum;Brutto;Skonto;Abzug;Grund;Betrag\n";

    private static List<Result<RemittanceAdvice>> Read(string rows, BankFileLimits? limits = null, RemittanceCsvMapping? mapping = null) =>
        [.. RemittanceAdvices.Read(new MemoryStream(Encoding.UTF8.GetBytes(rows)), mapping ?? German, limits)];

    [Fact]
    public void Rows_of_one_payment_are_one_advice()
    {
        var read = Read(Headings
            + "A1;E-17;Müller AG;31.01.2026;RE-1;02.01.2026;1.000,00;20,00;30,00;Bruch;950,00\n"
            + "A1;E-17;Müller AG;31.01.2026;GS-2;03.01.2026;-100,00;;;;-100,00\n"
            + "A2;E-18;Huber KG;31.01.2026;RE-9;;;;;;5,00\n").Select(Expect.Success).ToList();
        Assert.Equal(["A1 850.00 EUR", "A2 5.00 EUR"], read.Select(a => $"{a.Number} {a.PaidByLines}"));
        Assert.All(read, a => Assert.Empty(a.Findings));
        var (advice, line) = (read[0], read[0].Lines[0]);
        Assert.Equal(("E-17", "Müller AG", new LocalDate(2026, 1, 31)), (advice.PaymentReference, advice.PayerName, advice.Date!.Value));
        Assert.Equal(("1000.00 EUR", "20.00 EUR", "30.00 EUR", "Bruch", "950.00 EUR"),
            ($"{line.Gross}", $"{line.Discount}", $"{line.Deductions[0].Amount}", line.Deductions[0].Reason, $"{line.Paid}"));
        Assert.Equal(["RE-1 950.00 EUR", "GS-2 -100.00 EUR"], advice.Claims.Select(c => $"{c.DocumentNumber} {c.Amount}"));
    }

    [Fact]
    public void A_list_without_headings_is_read_by_position()
    {
        var advice = Expect.Success(Assert.Single(Read("RE-1,12.50,USD\nRE-2,7.5,USD\n", mapping: new() { HasNoHeadings = true, DocumentNumber = "1", Paid = "2", CurrencyColumn = "3" })));
        Assert.Equal(["RE-1 12.50 USD", "RE-2 7.50 USD"], advice.Claims.Select(c => $"{c.DocumentNumber} {c.Amount}"));
    }

    [Fact]
    public void Bad_rows_are_named_by_line_and_the_good_ones_stay()
    {
        Case(BankFileErrors.BadAmount, "A;;;;RE-1;;;;;;x");
        Case(BankFileErrors.BadAmount, "A;;;;RE-1;;;;;;");
        Case(BankFileErrors.BadAmount, "A;;;;RE-1;;y;;;;1,00");
        Case(BankFileErrors.BadField, "A;;;;;;;;;;1,00");
        Case(BankFileErrors.Truncated, "A;;;;\"RE-1;;;;;;1,00", last: true);

        static void Case(ErrorCode code, string bad, bool last = false)
        {
            var rows = last ? $"A;;;;RE-0;;;;;;2,00\n{bad}" : $"{bad}\nA;;;;RE-0;;;;;;2,00";
            var advice = Expect.Success(Read(Headings + rows)[0]);
            Assert.Equal(last ? "3" : "2", Expect.Found(code, advice.Findings).Fact("line"));
            Assert.Equal("RE-0", Assert.Single(advice.Lines).DocumentNumber);
        }
    }

    [Fact]
    public void A_row_that_does_not_add_up_and_a_bad_date_are_told_but_kept()
    {
        var advice = Expect.Success(Assert.Single(Read(Headings + "A;;;31.31.2026;RE-1;;10,00;1,00;;;8,00\n")));
        Expect.Found(BankFileErrors.ControlTotal, advice.Findings);
        Expect.Found(BankFileErrors.BadDate, advice.Findings);
        Assert.Equal("8.00 EUR", $"{Assert.Single(advice.Lines).Paid}");
    }

    [Fact]
    public void Files_and_mappings_that_can_not_be_used()
    {
        Expect.Refused(BankFileErrors.Empty, Assert.Single(Read("")));
        Expect.Refused(BankFileErrors.NoAdvice, Assert.Single(Read(Headings)));
        Expect.Refused(BankFileErrors.ColumnMissing, Assert.Single(Read("Avis;Beleg\nA;B")));
        Expect.Refused(BankFileErrors.TooLarge, Read(Headings + string.Concat(Enumerable.Repeat("A;;;;RE-1;;;;;;1,00\n", 9)), new() { Entries = 5 })[^1]);
        Expect.Found(BankFileErrors.UnknownCurrency, Expect.Success(Read("RE-1,5,QQQ", mapping: new() { HasNoHeadings = true, DocumentNumber = "1", Paid = "2", CurrencyColumn = "3" })[0]).Findings);
        var bad = new RemittanceCsvMapping { DocumentNumber = "", Paid = "", DeductionReason = "x", LinesToSkip = -1, DatePattern = "%" };
        Assert.Equal(["documentNumber", "paid", "currency", "deduction", "linesToSkip", "datePattern"], bad.Check().Select(f => f.Target));
        Assert.Throws<ArgumentException>(() => Read("", mapping: bad));
    }

    [Property(MaxTest = 200)]
    public bool A_file_changed_anywhere_is_never_thrown_at(int at, byte value)
    {
        var bytes = Encoding.Latin1.GetBytes(Headings + "A1;E-17;M;31.01.2026;RE-1;02.01.2026;1.000,00;20,00;30,00;B;950,00\n");
        bytes[Math.Abs(at % bytes.Length)] = value;
        return RemittanceAdvices.Read(new MemoryStream(bytes), German).ToList().Count > 0;
    }
}
