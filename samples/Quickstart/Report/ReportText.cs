using System.Globalization;
using NodaTime.Text;

namespace OrderToCash.Quickstart;

/// <summary>How the report writes numbers and days: the same on every machine.</summary>
internal static class ReportText
{
    private static readonly (decimal Unit, string Name)[] Units = [(1e12m, "tn"), (1e9m, "bn"), (1e6m, "M"), (1e3m, "k")];

    /// <summary>A whole number with thousands separators: <c>12,345</c>.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number with so many digits: <c>12,345.60</c>.</summary>
    public static string Number(decimal value, int digits) =>
        value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>An amount with all its digits and its currency: <c>12,345.60 EUR</c>.</summary>
    public static string Amount(Money money) => $"{Number(money)} {money.Currency.Code}";

    /// <summary>An amount with all its digits: <c>12,345.60</c>.</summary>
    public static string Number(Money money) => Number(money.Amount, money.Currency.Digits);

    /// <summary>The same with the sign of what it does: <c>+12,345.60</c>.</summary>
    public static string Signed(Money money) => money.IsPositive ? "+" + Number(money) : Number(money);

    /// <summary>A number for an axis or a narrow place, three figures or so: <c>12.3k</c>, <c>1.25M</c>.</summary>
    public static string Short(decimal value)
    {
        foreach (var (unit, name) in Units)
            if (Math.Abs(value) >= unit)
            {
                var scaled = value / unit;
                var format = Math.Abs(scaled) switch { >= 100 => "#,##0", >= 10 => "0.#", _ => "0.##" };
                return scaled.ToString(format, CultureInfo.InvariantCulture) + name;
            }
        return value.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A part of a whole in per cent, rounded down so that only all of it reads 100.0 %; a dash where there is no whole.
    /// </summary>
    public static string Share(decimal part, decimal whole)
    {
        if (whole == 0) return "–";
        var share = Math.Floor(part / whole * 1000m) / 10m;
        return share == 0 && part != 0 ? "< 0.1 %" : share.ToString("0.0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A day: <c>2011-06-30</c>.</summary>
    public static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A day within a year: <c>30 Jun</c>.</summary>
    public static string DayAndMonth(LocalDate date) =>
        $"{date.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month)}";

    /// <summary>A seed, as it is typed: <c>20101201</c>.</summary>
    public static string Seed(ulong seed) => seed.ToString(CultureInfo.InvariantCulture);

    /// <summary>One noun or many: <c>1 order</c>, <c>2 orders</c>.</summary>
    public static string Many(int count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";
}
