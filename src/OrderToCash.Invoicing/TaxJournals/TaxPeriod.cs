using System.Globalization;
using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>A calendar month or quarter.</summary>
public readonly record struct TaxPeriod : IComparable<TaxPeriod>
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The month, 1 to 12, or the quarter, 1 to 4.</summary>
    public required int Number { get; init; }

    /// <summary>Which of the two.</summary>
    public required TaxPeriodLength Length { get; init; }

    private int Months => Length == TaxPeriodLength.Month ? 1 : 3;

    /// <summary>The first day.</summary>
    [JsonIgnore]
    public LocalDate From => new(Year, (Number - 1) * Months + 1, 1);

    /// <summary>The last day, inclusive.</summary>
    [JsonIgnore]
    public LocalDate Until => From.PlusMonths(Months).PlusDays(-1);

    /// <summary>The one after.</summary>
    [JsonIgnore]
    public TaxPeriod Next => Of(Until.PlusDays(1), Length);

    /// <summary>A month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static TaxPeriod Month(int year, int month) => Of(new(year, month, 1), TaxPeriodLength.Month);

    /// <summary>A quarter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 4.</exception>
    public static TaxPeriod Quarter(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        return Of(new(year, quarter * 3, 1), TaxPeriodLength.Quarter);
    }

    /// <summary>The period a day is in.</summary>
    public static TaxPeriod Of(LocalDate day, TaxPeriodLength length) => new()
    {
        Year = day.Year,
        Number = length == TaxPeriodLength.Month ? day.Month : (day.Month + 2) / 3,
        Length = length,
    };

    /// <summary>True when the day is in it.</summary>
    public bool Contains(LocalDate day) => Of(day, Length) == this;

    /// <summary>Orders by time; of two that begin together, months come first.</summary>
    public int CompareTo(TaxPeriod other)
    {
        var order = Year.CompareTo(other.Year);
        if (order == 0) order = (Number * Months).CompareTo(other.Number * other.Months);
        return order != 0 ? order : Length.CompareTo(other.Length);
    }

    /// <summary><c>2026-03</c>, <c>2026-Q1</c>.</summary>
    public override string ToString() => Length == TaxPeriodLength.Month
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}
