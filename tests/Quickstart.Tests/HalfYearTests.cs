using System.Diagnostics;

namespace OrderToCash.Quickstart.Tests;

/// <summary>Over the half-year of Online Retail in O2C_DATA, unpacked by the xz of the machine.</summary>
public class HalfYearTests
{
    [DataFact]
    public void Every_row_of_half_a_year_is_kept_or_listed()
    {
        var packed = Path.Combine(Repository.Data!, "orders", "online_retail_2010-12_2011-06.csv.xz");
        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dkc", packed]) { RedirectStandardOutput = true })!;
        using var bytes = new MemoryStream();
        xz.StandardOutput.BaseStream.CopyTo(bytes);
        xz.WaitForExit();
        var log = new RejectionLog();
        var documents = OrdersFile.Read(InputSource.Bytes("online_retail.csv", bytes.ToArray()), log);
        Assert.Equal(245_903, documents.Sum(d => d.Lines.Count) + log.All.Select(r => r.Line).Distinct().Count());
        Assert.All(log.All, r => Assert.Contains(r.Code, new[] { "input.no-price", "input.negative-quantity" }));
        Assert.InRange(documents.Count, 10_000, 13_500);
        var customers = CustomerGenerator.Generate(documents, 1);
        Assert.Equal(customers.Count, customers.Select(c => c.Party.Name).Distinct().Count());
    }
}
