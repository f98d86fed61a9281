namespace OrderToCash.Accuracy;

/// <summary>The commands, and what the exit code says of them.</summary>
internal static class AccuracyConsole
{
    /// <summary>Everything was read and decided.</summary>
    public const int Good = 0;

    /// <summary>Rows were refused; the others were decided.</summary>
    public const int Rejected = 1;

    /// <summary>The command line can't be understood, or names a file that is not there.</summary>
    public const int WrongOptions = 2;

    /// <summary>A file can't be read as what it should be, or written.</summary>
    public const int NothingRead = 3;

    private const string Usage = """
        OrderToCash.Accuracy: how right the matching engine is.

        generate --set easy|standard|hard|adversarial --seed N --size N --out DIR
            writes invoices.csv, payments.csv, aliases.csv, rates.csv and matches.csv (the truth) of a set with published rates
        run --set easy|standard|hard|adversarial [--seed 42] [--size 10000] [--list wrong|left|none]
            runs the engine and the comparison lines over such a set and reports
        pay-to-inv --invoices invoices.csv --payments payments.csv --out decisions.csv
            payments with damaged numbers, other names, small deductions
        replay --invoices highradius_cleared.csv --payments highradius_natural_payments.csv --out decisions.csv
            real amounts day by day, the payer known, no text
        score --truth matches.csv --decisions decisions.csv [--invoices invoices.csv --part tuning|held-out] [--list wrong|left|none]
            the truth may also be highradius_natural_payments.csv; with --part only the payments of those customers

        A row that can't be read is refused and named with file, line, column and code; the others are decided.
        Exit code: 0 done; 1 rows were refused; 2 wrong options, or no such file; 3 a file can't be read as what it should be.
        """;

    /// <param name="args">The command and its options.</param>
    /// <param name="error">Takes what is wrong with the command line, the files and the rows.</param>
    public static int Run(string[] args, TextWriter error)
    {
        try
        {
            var rejections = new Rejections();
            Run(args, rejections);
            rejections.Write(error);
            return rejections.Count == 0 ? Good : Rejected;
        }
        catch (UsageException wrong)
        {
            error.WriteLine($"{wrong.Message}\n\n{Usage}");
            return WrongOptions;
        }
        catch (Exception wrong) when (wrong is UnreadableException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(wrong.Message);
            return NothingRead;
        }
    }

    private static void Run(string[] args, Rejections rejections)
    {
        switch (args.FirstOrDefault())
        {
            case "generate": Generated.Write(Take(args, ["set", "seed", "size", "out"])); break;
            case "run": GeneratedRun.Run(Take(args, ["set"], "seed", "size", "list")); break;
            case "pay-to-inv": PayToInv.Run(Take(args, ["invoices", "payments", "out"]), rejections); break;
            case "replay": Replay.Run(Take(args, ["invoices", "payments", "out"]), rejections); break;
            case "score": Score.Run(Take(args, ["truth", "decisions"], "invoices", "part", "list"), rejections); break;
            case "help" or "--help" or "-h": Console.WriteLine(Usage); break;
            case null: throw new UsageException("A command is missing.");
            default: throw new UsageException($"'{args[0]}' is no command.");
        }
    }

    private static Arguments Take(string[] args, string[] needed, params string[] optional) => new(args.AsSpan(1), needed, optional);
}
