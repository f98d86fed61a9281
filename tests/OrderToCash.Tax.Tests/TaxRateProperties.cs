using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class TaxRateProperties
{
    public static Arbitrary<TaxRate[]> Tables { get; } = Arb.From(
        Gen.ArrayOf(from day in Gen.Choose(0, 3_000)
                    from length in Gen.Choose(-200, 400)
                    from country in Gen.Elements("DE", "FR")
                    from taxClass in Gen.Elements(TaxClass.Standard, TaxClass.Reduced)
                    from rate in Gen.Choose(1, 2_700)
                    let first = new LocalDate(2010, 1, 1).PlusDays(day)
                    select new TaxRate
                    {
                        Country = new(country), Class = taxClass, From = first, Rate = Percentage.Of(rate / 100m),
                        Until = length < 0 ? null : first.PlusDays(length),
                    }),
        rows => Enumerable.Range(0, rows.Length).Select(i => rows.Where((_, j) => j != i).ToArray()));

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxRateProperties)])]
    public bool A_rate_at_a_day_is_the_last_row_not_after_it(TaxRate[] rows)
    {
        var table = TaxRateTable.Create(rows, new(2025, 1, 1));
        if (!table.IsSuccess) return true;
        for (var day = new LocalDate(2009, 12, 1); day < new LocalDate(2019, 1, 1); day = day.PlusDays(37))
        {
            var last = rows.Where(r => r.Country.Value == "DE" && r.Class == TaxClass.Standard && r.From <= day).MaxBy(r => r.From);
            if (table.Value.Find(new("DE"), TaxClass.Standard, day) != (last?.Until < day ? null : last)) return false;
        }
        return true;
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(TaxRateProperties)])]
    public bool A_file_keeps_a_row_for_everything_it_refuses_for_and_its_good_rows_make_a_table(TaxRate[] rows)
    {
        var text = "country,class,rate,from,until\n" + string.Concat(rows.Select(r =>
            $"{r.Country},{r.Class},{r.Rate.ToString().TrimEnd('%')},{Iso(r.From)},{(r.Until is { } u ? Iso(u) : "")}\n"));
        var file = TaxRateFile.ReadCsv(text);
        return file.RowsRead == rows.Length && file.Rates.Count + file.RowsRefused == rows.Length
            && TaxRateTable.Create(file.Rates, new(2025, 1, 1)).IsSuccess
            && (file.Findings.IsEmpty == TaxRateTable.Create(rows, new(2025, 1, 1)).IsSuccess);
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
