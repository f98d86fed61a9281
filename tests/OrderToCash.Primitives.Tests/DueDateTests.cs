using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class DueDateTests
{
    private const string File = "collections/due-dates.json";

    public static TheoryData<string> Cases => VectorFile.Ids(File);

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Due_date_vector(string id)
    {
        var c = VectorFile.Case(File, id);
        var term = c.GetProperty("term");
        var terms = new PaymentTerms { Id = new(id), Instalments = Instalments(term) };
        var schedule = Expect.Success(terms.Schedule(new()
        {
            InvoiceDate = Date(c.GetProperty("invoiceDate")),
            Gross = Money.Of(119m, Currency.Eur),
            Net = Money.Of(100m, Currency.Eur),
            Calendar = BusinessCalendar.WithHolidays("vector", List(term, "holidays").Select(Date)),
            ClosedPeriods = List(term, "closedPeriods").Select(p => ClosedPeriod.Of(Date(p[0]), Date(p[1]))).ToEquatableArray(),
        }));
        Assert.Equal(c.GetProperty("due").EnumerateArray().Select(Date), schedule.Select(i => i.DueDate));
        Assert.Equal(Money.Of(119m, Currency.Eur), Money.Sum(schedule.Select(i => i.Amount), Currency.Eur));
        Assert.Empty(terms.Check());
        StoredJson.Survives(terms);
    }

    private static EquatableArray<InstalmentTerm> Instalments(JsonElement term) => term.TryGetProperty("steps", out var steps)
        ? [new() { Share = TermsShare.Balance, Steps = Steps(steps) }]
        : term.GetProperty("instalments").EnumerateArray().Select(i => new InstalmentTerm
        {
            Share = TermsShare.Percent(AllocationTests.Number(i.GetProperty("percent"))),
            From = i.TryGetProperty("from", out var from) ? Start(from.GetString()!) : InstalmentStart.InvoiceDate,
            Steps = Steps(i.GetProperty("steps")),
        }).ToEquatableArray();

    private static InstalmentStart Start(string name) => name switch
    {
        "previousInstalment" => InstalmentStart.PreviousInstalment,
        "invoiceDate" => InstalmentStart.InvoiceDate,
        _ => throw new InvalidOperationException($"No start {name}."),
    };

    private static EquatableArray<TermsStep> Steps(JsonElement steps) =>
        steps.EnumerateArray().SelectMany(step => step.EnumerateObject()).Select(Step).ToEquatableArray();

    private static TermsStep Step(JsonProperty step) => step.Name switch
    {
        "days" => TermsStep.Days(step.Value.GetInt32()),
        "weeks" => TermsStep.Weeks(step.Value.GetInt32()),
        "months" => TermsStep.Months(step.Value.GetInt32()),
        "years" => TermsStep.Years(step.Value.GetInt32()),
        "endOfMonth" when step.Value.GetBoolean() => TermsStep.EndOfMonth,
        "nextMonthDay" => TermsStep.NextMonthDay(step.Value.GetInt32()),
        "onOrAfterDayOfMonth" => TermsStep.OnOrAfterDayOfMonth(step.Value.GetInt32()),
        "onOrAfterDaysOfMonth" => TermsStep.OnOrAfterDaysOfMonth([.. step.Value.EnumerateArray().Select(d => d.GetInt32())]),
        "businessDay" => TermsStep.BusinessDay(Enum.Parse<BusinessDayRoll>(step.Value.GetString()!, ignoreCase: true)),
        "skipClosedPeriods" when step.Value.GetBoolean() => TermsStep.SkipClosedPeriods,
        _ => throw new InvalidOperationException($"No step {step}."),
    };

    private static IEnumerable<JsonElement> List(JsonElement term, string name) =>
        term.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static LocalDate Date(JsonElement iso) => DayCountTests.Date(iso.GetString()!);
}
