using System.Diagnostics;
using static OrderToCash.Invoicing.Tests.AnInvoice;

namespace OrderToCash.Invoicing.Tests;

public class InvoiceScaleTests
{
    [Fact]
    public void The_longest_invoice_of_the_data_is_posted_credited_line_by_line_and_printed()
    {
        var account = Draft().With(Enumerable.Range(1, 1_114).Select(i => Line($"Line {i}", i % 7 + 1, "2.55 GBP", i % 5 == 0 ? Zero : Twenty))).Posted();
        for (var i = 1; i <= 1_114; i += 100)
            account = Expect.Success(account.Credited(i, Enumerable.Range(i, Math.Min(100, 1_115 - i))
                .Select(line => CreditRequest.Of(line, account.Invoice.Lines[line - 1].Quantity)).ToArray())).State;
        Assert.True(account.IsFullyCredited);
        Assert.True(account.RemainingGross.IsZero);
        Assert.Empty(account.Check());
        Assert.Contains("Line 1114", InvoiceRendering.Html(account.Invoice), StringComparison.Ordinal);
    }

    [Fact]
    public void Work_grows_with_the_lines_not_with_their_square()
    {
        var (small, large) = (Lines(2_000), Lines(40_000));
        Post(small);
        var watch = Stopwatch.StartNew();
        Post(large);
        // A square would be minutes; the bound is generous so that a busy machine does not fail it.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for 40,000 lines");

        static InvoiceLine[] Lines(int count) => [.. Enumerable.Range(1, count).Select(i => Line($"L{i}", 1, "2.55 GBP"))];
        static void Post(InvoiceLine[] lines) => Assert.True(Expect.Success(Draft().With(lines).Posted().Credited(1)).State.IsFullyCredited);
    }
}
