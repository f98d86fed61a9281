using System.Globalization;
using NodaTime.Text;
using OrderToCash.EInvoicing;

namespace OrderToCash.Quickstart;

/// <summary>What the command line asks for.</summary>
public sealed record QuickstartOptions
{
    /// <summary>The help text.</summary>
    public const string Help = """
        Runs order-to-cash over real order lines: import, credit, shipment, invoices, bank statement, matching, reminders, figures.

        Usage: dotnet run --project samples/Quickstart [-- options]

          --orders FILE      order lines (CSV): our columns or those of Online Retail; default: the embedded December 2010
          --customers FILE   customers (CSV); default: made up from the seed
          --statement FILE   bank statement (camt.053); default: made up from the seed
          --rates FILE       exchange rates (CSV); default: the embedded ECB rates of December 2010 to December 2011
          --as-of DATE       the day the run looks back from, as 2011-03-31; default: 60 days after the last order
          --syntax NAME      how e-invoices are written: ubl or cii; default: ubl
          --out FOLDER       where files are written; default: out
          --seed NUMBER      a whole number from 0; the same seed gives the same files; default: 1
          --help             this text

        Exit code: 0 good; 1 a self-check failed; 2 input was rejected in part (see rejected.csv); 3 no order could be read;
        64 wrong options, or a folder that can't be written. Rows that are rejected in the embedded files are part of the show: 0.
        """;

    /// <summary>The order lines.</summary>
    public InputSource Orders { get; init; } = InputSource.Embedded("orders.csv");

    /// <summary>The customers; null to make them up.</summary>
    public InputSource? Customers { get; init; }

    /// <summary>The bank statement; null to make it up.</summary>
    public InputSource? Statement { get; init; }

    /// <summary>The exchange rates.</summary>
    public InputSource Rates { get; init; } = InputSource.Embedded("rates.csv");

    /// <summary>The day the run looks back from; null for 60 days after the last order.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>How e-invoices are written.</summary>
    public EInvoiceSyntax Syntax { get; init; } = EInvoiceSyntax.Ubl;

    /// <summary>The folder files are written to.</summary>
    public string Out { get; init; } = "out";

    /// <summary>What everything made up grows from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>True when the help text was asked for.</summary>
    public bool ShowHelp { get; init; }

    /// <summary>The names of the options that take a value.</summary>
    public static EquatableArray<string> Names { get; } = ["--orders", "--customers", "--statement", "--rates", "--as-of", "--syntax", "--out", "--seed"];

    /// <summary>Reads the arguments: <c>--name value</c> or <c>--name=value</c>; all findings at once (<see cref="OptionErrors"/>).</summary>
    public static Result<QuickstartOptions> Parse(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (options, findings, seen) = (new QuickstartOptions(), new List<DomainError>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < arguments.Count; i++)
        {
            var split = arguments[i].Split('=', 2);
            var name = split[0];
            if (name is "--help" or "-h" or "-?") return Result.Success(options with { ShowHelp = true });
            if (Names.FindIndex(n => n == name) < 0)
            {
                findings.Add(OptionErrors.Unknown.At(name, ("option", name), ("known", string.Join(", ", Names))));
                continue;
            }
            var value = split.Length == 2 ? split[1]
                : i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i]
                : "";
            if (value.Length == 0) findings.Add(OptionErrors.NoValue.At(name, ("option", name)));
            else if (!seen.Add(name)) findings.Add(OptionErrors.Twice.At(name, ("option", name)));
            else options = With(options, name, value, findings);
        }
        return Result.Validated(options, findings);
    }

    private static QuickstartOptions With(QuickstartOptions options, string name, string value, List<DomainError> findings)
    {
        switch (name)
        {
            case "--orders": return options with { Orders = InputSource.File(value) };
            case "--customers": return options with { Customers = InputSource.File(value) };
            case "--statement": return options with { Statement = InputSource.File(value) };
            case "--rates": return options with { Rates = InputSource.File(value) };
            case "--out": return options with { Out = value };
            case "--as-of" when LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var date) && date.Year is >= 1900 and <= 2199: return options with { AsOf = date };
            case "--syntax" when value is "ubl" or "cii": return options with { Syntax = value == "ubl" ? EInvoiceSyntax.Ubl : EInvoiceSyntax.Cii };
            case "--seed" when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed): return options with { Seed = seed };
        }
        var wanted = name switch
        {
            "--seed" => "a whole number from 0",
            "--syntax" => "ubl or cii",
            _ => "a date like 2011-03-31, from 1900 to 2199",
        };
        findings.Add(OptionErrors.BadValue.At(name, ("option", name), ("value", value), ("wanted", wanted)));
        return options;
    }
}
