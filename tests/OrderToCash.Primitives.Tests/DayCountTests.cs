using NodaTime.Text;

namespace OrderToCash.Primitives.Tests;

public sealed class DayCountTests
{
    private const string File = "collections/day-count.json";

    public static TheoryData<string> Cases => VectorFile.Ids(File);

    [Theory, MemberData(nameof(Cases)), Trait("Category", "Vectors")]
    public void Day_count_vector(string id)
    {
        var c = VectorFile.Case(File, id);
        var convention = DayCount.FromValue(c.GetProperty("convention").GetString()!);
        Assert.Equal(c.GetProperty("days").GetInt32(), convention.Days(Date(c.GetProperty("start").GetString()!), Date(c.GetProperty("end").GetString()!)));
    }

    [Theory]
    [InlineData("ACT/365F", "2023-12-28", "2024-02-28", "62/365")]
    [InlineData("ACT/360", "2023-12-28", "2024-02-28", "31/180")]
    [InlineData("30E/360", "2024-01-31", "2024-07-31", "1/2")]
    [InlineData("30/360-ISDA", "2024-01-30", "2024-01-31", "0/1")]
    [InlineData("30U/360", "2023-02-28", "2024-02-29", "1/1")]
    [InlineData("ACT/ACT-ISDA", "2024-01-01", "2025-01-01", "1/1")]
    [InlineData("ACT/ACT-ISDA", "2023-07-01", "2024-07-01", "66887/66795")]
    [InlineData("ACT/ACT-ISDA", "2023-12-31", "2025-01-01", "366/365")]
    public void A_year_fraction_is_an_exact_ratio(string convention, string start, string end, string ratio) =>
        Assert.Equal(ratio, DayCount.FromValue(convention).YearFraction(Date(start), Date(end)).ToString());

    // Sources: ISDA, "EMU and market conventions" (1998): 1 Nov 2003 - 1 May 2004 = 61/365 + 121/366.
    [Fact]
    public void The_example_of_the_isda_paper_holds() =>
        Assert.Equal(new(61 * 366 + 121 * 365, 365 * 366), DayCount.ActualActualIsda.YearFraction(new(2003, 11, 1), new(2004, 5, 1)));

    [Fact]
    public void United_states_months_end_with_february()
    {
        Assert.Equal(360, DayCount.Thirty360Us.Days(new(2023, 2, 28), new(2024, 2, 29)));
        Assert.Equal(30, DayCount.Thirty360Us.Days(new(2023, 2, 28), new(2023, 3, 30)));
        Assert.Equal(30, DayCount.Thirty360Us.Days(new(2023, 2, 28), new(2023, 3, 31)));
        Assert.Equal(33, DayCount.Thirty360Isda.Days(new(2023, 2, 28), new(2023, 3, 31)));
        Assert.Equal(29, DayCount.Thirty360Us.Days(new(2024, 2, 28), new(2024, 3, 27)));
    }

    [Fact]
    public void Interest_multiplies_first_and_divides_last() =>
        Assert.Equal(31m, DayCount.Actual365Fixed.YearFraction(new(2024, 1, 1), new(2024, 2, 1)).Of(365m));

    [Fact]
    public void Time_does_not_run_backwards()
    {
        foreach (var convention in DayCount.List)
        {
            Assert.Equal(0, convention.Days(new(2024, 2, 29), new(2024, 2, 29)));
            Assert.Throws<ArgumentOutOfRangeException>(() => convention.Days(new(2024, 3, 1), new(2024, 2, 29)));
            Assert.Throws<ArgumentOutOfRangeException>(() => convention.YearFraction(new(2024, 3, 1), new(2024, 2, 29)));
        }
    }

    [Fact]
    public void Conventions_and_fractions_survive_being_stored()
    {
        Assert.Equal(7, DayCount.List.Count);
        foreach (var convention in DayCount.List) StoredJson.Survives(convention);
        StoredJson.Survives(new YearFraction(62, 365));
        StoredJson.Survives(default(YearFraction));
        Assert.Equal("\"ACT/365F\"", StoredJson.Write(DayCount.Actual365Fixed));
    }

    internal static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();
}
