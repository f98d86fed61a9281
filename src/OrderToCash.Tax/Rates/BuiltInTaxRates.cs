using System.Globalization;

namespace OrderToCash.Tax;

/// <summary>
/// The VAT rates that ship with the package: standard, reduced, super-reduced, parking and zero rates of the European Union's
/// members, the United Kingdom, Switzerland and Norway, as far back as their sources carry them, and the rates of territories
/// with rates of their own. Each row says where it was taken from (<see cref="TaxRate.Source"/>). Not in it: Corsica, temporary
/// rates of single trades, the Norwegian low rate from 2013 to 2017, rates of territories outside the Union's VAT area but for
/// three French departments. What is not in it is a missing rate: <see cref="TaxErrors.RateMissing"/>.
/// </summary>
public static class BuiltInTaxRates
{
    // What the letters in the table stand for. "From" is the first day for which the source states the rate: for the parking
    // rates of BE, IE and PT that is the day of the Commission's list, not the day the rate began.
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["A21"] = "vatupdate.com, 23 June 2021: Azores normal rate 16 % from 1 July 2021",
        ["C"] = "github.com/commerceguys/tax, resources/tax_type (MIT)",
        ["E"] = "Swiss Federal Tax Administration, development of the Swiss VAT rates",
        ["I"] = "github.com/ibericode/vat-rates (MIT)",
        ["K"] = "github.com/kdeldycke/vat-rates (BSD-2-Clause)",
        ["M14"] = "European Commission, VAT rates applied in the Member States, situation at 13 January 2014",
        ["M17"] = "European Commission, VAT rates applied in the Member States, situation at 1 January 2017",
        ["M24"] = "vatcalc.com: Madeira reduced rate 4 % from 1 October 2024",
        ["N09"] = "norway.euvatrefund.com, Norwegian VAT rates, 2009",
        ["N12"] = "Norwegian Tax Administration, Value added tax, rates for 2012",
        ["N18"] = "regfollower.com: Norwegian low rate 12 % from 1 January 2018 (still so in the decision for 2026)",
        ["S"] = "sovos.com, 5 January 2026: Lithuanian law XV-287, 12 % instead of 9 %",
        ["V"] = "Finnish Tax Administration: 13.5 % instead of 14 % from 1 January 2026",
    };

    /// <summary>
    /// The last day up to which the table as a whole was compared with its sources; a few later changes are in it already.
    /// </summary>
    public static LocalDate AsOf { get; } = new(2025, 12, 31);

    /// <summary>The rates, ready to look up.</summary>
    public static TaxRateTable Table { get; } = TaxRateTable.Create(Read(), AsOf).Value;

    private static IEnumerable<TaxRate> Read()
    {
        TaxRate? open = null;
        foreach (var line in Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            var place = words[0].Split('/');
            for (var i = 2; i < words.Length; i += 3)
            {
                var day = NodaTime.Text.LocalDatePattern.Iso.Parse(words[i]).Value;
                if (open is not null && words[i + 1] == "-") open = open with { Until = day.PlusDays(-1) };
                if (open is not null) yield return open;
                open = words[i + 1] == "-" ? null : new()
                {
                    Country = new(place[0]),
                    Territory = place.Length > 1 ? place[1] : "",
                    Class = new(words[1]),
                    From = day,
                    Rate = Percentage.Of(decimal.Parse(words[i + 1], CultureInfo.InvariantCulture)),
                    Source = Sources[words[i + 2]],
                };
            }
        }
        if (open is not null) yield return open;
    }

    // Country or country/territory, class, then first day, rate and source, again and again: a rate holds until the next one of
    // its line (or of the next line for the same place and class) begins; "-" ends it.
    private const string Rows = """
        AT standard 1984-01-01 20 K
        AT reduced 1995-01-01 10 C
        AT second-reduced 2016-01-01 13 C
        AT parking 2014-01-13 12 M14 2016-01-01 13 I
        AT/AT-6691 standard 1984-01-01 19 K
        AT/AT-6991 standard 1984-01-01 19 K
        BE standard 1996-01-01 21 K
        BE reduced 1971-01-01 6 C
        BE second-reduced 1992-04-01 12 C
        BE parking 2014-01-13 12 M14
        BE zero 1971-01-01 0 C
        BG standard 1999-01-01 20 K
        BG reduced 2007-01-01 7 C 2011-04-01 9 C
        CH standard 1995-01-01 6.5 E 1999-01-01 7.5 E 2001-01-01 7.6 E 2011-01-01 8 E 2018-01-01 7.7 E 2024-01-01 8.1 E
        CH reduced 1995-01-01 2 E 1999-01-01 2.3 E 2001-01-01 2.4 E 2011-01-01 2.5 E 2024-01-01 2.6 E
        CH second-reduced 1996-10-01 3 E 1999-01-01 3.5 E 2001-01-01 3.6 E 2011-01-01 3.8 E 2018-01-01 3.7 E 2024-01-01 3.8 E
        CY standard 1993-10-01 8 K 2000-07-01 10 K 2002-07-01 13 K 2003-01-01 15 K 2012-03-01 17 K 2013-01-14 18 K
        CY standard 2014-01-13 19 K
        CY reduced 2004-05-01 5 C
        CY second-reduced 2005-08-01 8 C 2014-01-13 9 C
        CZ standard 1995-01-01 22 K 2004-05-01 19 K 2010-01-01 20 K 2013-01-01 21 K
        CZ reduced 2004-05-01 5 C 2008-01-01 9 C 2010-01-01 10 C 2012-01-01 14 C 2013-01-01 15 C 2024-01-01 12 C
        CZ second-reduced 2015-01-01 10 C 2024-01-01 - C
        CZ zero 2004-05-01 0 C
        DE standard 1998-04-01 16 K 2007-01-01 19 K 2020-07-01 16 K 2021-01-01 19 K
        DE reduced 1983-07-01 7 C 2020-07-01 5 C 2021-01-01 7 C
        DK standard 1992-01-01 25 K
        DK zero 1973-01-01 0 C
        EE standard 1993-01-01 18 K 2009-07-01 20 K 2024-01-01 22 K 2025-07-01 24 K
        EE reduced 2004-05-01 5 C 2009-01-01 9 C 2025-01-01 13 C
        EE second-reduced 2024-01-01 5 I 2025-01-01 9 I
        ES standard 1995-01-01 16 K 2010-07-01 18 K 2012-09-01 21 K
        ES reduced 1995-01-01 7 C 2010-07-01 8 C 2012-09-01 10 C
        ES super-reduced 1995-01-01 4 C
        FI standard 1994-06-01 22 K 2010-07-01 23 K 2013-01-01 24 K 2024-09-01 25.5 K
        FI reduced 2010-07-01 13 C 2013-01-01 14 C 2026-01-01 13.5 V
        FI second-reduced 2010-07-01 9 C 2013-01-01 10 C
        FR standard 1995-08-01 20.6 K 2000-04-01 19.6 K 2014-01-01 20 K
        FR reduced 1982-07-01 5.5 C
        FR second-reduced 2012-01-01 7 C 2014-01-01 10 C
        FR super-reduced 1986-07-01 2.1 C
        FR/FR-GP standard 2014-01-01 8.5 K
        FR/FR-MQ standard 2014-01-01 8.5 K
        FR/FR-RE standard 2014-01-01 8.5 K
        GB standard 1991-04-01 17.5 K 2008-12-01 15 K 2010-01-01 17.5 K 2011-01-04 20 K
        GB reduced 1997-09-01 5 C
        GB zero 1973-01-01 0 C
        GR standard 1990-04-28 18 K 2005-04-01 19 K 2010-03-15 21 K 2010-07-01 23 K 2016-06-01 24 K
        GR reduced 2005-04-01 9 C 2010-03-15 10 C 2010-07-01 11 C 2011-01-01 13 C
        GR second-reduced 2005-04-01 4.5 C 2010-03-15 5 C 2010-07-01 5.5 C 2011-01-01 6.5 C 2015-07-01 6 C
        GR/GR-I standard 2010-07-01 16 K 2016-06-01 - K
        GR/GR-X standard 2016-06-01 17 C
        GR/GR-X reduced 2011-01-01 9 C
        GR/GR-X second-reduced 2015-07-01 4 C
        HR standard 1998-08-01 22 K 2009-08-01 23 K 2012-03-01 25 K
        HR reduced 2013-07-01 10 C 2014-01-01 13 C
        HR second-reduced 2014-01-01 5 C
        HU standard 1988-01-01 25 K 2006-01-01 20 K 2009-07-01 25 K 2012-01-01 27 K
        HU reduced 2009-07-01 18 C
        HU second-reduced 2004-05-01 5 C
        IE standard 1991-03-01 21 K 2001-01-01 20 K 2002-03-01 21 K 2008-12-01 21.5 K 2010-01-01 21 K 2012-01-01 23 K
        IE standard 2020-09-01 21 C 2021-03-01 23 C
        IE reduced 2003-01-01 13.5 C
        IE second-reduced 2011-07-01 9 C
        IE super-reduced 2001-01-01 4.3 C 2004-01-01 4.4 C 2005-01-01 4.8 C
        IE parking 2014-01-13 13.5 M14
        IE zero 1972-04-01 0 C
        IT standard 1997-10-01 20 K 2011-09-17 21 K 2013-10-01 22 K
        IT reduced 1995-02-24 10 C
        IT second-reduced 2017-01-01 5 M17
        IT super-reduced 1989-01-01 4 C
        LT standard 1994-05-01 18 K 2009-01-01 19 K 2009-09-01 21 K
        LT reduced 2004-05-01 9 C 2026-01-01 12 S
        LT second-reduced 2004-05-01 5 C
        LU standard 1992-01-01 15 K 2015-01-01 17 K 2023-01-01 16 K 2024-01-01 17 K
        LU reduced 1983-07-01 6 C 2015-01-01 8 C 2023-01-01 7 C 2024-01-01 8 C
        LU super-reduced 1983-07-01 3 C
        LU parking 1979-02-12 12 C 2015-01-01 14 C 2023-01-01 13 C 2024-01-01 14 C
        LV standard 1995-05-01 18 K 2009-01-01 21 K 2011-01-01 22 K 2012-07-01 21 K
        LV reduced 2004-05-01 5 C 2009-01-01 10 C 2011-01-01 12 C
        LV second-reduced 2018-01-01 5 C
        MT standard 1995-01-01 15 K 2004-01-01 18 K
        MT reduced 2011-01-01 7 C
        MT second-reduced 2004-05-01 5 C
        NL standard 1992-10-01 17.5 K 2001-01-01 19 K 2012-10-01 21 K
        NL reduced 1986-10-01 6 C 2019-01-01 9 C
        NO standard 2009-01-01 25 N09
        NO reduced 2009-01-01 14 N09 2012-01-01 15 N12
        NO second-reduced 2012-01-01 8 N12 2013-01-01 - N12 2018-01-01 12 N18
        PL standard 1993-01-08 22 K 2011-01-01 23 K
        PL reduced 2004-05-01 7 C 2011-01-01 8 C
        PL second-reduced 2004-05-01 3 C 2011-01-01 5 C
        PT standard 1995-01-01 17 K 2002-06-05 19 K 2005-07-01 21 K 2008-07-01 20 K 2010-07-01 21 K 2011-01-01 23 K
        PT reduced 1996-07-01 5 C 2010-07-01 6 C
        PT second-reduced 1996-07-01 12 C 2010-07-01 13 C
        PT parking 2014-01-13 13 M14
        PT/PT-20 standard 2014-01-01 18 C 2021-07-01 16 A21
        PT/PT-20 reduced 2014-01-01 5 C 2015-07-01 4 C
        PT/PT-20 second-reduced 2014-01-01 10 C 2015-07-01 9 C
        PT/PT-30 standard 2005-07-01 15 C 2008-07-01 14 C 2010-07-01 15 C 2011-01-01 16 C 2012-04-01 22 C
        PT/PT-30 reduced 1995-01-01 4 C 2012-04-01 5 C 2024-10-01 4 M24
        PT/PT-30 second-reduced 1996-07-01 8 C 2010-07-01 9 C 2012-04-01 12 C
        RO standard 2000-01-01 19 K 2010-07-01 24 K 2016-01-01 20 K 2017-01-01 19 K 2025-08-01 21 K
        RO reduced 2008-12-01 9 C 2025-08-01 11 C
        RO second-reduced 2008-12-01 5 C 2025-08-01 - C
        SE standard 1990-07-01 25 K
        SE reduced 1995-01-01 12 C
        SE second-reduced 1996-01-01 6 C
        SI standard 1999-07-01 19 K 2002-01-01 20 K 2013-07-01 22 K
        SI reduced 2004-05-01 8.5 C 2013-07-01 9.5 C
        SI second-reduced 2020-01-01 5 C
        SK standard 1996-01-01 23 K 2003-01-01 20 K 2004-01-01 19 K 2011-01-01 20 K 2025-01-01 23 K
        SK reduced 2011-01-01 10 C 2025-01-01 19 I
        SK second-reduced 2025-01-01 5 I
        """;
}
