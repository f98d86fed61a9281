namespace OrderToCash.Tax.Tests;

public class TaxRateFileTests
{
    private const string Csv = """
        country,class,rate,from,until,source,territory
        IS,standard,24,2015-01-01,,"Skatturinn, 2015",
        IS,reduced,11,2015-01-01,,,

        is,standard,24,2015-01-01,,,
        IS,Standard,24,2015-01-01,,,
        IS,standard,"24,5",2016-01-01,,,
        IS,standard,101,2016-01-01,,,
        IS,standard,-1,2016-01-01,,,
        IS,standard,0,2016-01-01,,,
        IS,zero,0,2016-01-01,,,
        IS,standard,25,01.01.2016,,,
        IS,standard,25,2016-01-01,2015-12-31,,
        IS,standard,25,2015-01-01,,,
        IS,standard,25
        IS,standard,25,2016-01-01,,"never closed,
        IS,standard,25,2017-01-01,,"closed"twice,
        TR,standard,20,2023-07-10,2099-12-31,,
        TR,standard,18,2024-01-01,,,
        TR,standard,18,2001-05-15,,,
        ES,standard,7,2020-01-01,,,ES-CN
        """;

    [Fact]
    public void Good_rows_are_kept_and_every_fault_is_listed_with_its_row()
    {
        var file = TaxRateFile.ReadCsv(Csv);
        Assert.Equal(["IS standard 24%", "IS reduced 11%", "IS zero 0%", "TR standard 20%", "TR standard 18%", "ES standard 7%"],
            file.Rates.Select(r => $"{r.Country} {r.Class} {r.Rate}"));
        Assert.Equal((19, 13), (file.RowsRead, file.RowsRefused));
        Assert.Equal("Skatturinn, 2015", file.Rates[0].Source);
        Assert.Equal("ES-CN", file.Rates[^1].Territory);
        Assert.Equal(
        [
            "rows[3].country", "rows[4].class", "rows[5].rate", "rows[6].rate", "rows[7].rate", "rows[8].rate", "rows[10].from",
            "rows[11].until", "rows[12]", "rows[13]", "rows[14]", "rows[15]", "rows[17]",
        ], file.Findings.Select(f => f.Target));
        Expect.Found(TaxRateFileErrors.FieldInvalid, file.Findings);
        Expect.Found(TaxRateFileErrors.RowOverlaps, file.Findings);
        Expect.Found(TaxRateFileErrors.RowMalformed, file.Findings);
        Assert.Equal(Percentage.Of(18), file.ToTable(new(2024, 1, 1)).Find(new("TR"), TaxClass.Standard, new(2023, 7, 9))!.Rate);
    }

    [Fact]
    public void A_row_with_several_faults_says_them_all() =>
        Assert.Equal(4, TaxRateFile.ReadCsv("class,country,from,rate\n?,?,?,?").Findings.Count);

    [Fact]
    public void A_file_without_its_columns_is_no_file_of_rates()
    {
        Assert.Equal("class", Expect.Found(TaxRateFileErrors.ColumnMissing, TaxRateFile.ReadCsv("country,rate,from\nDE,19,2007-01-01").Findings).Fact("column"));
        Assert.Equal(4, TaxRateFile.ReadCsv("").Findings.Count);
        Assert.Equal(4, TaxRateFile.ReadCsv("\"open").Findings.Count);
    }

    [Fact]
    public void Line_ends_marks_and_the_case_of_the_header_do_not_matter()
    {
        var file = TaxRateFile.ReadCsv("\uFEFFCountry, Class ,RATE,From\r\nIS,standard,24,2015-01-01\r\n\r\n");
        Assert.Empty(file.Findings);
        Assert.Single(file.Rates);
    }

    [Fact]
    public void Json_reads_the_same_rows_and_lists_the_same_faults()
    {
        var file = TaxRateFile.ReadJson("""
            { "rates": [
                { "country": "IS", "class": "standard", "rate": 24, "from": "2015-01-01", "until": null },
                { "country": "IS", "class": "reduced", "rate": "11", "from": "2015-01-01", "source": "x" },
                { "country": "IS", "class": "reduced", "rate": "1e1", "from": "2016-01-01" },
                { "country": "IS", "class": "reduced" },
                [], "IS" ] }
            """);
        Assert.Equal(["IS standard 24%", "IS reduced 11%"], file.Rates.Select(r => $"{r.Country} {r.Class} {r.Rate}"));
        Assert.Equal(["rows[3].rate", "rows[4].rate", "rows[4].from", "rows[5]", "rows[6]"], file.Findings.Select(f => f.Target));
        Assert.Equal((6, 4), (file.RowsRead, file.RowsRefused));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{")]
    [InlineData("{}")]
    [InlineData("""{"rates": 1}""")]
    [InlineData("[[[[[[[[[[[[1]]]]]]]]]]]]")]
    public void What_is_no_list_of_rates_is_refused(string text)
    {
        var file = TaxRateFile.ReadJson(text);
        Assert.Empty(file.Rates);
        Expect.Found(TaxRateFileErrors.JsonMalformed, file.Findings);
    }

    [Fact]
    public void A_file_of_a_million_rows_is_read_up_to_the_limit()
    {
        var text = "country,class,rate,from\n" + string.Concat(Enumerable.Repeat("IS,standard,24,2015-01-01\n", TaxRateFile.MaxRows + 5));
        var file = TaxRateFile.ReadCsv(text);
        Assert.Equal((1, TaxRateFile.MaxRows, TaxRateFile.MaxFindings), (file.Rates.Count, file.RowsRead, file.Findings.Count));
        var good = "country,class,rate,from\n" + string.Concat(Enumerable.Range(0, TaxRateFile.MaxRows + 5)
            .Select(i => $"IS,c{i},24,2015-01-01\n"));
        Expect.Found(TaxRateFileErrors.TooManyRows, TaxRateFile.ReadCsv(good).Findings);
    }
}
