using System.Text;

namespace OrderToCash.Quickstart.Tests;

/// <summary>Small input files in memory.</summary>
internal static class Rows
{
    public const string OrderHeader = "document,item,description,quantity,ordered_at,unit_price,customer,country\n";

    public static InputSource File(string text, string name = "orders.csv") => InputSource.Bytes(name, Encoding.UTF8.GetBytes(text));

    public static (IReadOnlyList<ImportedDocument> Documents, RejectionLog Log) ReadOrders(string rows, string header = OrderHeader) => OrdersOf(File(header + rows));

    public static (IReadOnlyList<ImportedDocument> Documents, RejectionLog Log) OrdersOf(InputSource source)
    {
        var log = new RejectionLog();
        return (OrdersFile.Read(source, log), log);
    }

    public static Rejection Refused(ErrorCode code, RejectionLog log, int line, string field)
    {
        Expect.Found(code, log.All.Select(r => new DomainError { Code = r.Code, Kind = ErrorKind.Invalid, Message = r.Message }));
        var rejection = log.All.First(r => r.Code == code.Code);
        Assert.Equal((line, field), (rejection.Line, rejection.Field));
        Assert.DoesNotContain("{", rejection.Message + rejection.Remedy);
        return rejection;
    }
}
