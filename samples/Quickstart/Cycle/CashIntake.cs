using OrderToCash.Collections;
using OrderToCash.Matching;

namespace OrderToCash.Quickstart;

/// <summary>Books the bank statement week by week, matches it, and reminds late payers at the end of each week.</summary>
internal sealed class CashIntake(CashDesk cash, CollectionsDesk collections, CycleClock clock, PayerDirectory payers, Problems problems)
{
    // After the last reminder of an invoice nothing more happens to it.
    private const int WeeksOfReminders = 26;

    /// <summary>Each bank line and what became of it, in the order of booking.</summary>
    public List<BankDecision> Decisions { get; } = [];

    /// <summary>The letters that went out.</summary>
    public List<DunningLetter> Letters { get; } = [];

    /// <summary>Goes through the weeks up to a day.</summary>
    /// <param name="entries">Lines of the statements.</param>
    /// <param name="dueDates">When invoices fall due: reminders follow them.</param>
    /// <param name="asOf">The last day.</param>
    /// <param name="progress">Told after each week.</param>
    public async Task RunAsync(IReadOnlyList<BankEntry> entries, IEnumerable<LocalDate> dueDates, LocalDate asOf, Action<string> progress)
    {
        var byWeek = entries.Where(e => e.BookedOn <= asOf).GroupBy(e => Friday(e.BookedOn)).ToDictionary(g => g.Key, g => g.OrderBy(e => e.BookedOn).ToList());
        foreach (var friday in Weeks(entries.Select(e => e.BookedOn).Concat(dueDates), asOf))
        {
            var day = LocalDate.Min(friday, asOf);
            clock.GoTo(day, 17);
            if (byWeek.TryGetValue(friday, out var week)) await BookAsync(week.ToEquatableArray());
            clock.GoTo(day, 18);
            await RemindAsync(day);
            progress($"week to {NodaTime.Text.LocalDatePattern.Iso.Format(day)}: {Decisions.Count} bank lines, {Letters.Count} letters");
        }
    }

    // One date that is a century off costs no century of weeks.
    private static IEnumerable<LocalDate> Weeks(IEnumerable<LocalDate> dates, LocalDate asOf)
    {
        var next = default(LocalDate?);
        foreach (var friday in dates.Select(Friday).Distinct().Order())
        {
            var from = friday.PlusDays(-7);
            if (next is null || next < from) next = from;
            for (; next <= friday.PlusDays(7 * WeeksOfReminders) && next < asOf.PlusDays(7); next = next.Value.PlusDays(7)) yield return next.Value;
        }
    }

    private async Task BookAsync(EquatableArray<BankEntry> entries)
    {
        var plan = await cash.PlanAsync(Seller.Id, entries, payers);
        if (!problems.IsGood("bank statement", plan)) return;
        foreach (var payment in plan.Value.Payments)
        {
            if (payment.Treatment is not (PaymentTreatment.Book or PaymentTreatment.Return))
            {
                Decisions.Add(new() { Plan = payment, IsBooked = false, Errors = payment.Refusal is { } refusal ? [refusal] : [] });
                if (payment.Refusal is { } error) problems.IsGood("bank line", Result.Failure<CashPlan>(error), "statement");
                continue;
            }
            var booked = payment.Treatment == PaymentTreatment.Book
                ? await cash.BookAsync(new()
                {
                    Id = new($"book-{payment.Payment}"), By = Seller.Automation, LegalEntity = Seller.Id, Customer = payment.Customer,
                    Payment = payment.Payment, Entry = payment.Entry, Allocations = payment.Allocations,
                })
                : await cash.ReturnAsync(new() { Id = new($"return-{payment.Payment}"), By = Seller.Automation, Payment = payment.Returns, Entry = payment.Entry });
            problems.IsGood($"bank line {payment.Entry.Identity}", booked, "statement");
            Decisions.Add(!booked.IsSuccess && !payment.Allocations.IsEmpty
                ? await BookOnAccountAsync(payment, booked.Errors)
                : new() { Plan = payment, IsBooked = booked.IsSuccess, Errors = booked.Errors });
        }
    }

    // Money that came is booked, whatever the ledger says of what it was applied to.
    private async Task<BankDecision> BookOnAccountAsync(PlannedPayment payment, EquatableArray<DomainError> refusals)
    {
        var booked = await cash.BookAsync(new()
        {
            Id = new($"book-{payment.Payment}-on-account"), By = Seller.Automation, LegalEntity = Seller.Id, Customer = payment.Customer,
            Payment = payment.Payment, Entry = payment.Entry,
        });
        problems.IsGood($"bank line {payment.Entry.Identity} on account", booked, "statement");
        return new() { Plan = payment with { Allocations = [] }, IsBooked = booked.IsSuccess, Errors = [.. refusals, .. booked.Errors] };
    }

    private async Task RemindAsync(LocalDate day)
    {
        foreach (var customer in Letters.Select(l => l.Customer).Distinct().ToList())
            problems.IsGood($"dunning of {customer}", await collections.RefreshAsync(new()
            {
                Id = new($"refresh-{customer}-{day:uuuuMMdd}"), By = Seller.Automation, LegalEntity = Seller.Id, Customer = customer, On = day,
            }));
        var plan = await collections.PlanAsync(Seller.Id, [], day);
        if (!problems.IsGood("dunning", plan)) return;
        foreach (var letter in plan.Value.Letters)
        {
            var executed = await collections.ExecuteAsync(new()
            {
                Id = new($"dun-{letter.Customer}-{letter.AmountDue.Currency}-{day:uuuuMMdd}"), By = Seller.Automation, Letter = letter,
            });
            if (problems.IsGood($"letter to {letter.Customer}", executed)) Letters.Add(letter);
        }
    }

    private static LocalDate Friday(LocalDate day) => day.DayOfWeek <= IsoDayOfWeek.Friday
        ? day.PlusDays(IsoDayOfWeek.Friday - day.DayOfWeek)
        : day.Next(IsoDayOfWeek.Friday);
}
