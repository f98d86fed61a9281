using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Receivables.Tests;

public sealed class PayoutExpectationTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static Money Eur(long cents) => Money.FromMinorUnits(cents, Currency.Eur);

    private static ProviderEntry Entry(string id, string label, long provider, string payment, string reverses = "", long fee = 0)
    {
        var lines = new List<JournalLine>();
        void Add(AccountRole role, long cents)
        {
            if (cents != 0) lines.Add(new()
            {
                Account = role, Side = cents > 0 ? EntrySide.Debit : EntrySide.Credit, Document = Eur(Math.Abs(cents)), Functional = Eur(Math.Abs(cents)),
            });
        }

        Add(AccountRole.Provider, provider);
        Add(AccountRole.BankCharges, fee);
        Add(AccountRole.UnappliedCash, -provider - fee);
        return new()
        {
            Payment = payment, Entry = Expect.Success(JournalEntry.Restore(new()
            {
                Id = new(id), LegalEntity = Books.Entity, FunctionalCurrency = Currency.Eur, Date = Day, RecordedAt = Books.InEuro().Now, Event = label,
                By = Books.Clerk, SourceDocument = payment, Reverses = reverses.Length > 0 ? new(reverses) : default, Lines = lines.ToEquatableArray(),
            })),
        };
    }

    [Fact]
    public void What_was_charged_less_refunds_chargebacks_and_fees_is_expected()
    {
        var expected = PayoutExpectation.Of(
        [
            Entry("J1", JournalEvents.PaymentReceived, 10_000, "PA-1"), Entry("J2", JournalEvents.DepositReceived, 5_000, "PA-2"),
            Entry("J3", JournalEvents.RefundPaid, -2_000, "PA-1"), Entry("J4", JournalEvents.ChargebackReceived, -6_500, "PA-2", fee: 1_500),
            Entry("J5", JournalEvents.ChargebackReversed, 5_000, "PA-2"), Entry("J6", JournalEvents.PaymentUnapplied, 2_000, "PA-1"),
            Entry("J7", JournalEvents.BankChargeBooked, -300, "month"), Entry("J8", JournalEvents.PayoutReceived, -9_999, "po-1"),
        ], []);
        Assert.Equal(
            [PayoutRowKind.Charge, PayoutRowKind.Charge, PayoutRowKind.Refund, PayoutRowKind.Chargeback, PayoutRowKind.ChargebackReversal,
             PayoutRowKind.RefundReversal, PayoutRowKind.Fee], expected.Movements.Select(m => m.Kind));
        Assert.Equal((Eur(-5_000), Eur(1_500)), (expected.Movements[3].Gross, expected.Movements[3].BookedFee!.Value));
        Assert.Equal(Eur(13_200), expected.Net(Currency.Eur));
        var charges = expected.Totals[0];
        Assert.Equal((PayoutRowKind.Charge, 2, Eur(15_000), Eur(0)), (charges.Kind, charges.Movements, charges.Gross, charges.BookedFees));
    }

    [Fact]
    public void What_was_taken_back_before_it_was_paid_out_is_not_expected()
    {
        Assert.Empty(PayoutExpectation.Of(
            [Entry("J1", JournalEvents.PaymentReceived, 100, "PA-1"), Entry("J2", JournalEvents.PaymentReturned, -100, "PA-1", "J1")], []).Movements);
        var paid = new PaidOut
        {
            Payout = new("po-1"), Movements = [new() { Payment = "PA-1", Kind = PayoutRowKind.Charge, Gross = Eur(100), Entry = new("J1") }],
        };
        var after = PayoutExpectation.Of(
            [Entry("J1", JournalEvents.PaymentReceived, 100, "PA-1"), Entry("J2", JournalEvents.PaymentReturned, -100, "PA-1", "J1")], [paid]);
        Assert.Equal((PayoutRowKind.Chargeback, Eur(-100)), (after.Movements[0].Kind, after.Movements[0].Gross));
        var back = PayoutExpectation.Of([Entry("J3", JournalEvents.EntryReversed, 100, "PA-1", "J9")], []);
        Assert.Equal(PayoutRowKind.RefundReversal, back.Movements[0].Kind);
    }

    [Fact]
    public void What_the_host_named_without_an_entry_is_gone_once()
    {
        var paid = new PaidOut { Payout = new("po-1"), Movements = [new() { Payment = "PA-1", Kind = PayoutRowKind.Charge, Gross = Eur(100) }] };
        var expected = PayoutExpectation.Of(
            [Entry("J1", JournalEvents.PaymentReceived, 100, "PA-1"), Entry("J2", JournalEvents.PaymentReceived, 100, "PA-1")], [paid]);
        Assert.Equal("J2", Assert.Single(expected.Movements).Entry.Value);
    }

    private static PayoutReport Report(params PayoutRow[] rows) => new()
    {
        Id = new("po-9"), Provider = "psp", PaidOn = Day.PlusDays(9), Amount = Money.Sum(rows.Select(r => r.Net), Currency.Eur), Rows = [.. rows],
    };

    private static PayoutRow Row(string reference, PayoutRowKind kind, long gross, long fee, string payment = "PA-1") =>
        new() { Reference = reference, Kind = kind, Payment = payment, Gross = Eur(gross), Fee = Eur(fee), Net = Eur(gross - fee) };

    private static PayoutReconciliation Reconcile(PayoutReport report, PayoutExpectation expected, ProviderTerms? terms = null, params PaidOut[] paid) =>
        PayoutReconciliation.Of(report, report.Amount, expected.Movements, Currency.Eur, null, terms, paid);

    [Fact]
    public void Takings_of_one_payment_are_told_apart_by_their_amounts()
    {
        var expected = PayoutExpectation.Of(
            [Entry("J1", JournalEvents.PaymentReceived, 100, "PA-1"), Entry("J2", JournalEvents.PaymentReceived, 250, "PA-1")], []);
        var payout = Reconcile(Report(Row("r1", PayoutRowKind.Charge, 250, 0), Row("r2", PayoutRowKind.Charge, 100, 0)), expected);
        Assert.Empty(payout.Findings);
        Assert.Equal(["J2", "J1"], payout.Met.Select(m => m.Entry.Value));
        Assert.Empty(payout.Outstanding);
    }

    [Fact]
    public void A_payment_that_an_earlier_payout_had_is_named_with_it()
    {
        var paid = new PaidOut { Payout = new("po-1"), Movements = [new() { Payment = "PA-1", Kind = PayoutRowKind.Charge, Gross = Eur(100), Entry = new("J1") }] };
        var payout = Reconcile(Report(Row("r1", PayoutRowKind.Charge, 100, 0)),
            PayoutExpectation.Of([Entry("J1", JournalEvents.PaymentReceived, 100, "PA-1")], [paid]), null, paid);
        Assert.Equal("po-1", Expect.Found(PayoutErrors.PaidBefore, payout.Findings).Fact("payout"));
    }

    [Fact]
    public void Fees_that_were_not_agreed_and_payments_that_are_late_are_told_and_do_not_stop_the_booking()
    {
        var expected = PayoutExpectation.Of(
            [Entry("J1", JournalEvents.PaymentReceived, 10_000, "PA-1"), Entry("J2", JournalEvents.PaymentReceived, 5_000, "PA-2")], []);
        var terms = new ProviderTerms { Provider = "psp", FeePercent = Percentage.Of(1.5m), FeeFixed = Eur(25), FeeTolerance = Eur(2), PaysWithinDays = 7 };
        var payout = Reconcile(Report(Row("r1", PayoutRowKind.Charge, 10_000, 178)), expected, terms);
        Assert.True(payout.IsReconciled);
        var fee = Expect.Found(PayoutErrors.FeeDiffers, payout.Warnings);
        Assert.Equal(("1.78 EUR", "1.75 EUR"), (fee.Fact("fee"), fee.Fact("agreed")));
        Assert.Equal("PA-2", Expect.Found(PayoutErrors.Overdue, payout.Warnings).Fact("payment"));
        Assert.Empty(Reconcile(Report(Row("r1", PayoutRowKind.Charge, 10_000, 177)), expected, terms with { PaysWithinDays = 9 }).Warnings);
        Assert.Null((terms with { FeeFixed = Money.Parse("0.25 USD") }).FeeOf(Eur(100)));
    }

    [Theory, InlineData(1_500, 0), InlineData(0, 1_500), InlineData(1_700, 200), InlineData(1_000, -500)]
    public void The_fee_of_a_chargeback_that_is_booked_is_not_booked_again(long fee, long more)
    {
        var expected = PayoutExpectation.Of([Entry("J4", JournalEvents.ChargebackReceived, -6_500, "PA-2", fee: 1_500)], []);
        PayoutRow[] rows = fee == 0
            ? [Row("r1", PayoutRowKind.Chargeback, -5_000, 0, "PA-2"), Row("r2", PayoutRowKind.Fee, -1_500, 0, "")]
            : [Row("r1", PayoutRowKind.Chargeback, -5_000, fee, "PA-2")];
        var payout = Reconcile(Report(rows), expected);
        Assert.Empty(payout.Findings);
        Money Of(AccountRole role) => Money.Sum(payout.Proposal.Where(l => l.Account == role).Select(l => l.SignedFunctional), Currency.Eur);
        Assert.Equal((Eur(6_500), Eur(fee == 0 ? 0 : more)), (Of(AccountRole.Provider), Of(AccountRole.BankCharges)));
    }

    [Fact]
    public void A_fee_that_is_booked_relieves_the_provider_and_another_one_is_a_cost()
    {
        var expected = PayoutExpectation.Of([Entry("J7", JournalEvents.BankChargeBooked, -300, "month")], []);
        var payout = Reconcile(Report(Row("r1", PayoutRowKind.Fee, -300, 0, "month"), Row("r2", PayoutRowKind.Fee, -40, 0, "more")), expected);
        Money Of(AccountRole role) => Money.Sum(payout.Proposal.Where(l => l.Account == role).Select(l => l.SignedFunctional), Currency.Eur);
        Assert.Equal((Eur(300), Eur(40), Eur(-340)), (Of(AccountRole.Provider), Of(AccountRole.BankCharges), Of(AccountRole.Bank)));
    }

    /// <summary>A movement by small numbers: what, how much, and the payout that pays it out.</summary>
    public sealed record Move(int Label, int Amount, int Fee, int Payout, int Reverses);

    public static class Cases
    {
        public static Arbitrary<Move[]> Moves() => Arb.From(
            (from label in Gen.Choose(0, 6)
             from amount in Gen.Choose(1, 5)
             from fee in Gen.Choose(0, 2)
             from payout in Gen.Choose(0, 3)
             from reverses in Gen.Choose(0, 9)
             select new Move(label, amount, fee, payout, reverses)).ArrayOf(),
            moves => Enumerable.Range(0, moves.Length).Select(i => moves.Where((_, n) => n != i).ToArray()));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void What_is_expected_is_the_balance_of_the_providers_account_after_every_payout(Move[] moves)
    {
        string[] labels =
        [
            JournalEvents.PaymentReceived, JournalEvents.RefundPaid, JournalEvents.PaymentUnapplied, JournalEvents.ChargebackReceived,
            JournalEvents.ChargebackReversed, JournalEvents.BankChargeBooked, JournalEvents.EntryReversed,
        ];
        var (entries, paid, reversed) = (new List<ProviderEntry>(), new List<PaidOut>(), new HashSet<string>());
        for (var i = 0; i < moves.Length; i++)
        {
            var move = moves[i];
            if (move.Label == 6)
            {
                // The mirror of an earlier entry, once.
                if (entries.Count == 0 || entries[move.Reverses % entries.Count] is not { Entry.Event: not JournalEvents.PayoutReceived } of
                    || !reversed.Add(of.Entry.Id.Value)) continue;
                var charges = of.Entry.Balance(AccountRole.BankCharges).MinorUnits;
                entries.Add(Entry($"J{i}", labels[6], -of.Entry.Balance(AccountRole.Provider).MinorUnits, of.Payment, of.Entry.Id.Value, -charges));
            }
            else
            {
                var (isOut, fee) = (move.Label is 1 or 3 or 5, move.Label == 3 ? move.Fee : 0);
                entries.Add(Entry($"J{i}", labels[move.Label], (isOut ? -1 : 1) * (move.Amount + fee), $"PA-{move.Amount % 3}", fee: fee));
            }
            if (move.Payout == 0)
            {
                // A payout of about half of what is expected, reported row by row as the books have it.
                var open = PayoutExpectation.Of(entries, paid).Movements;
                var rows = open.Where((_, n) => (n + move.Amount) % 2 == 0).Select((m, n) =>
                    Row($"r{n}", m.Kind, m.Gross.MinorUnits, m.BookedFee?.MinorUnits ?? 0, m.Payment)).ToArray();
                var payout = Reconcile(Report(rows) with { Id = new($"po-{i}") }, PayoutExpectation.Of(entries, paid), null, [.. paid]);
                if (!payout.IsReconciled) continue;
                paid.Add(new() { Payout = payout.Report.Id, Movements = payout.Met });
                entries.Add(new()
                {
                    Payment = payout.Report.Id.Value, Entry = Expect.Success(JournalEntry.Restore(new()
                    {
                        Id = new($"P{i}"), LegalEntity = Books.Entity, FunctionalCurrency = Currency.Eur, Date = Day, RecordedAt = Books.InEuro().Now,
                        Event = JournalEvents.PayoutReceived, By = Books.Clerk, SourceDocument = payout.Report.Id.Value, Lines = payout.Proposal,
                    })),
                });
            }
            var balance = Money.Sum(entries.Select(e => e.Entry.Balance(AccountRole.Provider)), Currency.Eur);
            Assert.Equal(balance, PayoutExpectation.Of(entries, paid).Net(Currency.Eur));
        }
    }
}
