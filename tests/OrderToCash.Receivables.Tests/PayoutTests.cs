namespace OrderToCash.Receivables.Tests;

public sealed class PayoutTests
{
    private static readonly LocalDate Day = ADispute.Day;

    private const string File = """
        reference,kind,payment,currency,gross,converted,fee,net
        r1,charge,PA-1,EUR,100.00,,1.50,98.50
        r2,charge,PA-2,USD,110.00,100.00,2.00,98.00
        r3,refund,PA-3,EUR,-20.00,,0,-20.00
        r4,chargeback,PA-4,EUR,-30.00,,15.00,-45.00
        r5,reserve-held,,EUR,-10.00,,,-10.00
        r6,fee,,EUR,-5.00,,,-5.00
        r7,adjustment,"note, quoted",EUR,1.00,,,1.00
        """;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static EquatableArray<PayoutRow> Rows => Expect.Success(PayoutCsv.Read(new StringReader(File), Currency.Eur, PayoutCsvMapping.Neutral));

    private static PayoutReport Report(EquatableArray<PayoutRow>? rows = null, decimal amount = 117.50m) =>
        new() { Id = new("po-1"), Provider = "psp", PaidOn = Day, Amount = Eur(amount), Rows = rows ?? Rows };

    private static ExpectedMovement[] Expected =>
    [
        new() { Payment = "PA-1", Kind = PayoutRowKind.Charge, Gross = Eur(100) },
        new() { Payment = "PA-2", Kind = PayoutRowKind.Charge, Gross = Money.Of(110, Currency.Usd), Carried = Eur(98) },
        new() { Payment = "PA-3", Kind = PayoutRowKind.Refund, Gross = Eur(-20) },
        new() { Payment = "PA-4", Kind = PayoutRowKind.Chargeback, Gross = Eur(-30) },
    ];

    private static PayoutReconciliation Reconcile(PayoutReport report, decimal? bank = 117.50m, ExpectedMovement[]? expected = null) =>
        PayoutReconciliation.Of(report, bank is { } b ? Eur(b) : null, expected ?? Expected, Currency.Eur);

    [Fact]
    public void Gross_less_fees_refunds_chargebacks_and_reserve_is_the_banks_line()
    {
        var payout = Reconcile(Report());
        Assert.Empty(payout.Findings);
        Assert.True(payout.IsReconciled);
        Assert.Equal(Eur(117.50m), Money.Sum(payout.Totals.Select(t => t.Net), Currency.Eur));
        Assert.Equal((2, Eur(200), Eur(3.50m)), (payout.Totals[0].Rows, payout.Totals[0].Gross, payout.Totals[0].Fees));
        var lines = payout.Proposal.ToLookup(l => l.Account);
        Money Of(AccountRole role) => Money.Sum(lines[role].Select(l => l.SignedFunctional), Currency.Eur);
        Assert.Equal((Eur(117.50m), Eur(23.50m), Eur(10), Eur(-1)),
            (Of(AccountRole.Bank), Of(AccountRole.BankCharges), Of(AccountRole.ProviderReserve), Of(AccountRole.ProviderAdjustments)));
        Assert.Equal((Eur(-148), Eur(-2)), (Of(AccountRole.Provider), Of(AccountRole.RealisedGain)));
        var books = Books.InEuro();
        var posted = Expect.Success(Ledger.BookPayout(payout, new("J-po-1"), Books.Entity, books.Policy, Books.Clerk, books.Now));
        Assert.Equal(("PayoutReceived", "po-1"), (posted.Entries[0].Event, posted.Entries[0].SourceDocument));
    }

    [Fact]
    public void Each_difference_is_named()
    {
        static EquatableArray<DomainError> Of(PayoutReconciliation payout)
        {
            Assert.Empty(payout.Proposal);
            return payout.Findings;
        }

        Expect.Found(PayoutErrors.RowsDiffer, Of(Reconcile(Report(amount: 117.51m), 117.51m)));
        Expect.Found(PayoutErrors.BankDiffers, Of(Reconcile(Report(), 117.49m)));
        Expect.Found(PayoutErrors.NotOnBank, Of(Reconcile(Report(), null)));
        Expect.Found(PayoutErrors.RowDiffers, Of(Reconcile(Report(Rows.SetItem(0, Rows[0] with { Fee = Eur(1) })))));
        Expect.Found(PayoutErrors.RowTwice, Of(Reconcile(Report(Rows.Add(Rows[0])))));
        Expect.Found(PayoutErrors.WrongSign, Of(Reconcile(Report(Rows.SetItem(2, Rows[2] with { Gross = Eur(20), Net = Eur(20) })))));
        Expect.Found(PayoutErrors.OtherCurrency, Of(Reconcile(Report(Rows.SetItem(1, Rows[1] with { Converted = null })))));
        Expect.Found(PayoutErrors.PaymentUnknown, Of(Reconcile(Report(), expected: Expected[1..])));
        Expect.Found(PayoutErrors.PaymentDiffers, Of(Reconcile(Report(), expected: [Expected[0] with { Gross = Eur(99) }, .. Expected[1..]])));
        var books = Books.InEuro();
        Expect.Refused(PayoutErrors.NotReconciled,
            Ledger.BookPayout(Reconcile(Report(), 1), new("J-1"), Books.Entity, books.Policy, Books.Clerk, books.Now));
    }

    [Fact]
    public void A_charge_is_paid_out_once()
    {
        var twice = Rows.Add(Rows[0] with { Reference = "r8" });
        Expect.Found(PayoutErrors.PaymentUnknown, Reconcile(Report(twice, 216), 216).Findings);
    }

    [Fact]
    public void A_file_that_can_not_be_read_says_where()
    {
        Expect.Refused(PayoutErrors.ColumnMissing, PayoutCsv.Read(new StringReader("a,b\n"), Currency.Eur, PayoutCsvMapping.Neutral));
        Expect.Refused(PayoutErrors.ColumnMissing, PayoutCsv.Read(new StringReader(""), Currency.Eur, PayoutCsvMapping.Neutral));
        var bad = Expect.Refused(PayoutErrors.CellInvalid, PayoutCsv.Read(
            new StringReader(File.Replace("98.50", "98,50").Replace("r3,refund", "r3,loan").Replace("USD", "usd")), Currency.Eur, PayoutCsvMapping.Neutral));
        Assert.Equal("3", bad.Fact("line"));
        Assert.Equal("note, quoted", Rows[6].Payment);
    }

    [Property(MaxTest = 300)]
    public void What_is_proposed_balances_whatever_the_rows(int[] gross, int[] fees, bool foreign)
    {
        var rows = gross.Select((g, i) =>
        {
            var amount = Money.FromMinorUnits(1 + Math.Abs(g % 1_000_000L), Currency.Eur);
            var fee = Money.FromMinorUnits(i < fees.Length ? fees[i] % 1_000 : 0, Currency.Eur);
            return new PayoutRow
            {
                Reference = $"r{i}", Kind = PayoutRowKind.Charge, Payment = $"P{i}", Fee = fee, Net = amount - fee,
                Gross = foreign && i % 2 == 0 ? Money.FromMinorUnits(amount.MinorUnits * 11, Currency.Jpy) : amount,
                Converted = foreign && i % 2 == 0 ? amount : null,
            };
        }).ToEquatableArray();
        var total = Money.Sum(rows.Select(r => r.Net), Currency.Eur);
        var expected = rows.Select(r => new ExpectedMovement
        {
            Payment = r.Payment, Kind = r.Kind, Gross = r.Gross, Carried = r.Converted is { } c ? c + Money.FromMinorUnits(3, Currency.Eur) : null,
        });
        var payout = PayoutReconciliation.Of(Report(rows) with { Amount = total }, total, expected, Currency.Eur);
        Assert.Empty(payout.Findings);
        Assert.Equal(0, payout.Proposal.Sum(l => l.SignedFunctional.MinorUnits));
        foreach (var currency in payout.Proposal.GroupBy(l => l.Document.Currency)) Assert.Equal(0, currency.Sum(l => l.SignedDocument.MinorUnits));
    }
}
