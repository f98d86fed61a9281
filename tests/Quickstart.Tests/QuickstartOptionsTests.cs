using OrderToCash.EInvoicing;

namespace OrderToCash.Quickstart.Tests;

public class QuickstartOptionsTests
{
    [Fact]
    public void Without_arguments_everything_has_a_default()
    {
        var options = Expect.Success(QuickstartOptions.Parse([]));
        Assert.Equal(("orders.csv", "rates.csv", "out", 1ul), (options.Orders.Name, options.Rates.Name, options.Out, options.Seed));
        Assert.True(options.Customers is null && options.Statement is null && options.AsOf is null && !options.ShowHelp);
    }

    [Fact]
    public void All_options()
    {
        var options = Expect.Success(QuickstartOptions.Parse(
            ["--orders", "a.csv", "--customers=b.csv", "--statement", "c.xml", "--rates", "d.csv", "--as-of", "2011-03-31", "--out", "x", "--seed", "42", "--syntax", "cii"]));
        Assert.Equal(("a.csv", "b.csv", "c.xml", "d.csv"), (options.Orders.Name, options.Customers!.Name, options.Statement!.Name, options.Rates.Name));
        Assert.Equal((new LocalDate(2011, 3, 31), "x", 42ul), (options.AsOf, options.Out, options.Seed));
        Assert.Equal((EInvoiceSyntax.Cii, EInvoiceSyntax.Ubl), (options.Syntax, Expect.Success(QuickstartOptions.Parse([])).Syntax));
        Expect.Refused(OptionErrors.BadValue, QuickstartOptions.Parse(["--syntax", "edifact"]));
        Assert.True(Expect.Success(QuickstartOptions.Parse(["--seed", "1", "--help"])).ShowHelp);
    }

    [Fact]
    public void Wrong_options_are_all_named()
    {
        var result = QuickstartOptions.Parse(["--order", "--as-of", "2011-02-30", "--seed", "-1", "--out", "--rates", "a", "--rates", "b"]);
        Expect.Refused(OptionErrors.Unknown, result);
        Expect.Refused(OptionErrors.BadValue, result);
        Expect.Refused(OptionErrors.NoValue, result);
        Expect.Refused(OptionErrors.Twice, result);
        Assert.Equal(5, result.Errors.Count);
    }

    [Fact]
    public void The_help_names_every_option() => Assert.All(QuickstartOptions.Names, n => Assert.Contains(n, QuickstartOptions.Help, StringComparison.Ordinal));
}
