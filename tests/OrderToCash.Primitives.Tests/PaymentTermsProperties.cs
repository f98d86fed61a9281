using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Primitives.Tests;

public sealed class PaymentTermsProperties
{
    public sealed record Case(PaymentTerms Terms, ScheduleBasis Basis);

    public static class Cases
    {
        private static readonly Gen<TermsStep> Step = Gen.OneOf(
            Gen.Choose(0, 90).Select(n => (TermsStep)TermsStep.Days(n)),
            Gen.Choose(0, 12).Select(n => (TermsStep)TermsStep.Months(n)),
            Gen.Choose(1, 31).Select(n => (TermsStep)TermsStep.NextMonthDay(n)),
            Gen.Choose(1, 31).Select(n => (TermsStep)TermsStep.OnOrAfterDaysOfMonth(n, 32 - n)),
            Gen.Choose(1, 31).Select(n => (TermsStep)TermsStep.OnOrAfterDayOfMonth(n)),
            Gen.Constant((TermsStep)TermsStep.EndOfMonth),
            Gen.Constant((TermsStep)TermsStep.SkipClosedPeriods),
            Gen.Constant((TermsStep)TermsStep.BusinessDay(BusinessDayRoll.Following)));

        private static Gen<EquatableArray<TermsStep>> Steps => Gen.ListOf(Step).Select(s => s.Take(4).ToEquatableArray());

        private static readonly Gen<EquatableArray<DiscountTerm>> Discounts = Gen.ListOf(
            from percent in Gen.Choose(1, 9_999) from steps in Steps
            select new DiscountTerm { Percentage = Percentage.Of(percent / 100m), Steps = steps }).Select(d => d.Take(3).ToEquatableArray());

        private static Gen<TermsShare> Share(Currency currency, int most) => Gen.OneOf(
            Gen.Choose(1, most).Select(n => (TermsShare)TermsShare.Percent(n / 10m)),
            Gen.Choose(1, 1_000).Select(n => (TermsShare)TermsShare.PercentOfUntaxed(n / 10m)),
            Any.PositiveMoney(currency).Select(m => (TermsShare)TermsShare.Fixed(m)));

        public static Arbitrary<Case> Case() => Arb.From(
            from currency in Any.Currency
            from count in Gen.Choose(0, 5)
            from shares in Gen.ListOf(Share(currency, count == 0 ? 1_000 : 1_000 / count), count)
            from steps in Gen.ListOf(Steps, count + 1)
            from discounts in Gen.ListOf(Discounts, count + 1)
            from sequential in Gen.ListOf(Gen.Elements(InstalmentStart.InvoiceDate, InstalmentStart.PreviousInstalment), count)
            from balanceAt in Gen.Choose(0, count)
            from gross in Any.MinorUnits
            from date in Any.Date
            from closed in Any.Date
            from discountable in Gen.Choose(0, 100)
            select Make(currency, [.. shares], [.. steps], [.. discounts], [InstalmentStart.InvoiceDate, .. sequential], balanceAt, gross, date, closed, discountable));

        private static Case Make(Currency currency, List<TermsShare> shares, List<EquatableArray<TermsStep>> steps,
            List<EquatableArray<DiscountTerm>> discounts, List<InstalmentStart> from, int balanceAt, long gross, LocalDate date, LocalDate closed, int discountable)
        {
            shares.Insert(balanceAt, TermsShare.Balance);
            var total = Money.FromMinorUnits(Math.Abs(gross), currency);
            return new(
                new()
                {
                    Id = new("T"),
                    Instalments = shares.Select((share, i) =>
                        new InstalmentTerm { Share = share, Steps = steps[i], Discounts = discounts[i], From = from[i] }).ToEquatableArray(),
                },
                new()
                {
                    InvoiceDate = date, Gross = total, Net = total.Times(0.8m, Rounding.HalfToEven), Calendar = BusinessCalendar.Target2,
                    ClosedPeriods = [ClosedPeriod.Of(closed, closed.PlusDays(20))],
                    Discountable = total.Times(discountable / 100m, Rounding.TowardZero),
                });
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Instalments_add_up_and_none_is_negative(Case c)
    {
        Assert.Empty(c.Terms.Check());
        var schedule = Expect.Success(c.Terms.Schedule(c.Basis));
        Assert.Equal(c.Basis.Gross, Money.Sum(schedule.Select(i => i.Amount), c.Basis.Gross.Currency));
        Assert.All(schedule, i => Assert.False(i.Amount.IsNegative));
        Assert.Equal(Enumerable.Range(1, c.Terms.Instalments.Count), schedule.Select(i => i.Number));
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Dates_never_come_before_what_they_start_from(Case c)
    {
        var previous = c.Basis.InvoiceDate;
        foreach (var (instalment, term) in Expect.Success(c.Terms.Schedule(c.Basis)).Zip(c.Terms.Instalments))
        {
            Assert.True(instalment.DueDate >= (term.From == InstalmentStart.PreviousInstalment ? previous : c.Basis.InvoiceDate));
            previous = instalment.DueDate;
        }
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Discounts_fall_with_time_and_never_exceed_the_instalment(Case c)
    {
        foreach (var instalment in Expect.Success(c.Terms.Schedule(c.Basis)))
        {
            foreach (var tier in instalment.Discounts)
            {
                Assert.True(tier.Until >= c.Basis.InvoiceDate && tier.Until <= instalment.DueDate);
                Assert.True(!tier.Discount.IsNegative && tier.Discount <= instalment.Amount);
            }
            foreach (var (early, late) in instalment.Discounts.Zip(instalment.Discounts.Skip(1)))
                Assert.True(early.Until < late.Until && early.Percentage.CompareTo(late.Percentage) > 0);
        }
    }

    [Property(MaxTest = 100, Arbitrary = [typeof(Cases)])]
    public void Terms_and_schedules_survive_being_stored(Case c)
    {
        StoredJson.Survives(c.Terms);
        StoredJson.Survives(c.Basis);
        StoredJson.Survives(Expect.Success(c.Terms.Schedule(c.Basis)));
    }
}
