using System.Text;
using static OrderToCash.Quickstart.Tests.Rows;

namespace OrderToCash.Quickstart.Tests;

public class OrdersFileTests
{
    private const string Good = "536370,22728,ALARM CLOCK,24,2010-12-01T08:45,3.75,12583,FR\n";

    [Fact]
    public void Rows_become_documents()
    {
        var (documents, log) = ReadOrders(Good + "536370,POST,POSTAGE,3,2010-12-01T08:45,18.00,12583,FR\nC536379,D,Discount,-1,2010-12-01T09:41,27.50,14527,GB\n");
        Assert.Equal(0, log.Count);
        Assert.Equal(2, documents.Count);
        var (order, cancellation) = (documents[0], documents[1]);
        Assert.Equal(("536370", false, "12583", new CountryCode("FR"), new LocalDateTime(2010, 12, 1, 8, 45)),
            (order.Number, order.IsCancellation, order.CustomerKey, order.Country, order.OrderedAt));
        Assert.Equal([false, true], order.Lines.Select(l => l.IsService));
        Assert.Equal((true, 1m, 27.50m), (cancellation.IsCancellation, cancellation.Lines[0].Quantity, cancellation.Lines[0].UnitPrice));
    }

    [Fact]
    public void The_columns_of_online_retail_are_read_in_any_order_and_with_a_mark()
    {
        var (documents, log) = OrdersOf(File("\uFEFFCountry,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\r\n"
            + "EIRE,536540,22968,\"CLOCK, \"\"ROSE\"\"\",4,2010-12-01 14:05:00,9.95,14911.0\r\nUnited Kingdom,536541,22968,X,4,12/1/2010 14:05,9.95,\r\n"));
        Assert.Empty(log.All);
        Assert.Equal(("IE", "14911", "CLOCK, \"ROSE\""), (documents[0].Country.Value, documents[0].CustomerKey, documents[0].Lines[0].Description));
        Assert.Equal((new LocalDateTime(2010, 12, 1, 14, 5), null), (documents[1].OrderedAt, documents[1].CustomerKey));
    }

    [Theory]
    [InlineData("EIRE", "IE"), InlineData("RSA", "ZA"), InlineData("Channel Islands", "JE"), InlineData("USA", "US"), InlineData("Hong Kong", "HK")]
    [InlineData("Unspecified", "GB"), InlineData("European Community", "GB"), InlineData("Czech Republic", "CZ"), InlineData("de", "DE"), InlineData("Saudi Arabia", "SA")]
    public void Names_of_countries(string name, string code)
    {
        Assert.True(CountryNames.TryFind(name, out var country));
        Assert.Equal(code, country.Value);
    }

    [Theory]
    [InlineData("quantity", "536371,1,X,many,2010-12-01T08:45,1,1,GB")]
    [InlineData("unit_price", "536371,1,X,1,2010-12-01T08:45,\"1,50\",1,GB")]
    [InlineData("unit_price", "536371,1,X,1,2010-12-01T08:45,,1,GB")]
    public void Not_a_number(string field, string row) => Bad(InputErrors.BadNumber, row, field);

    [Theory]
    [InlineData("2010-02-30"), InlineData("2010-13-01T08:45"), InlineData("2010-12-01T25:00"), InlineData("yesterday"), InlineData(""), InlineData("13/13/2010"), InlineData("2010-12-1x")]
    public void Dates_that_do_not_exist(string date) => Bad(InputErrors.BadDate, $"536371,1,X,1,{date},1,1,GB", "ordered_at");

    [Fact] public void Unknown_countries() => Bad(InputErrors.UnknownCountry, "536371,1,X,1,2010-12-01,1,1,Atlantis", "country");
    [Fact] public void Negative_prices() => Bad(InputErrors.NegativePrice, "536371,1,X,1,2010-12-01,-1,1,GB", "unit_price");
    [Fact] public void Zero_quantities() => Bad(InputErrors.ZeroQuantity, "536371,1,X,0,2010-12-01,1,1,GB", "quantity");
    [Fact] public void Negative_quantities() => Bad(InputErrors.NegativeQuantity, "536371,1,X,-2,2010-12-01,1,1,GB", "quantity");
    [Fact] public void Cancellations_of_less_than_nothing() => Bad(InputErrors.PositiveCancellation, "C536371,1,X,2,2010-12-01,1,1,GB", "quantity");
    [Fact] public void Movements_of_stock() => Bad(InputErrors.NoPrice, "536371,1,,2,2010-12-01,0,,GB", "unit_price");
    [Fact] public void Numbers_run_together() => Bad(InputErrors.OutOfRange, "536371,1,X,20000000,2010-12-01,1,1,GB", "quantity");
    [Fact] public void Rows_without_a_number() => Bad(InputErrors.Required, ",1,X,2,2010-12-01,1,1,GB", "document");
    [Fact] public void Rows_without_an_item() => Bad(InputErrors.Required, "536371,,X,2,2010-12-01,1,1,GB", "item");
    [Fact] public void Rows_that_are_too_short() => Bad(InputErrors.FieldCount, "536371,1,X", "");
    [Fact] public void Rows_that_are_too_long() => Bad(InputErrors.FieldCount, "536371,1,X,Y,2,2010-12-01,1,1,GB", "");
    [Fact] public void A_quotation_mark_left_open_costs_one_row() => Bad(InputErrors.OpenQuote, "536371,1,\"X,2,2010-12-01,1,1,GB", "");
    [Fact] public void Gigantic_rows() => Bad(InputErrors.RowTooLong, $"536371,1,{new string('X', 200_000)},2,2010-12-01,1,1,GB", "");
    [Fact] public void Codes_of_terminals() => Bad(InputErrors.ControlCharacter, "536371,1,X\u0007,2,2010-12-01,1,1,GB", "");
    [Fact] public void A_character_that_is_none_ends_no_file() => Bad(InputErrors.ControlCharacter, "536371,1,X\uFFFF,2,2010-12-01,1,1,GB", "");
    [Fact] public void Numbers_of_the_books_own() => Bad(InputErrors.Reserved, "536371,1,X,2,2010-12-01,1,CASH-GB,GB", "customer");
    [Fact] public void A_number_that_goes_on_and_on() => Bad(InputErrors.TooLong, $"{new string('5', 65)},1,X,2,2010-12-01,1,1,GB", "document");
    [Fact] public void A_number_another_customer_has() => Bad(InputErrors.DuplicateDocument, "536370,1,X,2,2010-12-01,1,99999,FR", "document");
    [Fact] public void A_number_of_another_day() => Bad(InputErrors.DuplicateDocument, "536370,1,X,2,2010-12-05,1,12583,FR", "document");

    private static void Bad(ErrorCode code, string row, string field)
    {
        var (documents, log) = ReadOrders(Good + row + "\n536399,2,Y,1,2010-12-01,1,2,GB\n");
        Refused(code, log, 3, field);
        Assert.Equal(["536370", "536399"], documents.Select(d => d.Number));
        Assert.Equal(1, documents[0].Lines.Count);
    }

    [Fact]
    public void Every_code_of_a_bad_row()
    {
        Expect.Found(InputErrors.BadNumber, Codes("536371,1,X,many,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.BadDate, Codes("536371,1,X,1,2010-02-30,1,1,GB"));
        Expect.Found(InputErrors.UnknownCountry, Codes("536371,1,X,1,2010-12-01,1,1,Atlantis"));
        Expect.Found(InputErrors.NegativePrice, Codes("536371,1,X,1,2010-12-01,-1,1,GB"));
        Expect.Found(InputErrors.ZeroQuantity, Codes("536371,1,X,0,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.NegativeQuantity, Codes("536371,1,X,-2,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.PositiveCancellation, Codes("C536371,1,X,2,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.NoPrice, Codes("536371,1,,2,2010-12-01,0,,GB"));
        Expect.Found(InputErrors.OutOfRange, Codes("536371,1,X,20000000,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.Required, Codes(",1,X,2,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.FieldCount, Codes("536371,1,X\n"));
        Expect.Found(InputErrors.OpenQuote, Codes("536371,1,\"X,2\n"));
        Expect.Found(InputErrors.DuplicateDocument, Codes("536370,1,X,2,2010-12-01,1,99999,FR"));

        Expect.Found(InputErrors.Truncated, Codes("536371,1"));
        Expect.Found(InputErrors.WrongEncoding, Codes("536371,1,\uFFFD,1,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.RowTooLong, Codes(new string('9', 200_000)));
        Expect.Found(InputErrors.ControlCharacter, Codes("536371,1,X\u001b[31m,1,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.ControlCharacter, Codes("536371,1,X\uFFFF,1,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.TooLong, Codes($"{new string('9', 65)},1,X,1,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.TooLong, Codes($"1,{new string('9', 65)},X,1,2010-12-01,1,1,GB"));
        Expect.Found(InputErrors.Reserved, Codes("536371,1,X,1,2010-12-01,1,UNIDENTIFIED,GB"));
        Expect.Found(InputErrors.Reserved, Codes("536371,1,X,1,2010-12-01,1,CASH-GB,GB"));

        static IEnumerable<DomainError> Codes(string row) =>
            ReadOrders(Good + row).Log.All.Select(r => new DomainError { Code = r.Code, Kind = ErrorKind.Invalid, Message = r.Message });
    }

    [Fact]
    public void All_findings_of_a_row_are_listed()
    {
        var (_, log) = ReadOrders("1,,X,many,never,x,1,Atlantis\n");
        Assert.Equal(["country", "item", "ordered_at", "quantity", "unit_price"], log.All.Select(r => r.Field).Order());
    }

    [Fact]
    public void The_same_document_once_more_is_refused_and_the_rest_of_one_is_kept()
    {
        const string Other = "536399,2,Y,1,2010-12-01,1,2,GB\n";
        var (documents, log) = ReadOrders(Good + Other + Good);
        Refused(InputErrors.DuplicateDocument, log, 4, "document");
        Assert.Equal(1, documents[0].Lines.Count);
        (documents, log) = ReadOrders(Good + Other + Good.Replace("22728", "99999", StringComparison.Ordinal));
        Assert.Equal((0, 2), (log.Count, documents[0].Lines.Count));
    }

    [Fact]
    public void Equal_lines_of_one_document_are_not_duplicates() => Assert.Equal(2, ReadOrders(Good + Good).Documents.Single().Lines.Count);

    [Fact]
    public void Free_goods_need_a_customer() => Assert.Equal(0m, ReadOrders("1,1,X,1,2010-12-01,0.0,12583,FR\n").Documents.Single().Lines[0].UnitPrice);

    [Fact]
    public void A_truncated_file_keeps_what_came_before()
    {
        foreach (var cut in new[] { "536371,1,X,1,2010-12", "536371,1,\"X" })
        {
            var (documents, log) = ReadOrders(Good + cut);
            Refused(InputErrors.Truncated, log, 3, "");
            Assert.Single(documents);
        }
    }

    [Fact]
    public void Bytes_of_another_encoding_cost_their_rows_only()
    {
        var (documents, log) = OrdersOf(InputSource.Bytes("orders.csv", Encoding.Latin1.GetBytes(OrderHeader + Good + "536371,1,£5 VOUCHER,1,2010-12-01,1,1,GB\n" + "536399,2,Y,1,2010-12-01,1,2,GB\n")));
        Refused(InputErrors.WrongEncoding, log, 3, "");
        Assert.Equal(["536370", "536399"], documents.Select(d => d.Number));
    }

    [Fact]
    public void Files_that_are_no_files_of_ours()
    {
        Refused(InputErrors.Missing, OrdersOf(InputSource.File("/nowhere/orders.csv")).Log, 0, "");
        Refused(InputErrors.Empty, OrdersOf(File("")).Log, 0, "");
        Refused(InputErrors.Empty, OrdersOf(File("\n\n")).Log, 0, "");
        Refused(InputErrors.Empty, OrdersOf(File(OrderHeader)).Log, 0, "");
        Refused(InputErrors.NotText, OrdersOf(InputSource.Bytes("o", [0xFD, (byte)'7', (byte)'z', 0, 1, 2, 3])).Log, 0, "");
        Refused(InputErrors.NotText, OrdersOf(InputSource.Bytes("o", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(OrderHeader)).ToArray())).Log, 0, "");
        Refused(InputErrors.MissingColumn, OrdersOf(File(OrderHeader.Replace(',', ';'))).Log, 1, "document");
        Assert.Single(OrdersOf(InputSource.File(Path.GetTempPath())).Log.All);
    }

    [Fact]
    public void A_file_is_read_up_to_its_limit()
    {
        var rows = new System.Text.StringBuilder(OrderHeader);
        for (var i = 0; i <= CsvTable.MostRows; i++) rows.Append("x\n");
        var log = OrdersOf(File(rows.ToString())).Log;
        Assert.Equal(CsvTable.MostRows + 1, log.Count);
        Assert.Equal(RejectionLog.Kept, log.All.Count);
        var last = new List<DomainError> { InputErrors.TooLarge.With(("limit", CsvTable.MostRows)) };
        Expect.Found(InputErrors.TooLarge, last);
    }

    [Fact]
    public void The_embedded_orders_are_what_the_readme_says()
    {
        var (documents, log) = OrdersOf(InputSource.Embedded("orders.csv"));
        Assert.True(documents.Count >= 450, $"{documents.Count} documents");
        Assert.True(documents.Where(d => d.CustomerKey is not null).Select(d => d.CustomerKey).Distinct().Count() >= 250);
        Assert.True(documents.Select(d => d.Country).Distinct().Count() >= 23);
        Assert.True(documents.Count(d => d.IsCancellation) >= 60);
        Assert.Contains(documents, d => d.CustomerKey is null);
        Assert.All(log.All, r => Assert.Contains(r.Code, new[] { "input.no-price", "input.negative-quantity" }));
        Assert.InRange(log.Count, 1, 80);
    }

    [Fact]
    public void Rejections_are_written_in_file_order()
    {
        var (_, log) = ReadOrders("1,1,\"a,b\",x,2010-12-01,1,1,GB\n2,1,X,0,2010-12-01,1,1,\"At,lantis\"\n");
        using var text = new StringWriter();
        log.Write(text);
        var lines = text.ToString().Split('\n');
        Assert.Equal("file,line,field,code,message,remedy", lines[0]);
        Assert.StartsWith("orders.csv,2,quantity,input.bad-number,'x' is no number.,\"", lines[1]);
        Assert.StartsWith("orders.csv,3,country,input.unknown-country,\"'At,lantis' is no country.\"", lines[2]);
    }
}
