using System.Globalization;

namespace OrderToCash.Tax;

/// <summary>
/// The VAT rates that ship with the package: standard rates of the European Union's members, the United Kingdom, Switzerland and
/// Norway, 2010 to <see cref="AsOf"/>, and the main reduced rates of the countries most often sold to. Sources:
/// github.com/kdeldycke/vat-rates, github.com/ibericode/vat-rates (both open data), and for reduced rates before their first row
/// the Commission's "VAT rates applied in the Member States". Regional rates (Azores, Canaries, Corsica) and temporary rates for
/// single trades are not in it. What is not in it is a missing rate: <see cref="TaxErrors.RateMissing"/>.
/// </summary>
public static class BuiltInTaxRates
{
    /// <summary>The last day the table was compared with its sources.</summary>
    public static LocalDate AsOf { get; } = new(2025, 12, 31);

    /// <summary>The rates, ready to look up.</summary>
    public static TaxRateTable Table { get; } = TaxRateTable.Create(Rows.Split('\n').SelectMany(Read), AsOf).Value;

    private static IEnumerable<TaxRate> Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 2; i < words.Length; i += 2)
            yield return new()
            {
                Country = new(words[0]),
                Class = new(words[1]),
                From = NodaTime.Text.LocalDatePattern.Iso.Parse(words[i]).Value,
                Rate = Percentage.Of(decimal.Parse(words[i + 1], CultureInfo.InvariantCulture)),
            };
    }

    // country, class, then pairs of first day and rate; a rate holds until the next one begins.
    private const string Rows = """
        AT standard 1984-01-01 20
        AT reduced 2010-01-01 10
        AT second-reduced 2016-01-01 13
        BE standard 1996-01-01 21
        BE reduced 2010-01-01 6
        BE second-reduced 2010-01-01 12
        BG standard 1999-01-01 20
        CH standard 2010-01-01 7.6 2011-01-01 8 2018-01-01 7.7 2024-01-01 8.1
        CH reduced 2010-01-01 2.4 2011-01-01 2.5 2024-01-01 2.6
        CH second-reduced 2010-01-01 3.6 2011-01-01 3.8 2018-01-01 3.7 2024-01-01 3.8
        CY standard 2003-01-01 15 2012-03-01 17 2013-01-14 18 2014-01-13 19
        CY reduced 2010-01-01 5
        CY second-reduced 2010-01-01 8 2014-01-13 9
        CZ standard 2004-05-01 19 2010-01-01 20 2013-01-01 21
        DE standard 2007-01-01 19 2020-07-01 16 2021-01-01 19
        DE reduced 2007-01-01 7 2020-07-01 5 2021-01-01 7
        DK standard 1992-01-01 25
        EE standard 2009-07-01 20 2024-01-01 22 2025-07-01 24
        ES standard 1995-01-01 16 2010-07-01 18 2012-09-01 21
        ES reduced 2010-01-01 7 2010-07-01 8 2012-09-01 10
        ES super-reduced 2010-01-01 4
        FI standard 1994-06-01 22 2010-07-01 23 2013-01-01 24 2024-09-01 25.5
        FI reduced 2010-01-01 12 2010-07-01 13 2013-01-01 14
        FI second-reduced 2010-01-01 8 2010-07-01 9 2013-01-01 10
        FR standard 2000-04-01 19.6 2014-01-01 20
        FR reduced 2010-01-01 5.5
        FR second-reduced 2012-01-01 7 2014-01-01 10
        FR super-reduced 2010-01-01 2.1
        GB standard 1991-04-01 17.5 2008-12-01 15 2010-01-01 17.5 2011-01-04 20
        GB reduced 1997-09-01 5
        GR standard 2005-04-01 19 2010-03-15 21 2010-07-01 23 2016-06-01 24
        HR standard 2009-08-01 23 2012-03-01 25
        HU standard 2009-07-01 25 2012-01-01 27
        IE standard 2008-12-01 21.5 2010-01-01 21 2012-01-01 23 2020-09-01 21 2021-03-01 23
        IE reduced 2010-01-01 13.5
        IE second-reduced 2011-07-01 9
        IE super-reduced 2010-01-01 4.8
        IT standard 1997-10-01 20 2011-09-17 21 2013-10-01 22
        IT reduced 2010-01-01 10
        IT second-reduced 2016-01-01 5
        IT super-reduced 2010-01-01 4
        LT standard 2009-09-01 21
        LT reduced 2010-01-01 9
        LT second-reduced 2010-01-01 5
        LU standard 1992-01-01 15 2015-01-01 17 2023-01-01 16 2024-01-01 17
        LV standard 2009-01-01 21 2011-01-01 22 2012-07-01 21
        MT standard 2004-01-01 18
        NL standard 2001-01-01 19 2012-10-01 21
        NL reduced 2010-01-01 6 2019-01-01 9
        NO standard 2010-01-01 25
        NO reduced 2010-01-01 14 2012-01-01 15
        PL standard 1993-01-08 22 2011-01-01 23
        PL reduced 2010-01-01 7 2011-01-01 8
        PL second-reduced 2010-01-01 3 2011-01-01 5
        PT standard 2008-07-01 20 2010-07-01 21 2011-01-01 23
        PT reduced 2010-01-01 5 2010-07-01 6
        PT second-reduced 2010-01-01 12 2010-07-01 13
        RO standard 2000-01-01 19 2010-07-01 24 2016-01-01 20 2017-01-01 19 2025-08-01 21
        SE standard 1990-07-01 25
        SE reduced 2010-01-01 12
        SE second-reduced 2010-01-01 6
        SI standard 2002-01-01 20 2013-07-01 22
        SK standard 2004-01-01 19 2011-01-01 20 2025-01-01 23
        """;
}
