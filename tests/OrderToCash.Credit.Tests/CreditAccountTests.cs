using static OrderToCash.Credit.Tests.ACreditAccount;

namespace OrderToCash.Credit.Tests;

public class CreditAccountTests
{
    [Fact]
    public void An_order_walks_along_the_chain_and_counts_once()
    {
        var account = With(1000).Reserve(1, 600);
        Assert.Equal("600.00 0.00 0.00 0.00 0.00 = 600.00", account.Buckets());
        account = account.Confirm(1);
        Assert.Equal("0.00 600.00 0.00 0.00 0.00 = 600.00", account.Buckets());
        account = account.Deliver(1, 400);
        Assert.Equal("0.00 200.00 400.00 0.00 0.00 = 600.00", account.Buckets());
        account = account.Invoice(1, 400, 400);
        Assert.Equal("0.00 200.00 0.00 400.00 0.00 = 600.00", account.Buckets());
        account = account.Then(a => a.RecordSettled(Eur(400), Eur(0), Clerk, Morning));
        Assert.Equal("0.00 200.00 0.00 0.00 0.00 = 200.00", account.Buckets());
        account = account.Then(a => a.CancelRemainder(Order(1), null, Clerk, Morning));
        Assert.Equal("0.00 0.00 0.00 0.00 0.00 = 0.00", account.Buckets());
        Assert.Empty(account.Positions);
        Assert.Empty(account.Check());
        Assert.Equal(8, account.Version);
    }

    [Fact]
    public void Equal_to_the_limit_is_allowed_and_a_cent_more_is_not()
    {
        var account = With(1000).Reserve(1, 400);
        Assert.Equal(CreditOutcome.ApproveWithWarning, account.Ask(2, 600).Outcome);
        var no = account.Ask(2, 600.01m);
        Assert.Equal(CreditOutcome.Hold, no.Outcome);
        Assert.Equal("600.01 EUR on top of 400.00 EUR is above the limit 1000.00 EUR.",
            Expect.Found(CreditErrors.LimitExceeded, Errors(no)).Message);
        Assert.Equal((Eur(600), Eur(1000.01m)), (no.Headroom, no.ExposureAfter));
    }

    [Fact]
    public void Near_the_limit_is_approved_with_a_warning()
    {
        var account = With(1000);
        Assert.Equal(CreditOutcome.Approve, account.Ask(1, 900).Outcome);
        Expect.Found(CreditErrors.LimitNear, Errors(account.Ask(1, 900.01m)));
    }

    [Fact]
    public void No_limit_a_limit_of_zero_and_none_granted_are_different_things()
    {
        Assert.Equal(CreditOutcome.Approve, With(CreditLimit.NoLimit).Ask(1, 9_000_000).Outcome);
        Assert.Null(With(CreditLimit.NoLimit).Ask(1, 1).Headroom);
        Assert.Equal(CreditOutcome.Hold, With(CreditLimit.Zero).Ask(1, 0.01m).Outcome);
        Assert.Equal(CreditOutcome.Hold, Without().Ask(1, 0.01m).Outcome);
        var standing = Policy with { DefaultLimit = CreditLimit.Of(Eur(50)) };
        Assert.Equal(CreditOutcome.ApproveWithWarning, Without().Ask(1, 50, policy: standing).Outcome);
        Assert.Equal(CreditOutcome.Hold, With(CreditLimit.Zero).Ask(1, 50, policy: standing).Outcome);
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditLimit.Of(Eur(0)));
    }

    [Fact]
    public void Money_on_account_gives_headroom_even_without_a_limit()
    {
        var account = With(CreditLimit.Zero).Then(a => a.ReceiveUnapplied(Eur(100), Clerk, Morning));
        Assert.Equal(CreditOutcome.Approve, account.Ask(1, 100).Outcome);
        Assert.Equal(CreditOutcome.Hold, account.Ask(1, 100.01m).Outcome);
    }

    [Fact]
    public void A_temporary_limit_wins_while_it_holds()
    {
        var account = With(1000).Then(a =>
            a.GrantLimit(Granted(CreditLimit.Of(Eur(5000)), Day, Day.PlusDays(1)), Clerk, Morning));
        Assert.Equal(CreditOutcome.Approve, account.Ask(1, 3000).Outcome);
        Assert.Equal(CreditOutcome.Approve, account.Ask(1, 3000, new() { On = Day.PlusDays(1) }).Outcome);
        Assert.Equal(CreditOutcome.Hold, account.Ask(1, 3000, new() { On = Day.PlusDays(2) }).Outcome);
        Assert.Equal(CreditOutcome.Hold, account.Ask(1, 3000, new() { On = Day.PlusDays(-1) }).Outcome);
        Assert.Null(account.LimitOn(new(2025, 12, 31)));
    }

    [Fact]
    public void A_limit_needs_its_currency_its_days_and_a_second_person()
    {
        var account = Without();
        Expect.Refused(CreditErrors.CurrencyMismatch,
            account.GrantLimit(Granted(CreditLimit.Of(Money.Parse("1.00 USD"))), Clerk, Morning));
        Expect.Refused(CreditErrors.LimitEndsEarly,
            account.GrantLimit(Granted(CreditLimit.Zero, Day, Day.PlusDays(-1)), Clerk, Morning));
        Expect.Refused(CreditErrors.LimitNeedsSecondPerson,
            account.GrantLimit(Granted(CreditLimit.Zero), Actor.Person("boris"), Morning));
        Expect.Refused(CreditErrors.LimitNeedsSecondPerson,
            account.GrantLimit(Granted(CreditLimit.Zero) with { ApprovedBy = default }, Clerk, Morning));
    }

    [Fact]
    public void All_reasons_are_given_and_the_worst_decides()
    {
        var policy = Policy with { MaxNewCustomerOrder = Eur(500), WhenNewCustomerOrderTooLarge = CreditOutcome.Reject };
        var facts = Good with { OldestOverdueDays = 31, IsNewCustomer = true };
        var decision = With(1000).Ask(1, 1200, facts, policy);
        Expect.Found(CreditErrors.LimitExceeded, Errors(decision));
        Expect.Found(CreditErrors.Overdue, Errors(decision));
        Expect.Found(CreditErrors.NewCustomerOrderTooLarge, Errors(decision));
        Assert.Equal((CreditOutcome.Reject, facts, "standard", 2),
            (decision.Outcome, decision.Facts, decision.Policy, decision.AccountVersion));
        Assert.Empty(With(1000).Ask(1, 500, Good with { OldestOverdueDays = 30, IsNewCustomer = true }, policy).Reasons);
    }

    [Fact]
    public void An_insolvent_customer_gets_no_credit_unless_somebody_says_it_is_prepaid()
    {
        var facts = Good with { IsInsolvent = true };
        var held = With(1000).Ask(1, 10, facts, Policy);
        Expect.Found(CreditErrors.Insolvent, Errors(held));
        Assert.Equal(CreditOutcome.Hold, held.Outcome);
        Assert.Equal(CreditOutcome.Reject, With(1000).Ask(1, 10, facts, Policy with { WhenInsolvent = CreditOutcome.Reject }).Outcome);
    }

    [Fact]
    public void A_no_is_recorded_and_takes_no_headroom()
    {
        var decision = Expect.Success(With(1000).CheckAndReserve(Request(1, 1200), Good, Policy, Clerk, Morning));
        Assert.IsType<CreditWithheld>(Assert.Single(decision.Events));
        Assert.True(decision.State.Exposure.Total.IsZero);
    }

    [Fact]
    public void Asking_needs_an_amount_in_the_limits_currency_and_asks_once_a_revision()
    {
        var account = With(1000);
        Expect.Refused(CreditErrors.AmountNotPositive, account.CheckAndReserve(Request(1, 0), Good, Policy, Clerk, Morning));
        Expect.Refused(CreditErrors.CurrencyMismatch,
            account.CheckAndReserve(Request(1, 1) with { Amount = Money.Parse("1.00 USD") }, Good, Policy, Clerk, Morning));
        var reserved = account.Reserve(1, 10);
        Expect.Refused(CreditErrors.AlreadyReserved, reserved.CheckAndReserve(Request(1, 10), Good, Policy, Clerk, Morning));
        Expect.Refused(CreditErrors.AlreadyReserved,
            reserved.Confirm(1).CheckAndReserve(Request(1, 10), Good, Policy, Clerk, Morning));
    }

    [Fact]
    public void A_reservation_ends_and_gives_its_headroom_back()
    {
        var account = With(1000).Reserve(1, 800);
        var end = Morning + Duration.FromHours(72);
        Assert.Empty(Expect.Success(account.ExpireReservations(Clerk, end - Duration.FromSeconds(1))).Events);
        Expect.Refused(CreditErrors.ReservationExpired, account.ConfirmReservation(Order(1), Clerk, end));
        Expect.Refused(CreditErrors.NoReservation, account.ConfirmReservation(Order(2), Clerk, Morning));

        var decision = Expect.Success(account.CheckAndReserve(Request(2, 700), Good, Policy, Clerk, end));

        Assert.Equal([typeof(ReservationsExpired), typeof(CreditReserved)], decision.Events.Select(e => e.GetType()));
        Assert.Equal([Order(2)], decision.State.Positions.Select(p => p.Order));
        Expect.Refused(CreditErrors.NoReservation, decision.State.Confirm(2).ConfirmReservation(Order(2), Clerk, end));
    }

    [Fact]
    public void An_amendment_is_checked_for_its_increase_only()
    {
        var account = With(1000).Reserve(1, 800).Confirm(1);
        Assert.Equal("200.00 800.00 0.00 0.00 0.00 = 1000.00", Amend(1000, 2).State.Buckets());
        Assert.IsType<CreditWithheld>(Assert.Single(Amend(1000.01m, 2).Events));
        Assert.Equal("0.00 500.00 0.00 0.00 0.00 = 500.00", Amend(500, 2).State.Buckets());
        Assert.Empty(Amend(800, 2).Events);
        Expect.Refused(CreditErrors.AmountNotPositive,
            account.CheckAmendment(Request(1, -1, 2), Eur(800), Good, Policy, Clerk, Morning));
        Expect.Refused(CreditErrors.CurrencyMismatch,
            account.CheckAmendment(Request(1, 1, 2), Money.Parse("1.00 USD"), Good, Policy, Clerk, Morning));
        var lapsed = Expect.Success(Amend(900, 2).State.ExpireReservations(Clerk, Morning + Duration.FromDays(9))).State;
        Assert.Equal("100.00 800.00 0.00 0.00 0.00 = 900.00", lapsed.Reserve(1, 100, 2).Buckets());

        Decision<CreditAccount, CreditEvent> Amend(decimal amount, int revision) =>
            Expect.Success(account.CheckAmendment(Request(1, amount, revision), Eur(800), Good, Policy, Clerk, Morning));
    }

    [Fact]
    public void A_release_lets_one_revision_pass_a_hold_once()
    {
        var account = With(100);
        Expect.Refused(CreditErrors.BeyondAuthority, Release(Request(1, 500.01m), 500));
        Expect.Refused(CreditErrors.ReasonMissing, Release(Request(1, 500), 500, reason: " "));
        Expect.Refused(CreditErrors.ReleaseEnded, Release(Request(1, 500), 500, days: -1));
        Expect.Refused(CreditErrors.CurrencyMismatch,
            account.Release(Request(1, 500), Day, Day, Money.Parse("500.00 USD"), "why", Clerk, Morning));
        Expect.Refused(CreditErrors.AmountNotPositive, Release(Request(1, 0), 500));
        var released = Expect.Success(Release(Request(1, 500), 500)).State;

        Assert.Equal(CreditOutcome.Hold, released.Ask(1, 500.01m).Outcome);
        Assert.Equal(CreditOutcome.Hold, released.Ask(2, 500).Outcome);
        Assert.Equal(CreditOutcome.Hold, released.Ask(1, 500, new() { On = Day.PlusDays(3) }).Outcome);
        Assert.Equal(CreditOutcome.Hold, Expect.Success(released.WhatIf(Request(1, 500, 2), Good, Policy, Morning)).Outcome);
        Assert.Equal(CreditOutcome.Reject,
            released.Ask(1, 500, policy: Policy with { AboveLimit = CreditOutcome.Reject }).Outcome);
        var passed = released.Ask(1, 500, new() { On = Day.PlusDays(2) });
        Assert.Equal((CreditOutcome.ApproveWithWarning, "good payer"), (passed.Outcome, passed.Release!.Reason));
        Expect.Found(CreditErrors.LimitExceeded, Errors(passed));

        var used = released.Reserve(1, 500);
        Assert.Empty(used.Releases);
        Assert.Equal(Eur(500), used.Exposure.Reserved);

        Result<Decision<CreditAccount, CreditEvent>> Release(CreditCheckRequest request, decimal authority, int days = 2,
            string reason = "good payer") =>
            account.Release(request, Day, Day.PlusDays(days), Eur(authority), reason, Clerk, Morning);
    }

    [Fact]
    public void Delivered_goods_are_recorded_and_invoiced_whatever_the_limit_says()
    {
        var account = With(1000).Reserve(1, 100).Confirm(1).Deliver(1, 5000);
        Assert.Equal("0.00 0.00 5000.00 0.00 0.00 = 5000.00", account.Buckets());
        account = account.Invoice(1, 5000, 5010).Invoice(2, 0, 90);
        Assert.Equal("0.00 0.00 0.00 5100.00 0.00 = 5100.00", account.Buckets());
        Assert.Empty(account.Positions);
        Expect.Refused(CreditErrors.AmountNotPositive, account.RecordInvoiced(Order(1), Eur(0), Eur(0), Clerk, Morning));
        Expect.Refused(CreditErrors.AmountNotPositive, account.RecordInvoiced(Order(1), Eur(-1), Eur(1), Clerk, Morning));
    }

    [Fact]
    public void Billing_before_delivery_takes_from_ordered_and_closing_clears_left_overs()
    {
        var account = With(1000).Reserve(1, 100).Confirm(1).Deliver(1, 40).Invoice(1, 99.99m, 100);
        Assert.Equal("0.00 0.01 0.00 100.00 0.00 = 100.01", account.Buckets());
        account = account.Then(a => a.CloseOrder(Order(1), Clerk, Morning));
        Assert.Equal("0.00 0.00 0.00 100.00 0.00 = 100.00", account.Buckets());
        Assert.Empty(Expect.Success(account.CloseOrder(Order(1), Clerk, Morning)).Events);
    }

    [Fact]
    public void Cancelling_and_returning_free_what_is_there()
    {
        var account = With(1000).Reserve(1, 100).Confirm(1).Deliver(1, 40);
        Expect.Refused(CreditErrors.MoreThanOpen, account.CancelRemainder(Order(1), Eur(60.01m), Clerk, Morning));
        Expect.Refused(CreditErrors.MoreThanOpen, account.RecordReturned(Order(1), Eur(40.01m), Clerk, Morning));
        Expect.Refused(CreditErrors.NothingToCancel, account.CancelRemainder(Order(2), null, Clerk, Morning));
        account = account.Then(a => a.CancelRemainder(Order(1), Eur(60), Clerk, Morning))
            .Then(a => a.RecordReturned(Order(1), Eur(40), Clerk, Morning));
        Assert.Empty(account.Positions);
    }

    [Fact]
    public void A_returned_payment_raises_the_exposure_again()
    {
        var account = With(1000).Then(a => a.RaiseReceivable(Eur(300), "opening balance", Clerk, Morning))
            .Then(a => a.ReceiveUnapplied(Eur(120), Clerk, Morning))
            .Then(a => a.RecordSettled(Eur(200), Eur(100), Clerk, Morning));
        Assert.Equal("0.00 0.00 0.00 100.00 20.00 = 80.00", account.Buckets());
        var returned = account.Then(a => a.ReverseSettlement(Eur(100), Eur(0), Clerk, Morning));
        Assert.Equal("0.00 0.00 0.00 200.00 20.00 = 180.00", returned.Buckets());
        var undone = account.Then(a => a.ReverseSettlement(Eur(100), Eur(100), Clerk, Morning));
        Assert.Equal(account.Exposure.Total, undone.Exposure.Total);
        Expect.Refused(CreditErrors.MoreThanOpen, account.RecordSettled(Eur(100.01m), Eur(0), Clerk, Morning));
        Expect.Refused(CreditErrors.MoreThanOpen, account.RecordSettled(Eur(100), Eur(20.01m), Clerk, Morning));
        Expect.Refused(CreditErrors.MoreThanOpen, account.ReverseSettlement(Eur(1), Eur(2), Clerk, Morning));
        Expect.Refused(CreditErrors.MoreThanOpen, account.WithdrawUnapplied(Eur(20.01m), Clerk, Morning));
        Assert.Equal(Eur(100), account.Then(a => a.WithdrawUnapplied(Eur(20), Clerk, Morning)).Exposure.Total);
        Expect.Refused(CreditErrors.ReasonMissing, account.RaiseReceivable(Eur(1), "", Clerk, Morning));
    }

    [Fact]
    public void A_limit_reads_back_from_its_text_and_nothing_else_does()
    {
        foreach (var limit in new[] { CreditLimit.NoLimit, CreditLimit.Zero, CreditLimit.Of(Eur(12.5m)) })
            Assert.Equal(limit, Expect.Success(CreditLimit.Restore(limit.ToString())));
        foreach (var text in new[] { null, "", "0.00 EUR", "-1.00 EUR", "none", "12.5 EUR" })
            Expect.Refused(CreditErrors.LimitUnreadable, CreditLimit.Restore(text));
    }

    [Fact]
    public void A_broken_stored_account_is_found()
    {
        var account = With(1000).Reserve(1, 10);
        var position = account.Positions[0];
        CreditAccount[] broken =
        [
            account with { OpenReceivable = Eur(-1) }, account with { UnappliedCredit = Money.Parse("1.00 USD") },
            account with { Positions = [position, position] },
                account with { Positions = [position with { Reserved = Eur(0), ReservedUntil = null }] },
            account with { Positions = [position with { ReservedUntil = null }] },
                account with { Positions = [position with { ConfirmedRevision = 2 }] },
            account with { Limits = [Granted(CreditLimit.Of(Money.Parse("1.00 USD")))] },
            account with { Limits = [Granted(CreditLimit.Zero, Day, Day.PlusDays(-1))] },
        ];
        Assert.All(broken, a => Expect.Found(CreditErrors.StateBroken, a.Check()));
    }

    [Fact]
    public void An_event_of_another_account_does_not_fit() => Assert.Throws<ArgumentException>(() => Without().Apply(
        new UnappliedCreditReceived { LegalEntity = new("DE01"), Customer = new("C-8"), By = Clerk, At = Morning,
            Amount = Eur(1) }));

    [Fact]
    public void Two_thousand_open_orders_are_no_burden()
    {
        var account = With(CreditLimit.NoLimit);
        for (var i = 0; i < 2000; i++) account = account.Reserve(i, 10).Confirm(i).Deliver(i, 10);
        Assert.Equal(Eur(20_000), account.Exposure.DeliveredNotInvoiced);
        for (var i = 0; i < 2000; i++) account = account.Invoice(i, 10, 10);
        Assert.Equal((0, Eur(20_000)), (account.Positions.Count, account.Exposure.OpenReceivable));
    }

    private static IEnumerable<DomainError> Errors(CreditDecision decision) => decision.Reasons.Select(r => r.Error);
}
