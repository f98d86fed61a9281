using FsCheck;
using static OrderToCash.Credit.Tests.ACreditAccount;

namespace OrderToCash.Credit.Tests;

public class CreditProperties
{
    [Property(MaxTest = 1000, Arbitrary = [typeof(CreditCommand)])]
    public void Whatever_happens_the_state_is_the_fold_of_its_events_and_sound(CreditCommand[] steps)
    {
        var account = With(1000);
        for (var i = 0; i < steps.Length; i++)
        {
            var before = account;
            var result = steps[i].Run(account, i);
            if (!result.IsSuccess) continue;
            account = result.Value.State;
            Assert.Equal(account, result.Value.Events.Aggregate(before, (state, e) => state.Apply(e)));
            Assert.Equal(before.Version + result.Value.Events.Count, account.Version);
            Assert.Empty(account.Check());
            var exposure = account.Exposure;
            Assert.Equal(exposure.Total + exposure.UnappliedCredit,
                exposure.Reserved + exposure.Ordered + exposure.DeliveredNotInvoiced + exposure.OpenReceivable);
            Assert.Equal(before.Exposure.Total + Money.Sum(result.Value.Events.Select(Change), Currency.Eur) - ExpiredIn(before,
                result.Value.Events), exposure.Total);
            CheckReservation(before, result.Value.Events);
        }
    }

    // What each event means for the total: moving along the chain is not in the list, because it changes nothing.
    private static Money Change(CreditEvent happened) => happened switch
    {
        CreditReserved e => e.Decision.Amount,
        ExposureDelivered e => e.Increase,
        ExposureInvoiced e => e.Gross - e.FromDelivered - e.FromOrdered,
        ExposureLifted e => -(e.FromReserved + e.FromOrdered + e.FromDelivered),
        ReceivableRaised e => e.Amount,
        ReceivableSettled e => e.FromUnapplied - e.Amount,
        SettlementReversed e => e.Amount - e.ToUnapplied,
        UnappliedCreditReceived e => -e.Amount,
        UnappliedCreditWithdrawn e => e.Amount,
        _ => Eur(0),
    };

    private static Money ExpiredIn(CreditAccount before, IEnumerable<CreditEvent> events) => Money.Sum(
        events.OfType<ReservationsExpired>().SelectMany(e => e.Orders).Select(o => before.Position(o)!.Reserved), Currency.Eur);

    private static void CheckReservation(CreditAccount before, EquatableArray<CreditEvent> events)
    {
        if (events.OfType<CreditReserved>().FirstOrDefault() is not { Decision: var decision }) return;
        Assert.Equal(before.Exposure.Total - ExpiredIn(before, events), decision.Exposure.Total);
        Assert.True(decision.Limit.In(Currency.Eur) is not { } limit || decision.ExposureAfter <= limit
            || decision.Release is not null,
            "nothing is reserved above the limit without a release");
        Assert.DoesNotContain(decision.Reasons, r => r.Outcome == CreditOutcome.Reject);
    }

    [Property(MaxTest = 1000)]
    public void Moving_along_the_chain_at_unchanged_amounts_keeps_the_total(PositiveInt cents, byte first, byte second)
    {
        var whole = Money.FromMinorUnits(cents.Get + 1, Currency.Eur);
        var (one, two) = (whole.Times(first / 256m, Rounding.Floor), whole.Times(second / 256m, Rounding.Floor));
        var account = With(CreditLimit.NoLimit).Reserve(1, whole.Amount).Confirm(1);
        foreach (var part in new[] { one, whole - one })
        {
            if (part.IsZero) continue;
            account = account.Deliver(1, part.Amount);
            Assert.Equal(whole, account.Exposure.Total);
        }
        foreach (var part in new[] { two, whole - two })
        {
            if (part.IsZero) continue;
            account = account.Invoice(1, part.Amount, part.Amount);
            Assert.Equal(whole, account.Exposure.Total);
        }
        Assert.Equal(whole, account.OpenReceivable);
        Assert.Empty(account.Positions);
    }

    [Property(MaxTest = 1000)]
    public void Two_orders_never_take_the_same_headroom(PositiveInt[] wanted, bool rereadAfterConflict)
    {
        // A store that takes a decision only at the version it was made at,
        // as the commit port does; everybody read the account first.
        var limit = Eur(100);
        var stored = With(CreditLimit.Of(limit));
        var first = stored;
        for (var i = 0; i < wanted.Length; i++)
        {
            var decided = Expect.Success(first.CheckAndReserve(Request(i, wanted[i].Get), Good, Policy, Clerk, Morning));
            if (stored.Version != first.Version)
            {
                if (!rereadAfterConflict) continue;
                decided = Expect.Success(stored.CheckAndReserve(Request(i, wanted[i].Get), Good, Policy, Clerk, Morning));
            }
            stored = decided.State;
            Assert.True(stored.Exposure.Total <= limit);
        }
        // A yes is as exact as a no: whatever was withheld did not fit when it was asked.
        if (rereadAfterConflict && wanted.Length > 0
            && wanted[0].Get <= 100) Assert.True(stored.Exposure.Total >= Eur(wanted[0].Get));
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(CreditCommand)])]
    public void What_if_is_what_happens_and_has_no_effect(CreditCommand[] steps, PositiveInt cents)
    {
        var account = With(1000);
        for (var i = 0; i < steps.Length; i++)
            if (steps[i].Run(account, i).TryGet(out var decision, out _)) account = decision.State;
        var (request, at) = (Request(9, cents.Get), Morning + Duration.FromHours(9 * steps.Length));

        var preview = Expect.Success(account.WhatIf(request, Good, Policy, at));
        var real = Expect.Success(account.CheckAndReserve(request, Good, Policy, Clerk, at));

        Assert.Equal(preview, real.Events[^1] is CreditReserved reserved ? reserved.Decision
            : ((CreditWithheld)real.Events[^1]).Decision);
        Assert.Equal(preview.IsApproved ? preview.ExposureAfter : preview.Exposure.Total, real.State.Exposure.Total);
    }
}
