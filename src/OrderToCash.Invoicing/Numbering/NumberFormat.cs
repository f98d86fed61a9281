using System.Globalization;

namespace OrderToCash.Invoicing;

/// <summary>
/// How the numbers of a series are written: series, year and a padded counter, as in <c>INV-2010-000123</c>. The counter
/// comes from the store's commit.
/// </summary>
public sealed record NumberFormat
{
    /// <summary>The series: 1 to 20 letters and digits.</summary>
    public required string Series { get; init; }

    /// <summary>The least digits of the counter; longer counters are written in full. 0 stands for 6.</summary>
    public int Digits { get; init => field = value == 0 ? 6 : value; } = 6;

    /// <summary>A format of a series with six digits.</summary>
    /// <exception cref="ArgumentException">The series is not 1 to 20 letters and digits.</exception>
    public static NumberFormat Of(string series)
    {
        var format = new NumberFormat { Series = series };
        return format.Check().IsEmpty ? format : throw new ArgumentException(format.Check()[0].Message, nameof(series));
    }

    /// <summary>What makes it no format: <see cref="InvoiceErrors.SeriesInvalid"/>.</summary>
    public EquatableArray<DomainError> Check() =>
        Series is { Length: >= 1 and <= 20 } && Series.All(char.IsAsciiLetterOrDigit) && Digits is >= 1 and <= 18
            ? []
            : [InvoiceErrors.SeriesInvalid.At("series", ("series", Series))];

    /// <summary>The number of a year.</summary>
    /// <param name="year">The year of the series: 1 to 9999.</param>
    /// <param name="counter">From 1, gapless within the year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year or the counter is outside its range.</exception>
    public InvoiceNumber Format(int year, long counter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(year);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        var padded = counter.ToString("D" + Digits, CultureInfo.InvariantCulture);
        return new(string.Create(CultureInfo.InvariantCulture, $"{Series}-{year:0000}-{padded}"));
    }

    /// <summary>Reads a number of this format back, or answers false.</summary>
    public bool TryParse(InvoiceNumber number, out int year, out long counter)
    {
        (year, counter) = (0, 0);
        var text = number.Value.AsSpan();
        if (!text.StartsWith(Series + "-", StringComparison.Ordinal)) return false;
        if (text.Length < Series.Length + 7 || text[Series.Length + 5] != '-') return false;
        return int.TryParse(text.Slice(Series.Length + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && long.TryParse(text[(Series.Length + 6)..], NumberStyles.None, CultureInfo.InvariantCulture, out counter)
            && counter > 0 && year > 0 && Format(year, counter) == number;
    }
}
