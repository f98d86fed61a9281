using OrderToCash.Receivables;
using static OrderToCash.Collections.Tests.AnInterest;

namespace OrderToCash.Collections.Tests;

public sealed class LateInterestTests
{
    private static readonly LocalDate Due = new(2025, 5, 31);
    private static readonly LateInterestPolicy German = LateInterestPolicies.GermanBusiness;

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static LateInterest Of(OpenItem item, LocalDate through, LateInterestPolicy? policy = null, params InterestPause[] pauses) =>
        Expect.Success(LateInterest.Of(item, [.. pauses], policy ?? German, BuiltInReferenceRates.All, through));

    [Fact]
    public void Each_line_says_from_when_through_when_on_what_and_at_which_rate()
    {
        var interest = Of(Item(Eur(10_000), Due, (new(2025, 6, 20), Eur(4_000))), new(2025, 8, 31));
        Assert.Equal(
        [
            "2025-06-01 2025-06-20 20 10000.00 EUR 11.27% 61.75 EUR", "2025-06-21 2025-06-30 10 6000.00 EUR 11.27% 18.53 EUR",
            "2025-07-01 2025-08-31 62 6000.00 EUR 10.27% 104.67 EUR",
        ], interest.Lines.Select(l => FormattableString.Invariant(
            $"{l.From:uuuu-MM-dd} {l.Through:uuuu-MM-dd} {l.Days} {l.Base} {l.Rate} {l.Amount}")));
        Assert.Equal((Eur(184.95m), 92), (interest.Total, interest.Days));
    }

    [Fact]
    public void The_disputed_part_bears_none_while_it_is_disputed()
    {
        var item = Item(Eur(10_000), Due);
        var pause = new InterestPause { Item = item.Id, Amount = Eur(10_000), From = new(2025, 6, 11), Until = new(2025, 6, 21) };
        var interest = Of(item, new(2025, 6, 30), null, pause, new InterestPause { Item = new("I-2"), Amount = Eur(10_000) });
        Assert.Equal([(new(2025, 6, 1), new(2025, 6, 10)), (new(2025, 6, 21), new LocalDate(2025, 6, 30))], interest.Lines.Select(l => (l.From, l.Through)));
        Assert.Equal(20, interest.Days);
    }

    [Fact]
    public void A_bounced_payment_bears_interest_again_from_the_day_after_it_went_back()
    {
        var item = Item(Eur(1_000), Due, (new(2025, 6, 10), Eur(1_000)));
        item = item with { Applications = [item.Applications[0] with { ReversedOn = new(2025, 6, 20), ReversedRecordedAt = At }] };
        Assert.Equal([(new(2025, 6, 1), new(2025, 6, 10)), (new(2025, 6, 21), new LocalDate(2025, 6, 30))],
            Of(item, new(2025, 6, 30)).Lines.Select(l => (l.From, l.Through)));
    }

    [Fact]
    public void Nothing_bears_interest_on_interest_or_fees_unless_the_policy_says_so()
    {
        var interest = Item(Eur(100), Due) with { Kind = OpenItemKind.Interest };
        Expect.Refused(InterestErrors.BearsNone, LateInterest.Of(interest, [], German, BuiltInReferenceRates.All, Due.PlusDays(30)));
        Assert.True(Of(interest, Due.PlusDays(30), German with { Compounds = true }).Total.IsPositive);
        Expect.Refused(InterestErrors.BearsNone,
            LateInterest.Of(interest with { Kind = OpenItemKind.Fee }, [], German with { Compounds = true }, BuiltInReferenceRates.All, Due.PlusDays(30)));
    }

    [Fact]
    public void Rates_past_the_table_are_refused_and_not_extrapolated()
    {
        var item = Item(Eur(100), new(2026, 5, 31));
        Of(item, new(2026, 6, 30));
        Assert.Equal("2026-07-01", Expect.Refused(InterestErrors.RateMissing, LateInterest.Of(item, [], German, BuiltInReferenceRates.All, new(2026, 7, 1))).Fact("date"));
        Expect.Refused(InterestErrors.RateMissing, LateInterest.Of(Item(Eur(100), new(2010, 1, 1)), [], German, BuiltInReferenceRates.All, new(2010, 2, 1)));
        Expect.Refused(InterestErrors.RateMissing, LateInterest.Of(item, [], German with { Table = "SNB" }, BuiltInReferenceRates.All, new(2026, 6, 30)));
        Assert.Equal(Eur(0), Of(Item(Eur(100), new(2026, 5, 31)), new(2026, 5, 31)).Total);
    }

    [Fact]
    public void A_rate_never_falls_below_zero() =>
        Assert.Equal(Eur(0), Of(Item(Eur(100), new(2021, 1, 31)), new(2021, 5, 11), German with { Margin = Percentage.Of(0.5m) }).Total);

    [Fact]
    public void Charges_go_on_where_the_last_one_ended_and_what_is_waived_stays_charged()
    {
        var item = Item(Eur(10_000), Due);
        var none = ItemInterest.None(item.Id, Currency.Eur);
        Result<Decision<ItemInterest, ItemInterestEvent>> Charge(ItemInterest state, LocalDate through, decimal minimum = 0) =>
            state.ChargeInterest(Of(item, through), Eur(minimum), new($"INT-{state.Charges.Count + 1}"), through, Clerk, At);
        var june = Expect.Success(Charge(none, new(2025, 6, 30))).State;
        Expect.Refused(InterestErrors.ChargedThrough, Charge(june, new(2025, 6, 30)));
        Expect.Refused(InterestErrors.BelowMinimum, Charge(june, new(2025, 7, 1), 5));
        var august = Expect.Success(Charge(june, new(2025, 8, 31))).State;
        Assert.Equal((Eur(267.08m), new LocalDate(2025, 8, 31)), (august.Charged, august.ChargedThrough));
        var waived = Expect.Success(august.Waive(new("INT-2"), "goodwill", new(2025, 9, 1), Clerk, At));
        Assert.Equal((Eur(267.08m), "goodwill"), (waived.State.Charged, waived.State.Charge(new("INT-2"))!.WaivedBecause));
        Assert.Empty(Expect.Success(waived.State.Waive(new("INT-2"), "again", new(2025, 9, 1), Clerk, At)).Events);
        Expect.Refused(InterestErrors.ChargeUnknown, august.Waive(new("INT-9"), "x", Due, Clerk, At));
        Expect.Refused(InterestErrors.ReasonMissing, august.Waive(new("INT-1"), " ", Due, Clerk, At));
        var paid = Item(Eur(10_000), Due, (new(2025, 6, 1), Eur(10_000)));
        Expect.Refused(InterestErrors.NothingDue, august.ChargeInterest(Of(paid, new(2025, 9, 30)), Eur(0), new("INT-3"), Due, Clerk, At));
        Expect.Refused(InterestErrors.OtherItem, ItemInterest.None(new("X"), Currency.Eur).ChargeInterest(Of(item, Due.PlusDays(3)), Eur(0), new("I"), Due, Clerk, At));
    }

    [Fact]
    public void The_lump_sum_is_due_once_and_only_from_who_is_late()
    {
        var (item, none) = (Item(Eur(10_000), Due), ItemInterest.None(new("I-1"), Currency.Eur));
        Result<Decision<ItemInterest, ItemInterestEvent>> Compensate(ItemInterest state, LocalDate on, LateInterestPolicy? policy = null, params InterestPause[] pauses) =>
            state.Compensate(item, [.. pauses], policy ?? German, new("COMP-1"), on, Clerk, At);
        Expect.Refused(InterestErrors.NoCompensation, Compensate(none, Due));
        Expect.Refused(InterestErrors.NoCompensation, Compensate(none, Due.PlusDays(1), LateInterestPolicies.GermanConsumer));
        Expect.Refused(InterestErrors.NoCompensation, Compensate(none, Due.PlusDays(1), LateInterestPolicies.BritishBusiness));
        Expect.Refused(InterestErrors.NoCompensation, Compensate(none, Due.PlusDays(1), null, new InterestPause { Item = item.Id, Amount = Eur(10_000) }));
        var charged = Expect.Success(Compensate(none, Due.PlusDays(1)));
        Assert.Equal(Eur(40), ((LateCompensationCharged)charged.Events[0]).Amount);
        Expect.Refused(InterestErrors.Compensated, Compensate(charged.State, Due.PlusDays(2)));
        Expect.Refused(InterestErrors.OtherItem, ItemInterest.None(new("X"), Currency.Eur).Compensate(item, [], German, new("C"), Due, Clerk, At));
    }

    [Fact]
    public void What_is_stored_is_checked()
    {
        var charge = new ItemInterestCharge { Charge = new("INT-1"), Through = Due, Amount = Eur(1), On = Due };
        Assert.Equal(3, ItemInterest.None(default, Currency.Usd).Check().Count
            + (ItemInterest.None(new("I"), Currency.Eur) with { Charges = [charge, charge] }).Check().Count);
        Expect.Found(InterestErrors.StateBroken, (ItemInterest.None(new("I"), Currency.Usd) with { Charges = [charge] }).Check());
        Assert.Throws<ArgumentException>(() => ItemInterest.None(new("I"), Currency.Eur).Apply(
            new LateInterestWaived { Item = new("I"), By = Clerk, At = At, Charge = new("X"), Reason = "r", On = Due }));
    }
}
