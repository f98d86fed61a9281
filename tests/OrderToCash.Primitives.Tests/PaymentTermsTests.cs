using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class PaymentTermsTests
{
    private static readonly LocalDate Invoiced = new(2024, 1, 20);

    private static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    private static EquatableArray<Instalment> Schedule(PaymentTerms terms, decimal gross, decimal? net = null) =>
        Expect.Success(terms.Schedule(Invoiced, Eur(gross), Eur(net ?? gross), BusinessCalendar.Target2));

    private static PaymentTerms Terms(params InstalmentTerm[] instalments) => new() { Id = new("T"), Instalments = instalments.ToEquatableArray() };

    private static InstalmentTerm Part(TermsShare share, params TermsStep[] steps) => new() { Share = share, Steps = steps.ToEquatableArray() };

    [Fact]
    public void Thirty_days_net() =>
        Assert.Equal(new Instalment { Number = 1, DueDate = new(2024, 2, 19), Amount = Eur(119m) }, Assert.Single(Schedule(PaymentTerms.Days(30), 119m)));

    [Fact]
    public void Fifteen_days_after_the_end_of_the_month() =>
        Assert.Equal(new LocalDate(2024, 2, 15), Schedule(PaymentTerms.EndOfMonthPlus(15), 1m)[0].DueDate);

    [Fact]
    public void Due_at_once() => Assert.Equal(Invoiced, Schedule(PaymentTerms.Immediate, 1m)[0].DueDate);

    [Fact]
    public void Two_tiers_are_listed_by_date_and_computed_once()
    {
        var terms = PaymentTerms.Days(60).WithDiscount(Percentage.Of(2), days: 20).WithDiscount(Percentage.Of(3), days: 10);
        var tiers = Schedule(terms, 1725.05m)[0].Discounts;
        Assert.Equal(
            [
                new DiscountTier { Until = new(2024, 1, 30), Percentage = Percentage.Of(3), Discount = Eur(51.75m) },
                new DiscountTier { Until = new(2024, 2, 9), Percentage = Percentage.Of(2), Discount = Eur(34.50m) },
            ],
            tiers);
    }

    [Fact]
    public void A_discount_ten_days_after_the_end_of_the_month() =>
        Assert.Equal(new LocalDate(2024, 2, 10),
            Schedule(PaymentTerms.EndOfMonthPlus(30).WithDiscount(Percentage.Of(2), TermsStep.EndOfMonth, TermsStep.Days(10)), 100m)[0].Discounts[0].Until);

    [Fact]
    public void A_discount_never_runs_past_the_due_date() =>
        Assert.Equal(new LocalDate(2024, 1, 25), Schedule(PaymentTerms.Days(5).WithDiscount(Percentage.Of(2), days: 10), 100m)[0].Discounts[0].Until);

    [Fact]
    public void A_tier_that_a_later_one_beats_is_left_out()
    {
        var terms = PaymentTerms.Days(30).WithDiscount(Percentage.Of(2), 10).WithDiscount(Percentage.Of(2), 20).WithDiscount(Percentage.Of(1), 5);
        Assert.Equal(new LocalDate(2024, 2, 9), Assert.Single(Schedule(terms, 100m)[0].Discounts).Until);
    }

    [Fact]
    public void Freight_earns_no_discount()
    {
        var terms = Terms(Part(TermsShare.Percent(50)), Part(TermsShare.Percent(50))).WithDiscount(Percentage.Of(3), 0);
        var schedule = Expect.Success(terms.Schedule(new()
        {
            InvoiceDate = Invoiced, Gross = Eur(100.01m), Net = Eur(100.01m), Calendar = BusinessCalendar.EveryDay, Discountable = Eur(60.01m),
        }));
        Assert.Equal([Eur(0.90m), Eur(0.90m)], schedule.Select(i => i.Discounts[0].Discount));
    }

    [Fact]
    public void The_last_instalment_takes_the_remainder()
    {
        var thirds = Terms(Part(TermsShare.Percent(33.33m)), Part(TermsShare.Percent(33.33m)), Part(TermsShare.Percent(33.34m)));
        Assert.Equal([Eur(33.34m), Eur(33.34m), Eur(33.34m)], Schedule(thirds, 100.02m).Select(i => i.Amount));
        Assert.Equal([Eur(0.02m), Eur(0.01m)], Schedule(Terms(Part(TermsShare.Percent(50)), Part(TermsShare.Percent(50))), 0.03m).Select(i => i.Amount));
    }

    [Fact]
    public void The_balance_may_stand_anywhere() =>
        Assert.Equal([Eur(790m), Eur(200m), Eur(10m)],
            Schedule(Terms(Part(TermsShare.Balance), Part(TermsShare.Fixed(Eur(200m))), Part(TermsShare.Percent(1))), 1000m).Select(i => i.Amount));

    [Fact]
    public void An_invoice_below_the_fixed_amount_asks_for_what_there_is() =>
        Assert.Equal([Eur(150m), Eur(0m)], Schedule(Terms(Part(TermsShare.Fixed(Eur(200m))), Part(TermsShare.Balance)), 150m).Select(i => i.Amount));

    [Fact]
    public void A_hundred_halves_of_a_cent_do_not_make_the_last_one_negative()
    {
        var terms = Terms([.. Enumerable.Repeat(Part(TermsShare.Percent(1)), 100)]);
        var amounts = Schedule(terms, 0.50m).Select(i => i.Amount).ToList();
        Assert.DoesNotContain(amounts, a => a.IsNegative);
        Assert.Equal(Eur(0.50m), Money.Sum(amounts, Currency.Eur));
    }

    [Fact]
    public void A_sequential_pay_day_is_strictly_after_the_one_before()
    {
        var payDays = TermsStep.OnOrAfterDaysOfMonth(15);
        var terms = Terms(Part(TermsShare.Percent(50), payDays), Part(TermsShare.Percent(50), payDays) with { From = InstalmentStart.PreviousInstalment });
        Assert.Equal([new LocalDate(2024, 2, 15), new LocalDate(2024, 3, 15)], Schedule(terms, 1m).Select(i => i.DueDate));
    }

    [Fact]
    public void A_single_day_of_the_month_is_on_or_after_whatever_was_due_before()
    {
        var day = TermsStep.OnOrAfterDayOfMonth(15);
        var terms = Terms(Part(TermsShare.Percent(50), day), Part(TermsShare.Percent(25), day) with { From = InstalmentStart.PreviousInstalment },
            Part(TermsShare.Percent(25), TermsStep.Days(1), day) with { From = InstalmentStart.PreviousInstalment });
        Assert.Equal([new LocalDate(2024, 2, 15), new LocalDate(2024, 2, 15), new LocalDate(2024, 3, 15)], Schedule(terms, 1m).Select(i => i.DueDate));
        var last = Expect.Success(PaymentTerms.Single("T", "", TermsStep.OnOrAfterDayOfMonth(31)).Schedule(new(2023, 2, 10), Eur(1m), Eur(1m), BusinessCalendar.EveryDay));
        Assert.Equal(new LocalDate(2023, 2, 28), last[0].DueDate);
        StoredJson.Survives(terms);
        Expect.Found(PaymentTermsErrors.StepOutOfRange, PaymentTerms.Single("T", "", TermsStep.OnOrAfterDayOfMonth(32)).Check());
    }

    [Fact]
    public void Pay_days_a_month_does_not_have_are_its_last_day()
    {
        var schedule = Expect.Success(PaymentTerms.Single("T", "", TermsStep.OnOrAfterDaysOfMonth(31))
            .Schedule(new(2023, 2, 10), Eur(1m), Eur(1m), BusinessCalendar.EveryDay));
        Assert.Equal(new LocalDate(2023, 2, 28), schedule[0].DueDate);
    }

    [Fact]
    public void Business_days_follow_the_sellers_calendar() =>
        Assert.Equal(new LocalDate(2024, 4, 3), Expect.Success(PaymentTerms.Single("T", "", TermsStep.BusinessDays(2))
            .Schedule(new(2024, 3, 28), Eur(1m), Eur(1m), BusinessCalendar.Target2))[0].DueDate);

    [Fact]
    public void Terms_are_data()
    {
        const string json = """
            {"id":"A","name":"30 % now, the rest at the end of next month","instalments":[
              {"share":{"share":"percent","percentage":"30%"},"from":"InvoiceDate","steps":[],"discounts":[]},
              {"share":{"share":"balance"},"steps":[{"step":"months","count":1},{"step":"endOfMonth"},{"step":"businessDay","roll":"Preceding"}],
               "discounts":[{"percentage":"2%","steps":[{"step":"days","count":10}]}]}]}
            """;
        var terms = StoredJson.Read<PaymentTerms>(json);
        Assert.Empty(terms.Check());
        Assert.Equal([Invoiced, new LocalDate(2024, 2, 29)], Schedule(terms, 100m).Select(i => i.DueDate));
        StoredJson.Survives(terms);
        StoredJson.Survives(Schedule(terms, 100m));
        Assert.Throws<JsonException>(() => StoredJson.Read<TermsStep>("""{"step":"whenever"}"""));
    }

    [Fact]
    public void Every_step_and_share_survives_being_stored()
    {
        StoredJson.Survives<EquatableArray<TermsStep>>([
            TermsStep.Days(1), TermsStep.Weeks(2), TermsStep.Months(3), TermsStep.Years(4), TermsStep.BusinessDays(5), TermsStep.EndOfMonth,
            TermsStep.NextMonthDay(6), TermsStep.OnOrAfterDaysOfMonth(7, 8), TermsStep.BusinessDay(BusinessDayRoll.ModifiedFollowing), TermsStep.SkipClosedPeriods]);
        StoredJson.Survives<EquatableArray<TermsShare>>([
            TermsShare.Balance, TermsShare.Fixed(Eur(1m)), TermsShare.Percent(2.5m), TermsShare.PercentOfUntaxed(3)]);
        StoredJson.Survives(ClosedPeriod.Of(new(2024, 8, 1), new(2024, 8, 31)));
        StoredJson.Survives(new ScheduleBasis { InvoiceDate = Invoiced, Gross = Eur(1m), Net = Eur(1m), Calendar = BusinessCalendar.Target2 });
    }

    [Fact]
    public void All_findings_come_at_once_with_their_place()
    {
        var terms = Terms(
            new() { Share = TermsShare.Percent(0), From = InstalmentStart.PreviousInstalment, Steps = [TermsStep.Days(-1)] },
            new() { Share = TermsShare.Fixed(Eur(-1m)), Discounts = [new() { Percentage = Percentage.Hundred, Steps = [TermsStep.OnOrAfterDaysOfMonth()] }] });
        var findings = terms.Check();
        Assert.Equal(
            ["instalments", "instalments[0].from", "instalments[0].share", "instalments[0].steps[0]", "instalments[1].share",
             "instalments[1].discounts[0].percentage", "instalments[1].discounts[0].steps[0]"],
            findings.Select(f => f.Target));
        Expect.Found(PaymentTermsErrors.PercentSum, findings);
        Expect.Found(PaymentTermsErrors.NothingBefore, findings);
        Expect.Found(PaymentTermsErrors.ShareOutOfRange, findings);
        Expect.Found(PaymentTermsErrors.StepOutOfRange, findings);
        Expect.Found(PaymentTermsErrors.DiscountOutOfRange, findings);
    }

    [Theory]
    [InlineData(100, false, true)]
    [InlineData(99, false, false)]
    [InlineData(101, false, false)]
    [InlineData(99, true, true)]
    [InlineData(100, true, true)]
    [InlineData(101, true, false)]
    public void Percentages_make_a_hundred_or_leave_a_balance(int sum, bool balance, bool sound)
    {
        var terms = Terms([Part(TermsShare.Percent(60)), Part(TermsShare.Percent(sum - 60)), .. balance ? [Part(TermsShare.Balance)] : Array.Empty<InstalmentTerm>()]);
        if (sound) Assert.Empty(terms.Check());
        else Expect.Found(PaymentTermsErrors.PercentSum, terms.Check());
    }

    [Fact]
    public void Unsound_terms_make_no_schedule()
    {
        var calendar = BusinessCalendar.EveryDay;
        Expect.Refused(PaymentTermsErrors.NoInstalments, Terms().Schedule(Invoiced, Eur(1m), Eur(1m), calendar));
        Expect.Refused(PaymentTermsErrors.SecondBalance,
            Terms(Part(TermsShare.Balance), Part(TermsShare.Balance)).Schedule(Invoiced, Eur(1m), Eur(1m), calendar));
        Expect.Refused(PaymentTermsErrors.PercentSum, Terms(Part(TermsShare.Fixed(Eur(1m)))).Schedule(Invoiced, Eur(1m), Eur(1m), calendar));
        Expect.Found(PaymentTermsErrors.StepOutOfRange, PaymentTerms.Single("T", "", TermsStep.NextMonthDay(32)).Check());
        Expect.Found(PaymentTermsErrors.StepOutOfRange, PaymentTerms.Single("T", "", TermsStep.Years(101)).Check());
        Expect.Found(PaymentTermsErrors.StepOutOfRange, PaymentTerms.Single("T", "", TermsStep.BusinessDay((BusinessDayRoll)9)).Check());
    }

    [Fact]
    public void Terms_that_do_not_fit_the_document_are_refused()
    {
        var dollars = Terms(Part(TermsShare.Fixed(Money.Of(1m, Currency.Usd))), Part(TermsShare.Balance));
        Expect.Refused(PaymentTermsErrors.OtherCurrency, dollars.Schedule(Invoiced, Eur(1m), Eur(1m), BusinessCalendar.EveryDay));
        Expect.Refused(PaymentTermsErrors.NegativeAmount, PaymentTerms.Immediate.Schedule(Invoiced, Eur(-1m), Eur(-1m), BusinessCalendar.EveryDay));
        Expect.Refused(PaymentTermsErrors.DiscountableTooLarge, PaymentTerms.Immediate.Schedule(new()
        {
            InvoiceDate = Invoiced, Gross = Eur(1m), Net = Eur(1m), Calendar = BusinessCalendar.EveryDay, Discountable = Eur(2m),
        }));
        Assert.Throws<CurrencyMismatchException>(() =>
            PaymentTerms.Immediate.Schedule(Invoiced, Eur(1m), Money.Of(1m, Currency.Usd), BusinessCalendar.EveryDay));
    }

    [Fact]
    public void Factories_refuse_what_makes_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentTerms.Days(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentTerms.EndOfMonthPlus(TermsStep.MaxCount + 1));
        foreach (var terms in new[] { PaymentTerms.Immediate, PaymentTerms.Days(30), PaymentTerms.EndOfMonthPlus(15).WithDiscount(Percentage.Of(2), 10) })
            Assert.Empty(terms.Check());
    }
}
