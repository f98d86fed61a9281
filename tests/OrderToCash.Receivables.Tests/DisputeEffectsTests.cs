using static OrderToCash.Receivables.Tests.ADispute;

namespace OrderToCash.Receivables.Tests;

public sealed class DisputeEffectsTests
{
    private static readonly OpenItem Invoice = Items[0]; // 60.00, due ten days before Day

    private static EquatableArray<InterestSpan> Bases(DisputeCase claim, int days = 20) =>
        DisputeEffects.InterestSpans(Invoice, DisputeEffects.InterestPauses([claim]), Invoice.DueDate, Day.PlusDays(days));

    private static InterestSpan Base(int from, int until, decimal amount) =>
        new() { From = Day.PlusDays(from), Until = Day.PlusDays(until), Amount = Eur(amount) };

    [Fact]
    public void Interest_is_paused_on_the_disputed_part_while_nobody_knows() =>
        Assert.Equal([Base(-9, 0, 60), Base(0, 20, 40)], Bases(Opened(Part("INV-1/1", 20))));

    [Fact]
    public void A_claim_found_invalid_or_withdrawn_lets_interest_run_from_the_due_date()
    {
        Assert.Equal([Base(-9, 20, 60)], Bases(Opened(Part("INV-1/1", 20)).Decided(Day.PlusDays(5))));
        Assert.Equal([Base(-9, 20, 60)], Bases(Opened(Part("INV-1/1", 20)).Then(c => c.Withdraw("x", Day, Clerk, At))));
    }

    [Fact]
    public void What_was_found_valid_was_never_owed() =>
        Assert.Equal([Base(-9, 20, 45)], Bases(Opened(Part("INV-1/1", 20)).Decided(Day.PlusDays(5), Part("INV-1/1", 15))));

    // As the vectors of late interest count: through the day of payment, inclusive.
    [Fact]
    public void The_day_of_a_payment_bears_interest_on_what_was_paid_and_the_day_of_its_return_does_not()
    {
        Application Paid(LocalDate? back = null) => new()
        {
            Id = new("A"), Counterpart = new("P"), Amount = Eur(15), FunctionalAmount = Eur(15), On = Day.PlusDays(6), ReversedOn = back, RecordedAt = At,
        };
        var paid = Invoice with { Applications = [Paid()] };
        Assert.Equal([Base(-9, 7, 60), Base(7, 20, 45)], DisputeEffects.InterestSpans(paid, [], Invoice.DueDate, Day.PlusDays(20)));
        Assert.Equal([Base(5, 7, 60)], DisputeEffects.InterestSpans(paid, [], Day.PlusDays(5), Day.PlusDays(7)));
        var bounced = Invoice with { Applications = [Paid(Day.PlusDays(9))] };
        Assert.Equal([Base(-9, 7, 60), Base(7, 10, 45), Base(10, 20, 60)], DisputeEffects.InterestSpans(bounced, [], Invoice.DueDate, Day.PlusDays(20)));
        var onTime = Invoice with { Applications = [Paid() with { Amount = Eur(60), FunctionalAmount = Eur(60), On = Invoice.DueDate }] };
        Assert.Empty(DisputeEffects.InterestSpans(onTime, [], Invoice.DueDate, Day.PlusDays(20)));
    }

    [Fact]
    public void A_credit_note_takes_over_from_the_pause()
    {
        var claim = Opened(Part("INV-1/1", 20)).Decided(Day.PlusDays(5), Part("INV-1/1", 15))
            .Ended("INV-1/1", DisputeResolutionKind.CreditNote, 15, "CN-1", Day.PlusDays(6));
        var credited = Invoice with
        {
            Applications =
            [
                new()
                {
                    Id = new("A"), Counterpart = new("CN-1"), Amount = Eur(15), FunctionalAmount = Eur(15), On = Day.PlusDays(6), RecordedAt = At,
                },
            ],
        };
        var pauses = DisputeEffects.InterestPauses([claim]);
        Assert.Equal([Base(-9, 20, 45)], DisputeEffects.InterestSpans(credited, pauses, Invoice.DueDate, Day.PlusDays(20)));
    }

    [Fact]
    public void Credit_checks_see_what_is_overdue_and_undisputed()
    {
        var withheld = DisputeEffects.Withheld([Opened(Part("INV-1/1", 60))], Day);
        OpenItem[] items = [Item("INV-1/1", 60, Day.PlusDays(-40)), Item("INV-2/1", 10, Day.PlusDays(-7)), Item("P", -5), Item("INV-3/1", 9, Day)];
        Assert.Equal(7, DisputeEffects.OldestOverdueDays(items, withheld, Day));
        Assert.Equal(40, DisputeEffects.OldestOverdueDays(items, [Part("INV-1/1", 59)], Day));
        Assert.Equal(0, DisputeEffects.OldestOverdueDays([], withheld, Day));
    }

    [Fact]
    public void Two_cases_add_up_and_never_exceed_what_is_open()
    {
        var one = Opened(Part("INV-1/1", 30));
        var two = Expect.Success(Open(Facts(Part("INV-1/1", 20)) with { Dispute = new("D-2") }, one.WithheldOn(Day))).State;
        var withheld = DisputeEffects.Withheld([two, one], Day);
        Assert.Equal([Part("INV-1/1", 50)], withheld);
        Assert.Equal(Eur(50), DisputeEffects.DisputedOf(Eur(60), new("INV-1/1"), withheld));
        Assert.Equal(Eur(45), DisputeEffects.DisputedOf(Eur(45), new("INV-1/1"), withheld));
        Assert.Equal(Eur(0), DisputeEffects.DisputedOf(Eur(60), new("INV-1/2"), withheld));
    }
}
