using System.Text.Json;

namespace OrderToCash.Primitives.Tests;

public sealed class InstalmentSplitTests
{
    private const string File = "collections/allocation.json";

    public static TheoryData<string> Cases => VectorFile.Ids(File, "instalments");

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Instalment_vector(string id)
    {
        var c = VectorFile.Case(File, id, "instalments");
        var total = Amount(c.GetProperty("total"));
        var terms = new PaymentTerms
        {
            Id = new(id),
            Instalments = c.GetProperty("terms").EnumerateArray()
                .Select(term => new InstalmentTerm { Share = Share(term, total.Currency) }).ToEquatableArray(),
        };
        var schedule = terms.Schedule(new(2024, 1, 31), total, c.TryGetProperty("untaxed", out var net) ? Amount(net) : total, BusinessCalendar.EveryDay);
        if (c.TryGetProperty("expectError", out var error))
            Assert.Contains("payment-terms." + error.GetString(), schedule.Errors.Select(e => e.Code));
        else
            Assert.Equal(c.GetProperty("expect").EnumerateArray().Select(Amount), Expect.Success(schedule).Select(i => i.Amount));
    }

    // `last` marks the instalment that takes what the others leave; ours knows that by its place.
    private static TermsShare Share(JsonElement term, Currency currency)
    {
        foreach (var property in term.EnumerateObject())
            switch (property.Name)
            {
                case "percent": return TermsShare.Percent(AllocationTests.Number(property.Value));
                case "percentOfUntaxed": return TermsShare.PercentOfUntaxed(AllocationTests.Number(property.Value));
                case "fixed": return TermsShare.Fixed(Money.Of(AllocationTests.Number(property.Value), currency));
                case "balance": return TermsShare.Balance;
            }
        throw new InvalidOperationException($"No share {term}.");
    }

    private static Money Amount(JsonElement text)
    {
        var number = text.GetString()!;
        var point = number.IndexOf('.');
        return Money.Of(AllocationTests.Number(text), AllocationTests.Grid(point < 0 ? 0 : number.Length - point - 1));
    }
}
