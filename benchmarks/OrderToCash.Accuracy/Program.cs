using OrderToCash.Accuracy;

const string Usage = """
    OrderToCash.Accuracy: how right the matching engine is.

    generate --set easy|standard|hard|adversarial --seed N --size N --out DIR
        writes invoices.csv, payments.csv, aliases.csv, rates.csv and matches.csv (the truth) of a set with published rates
    run --set easy|standard|hard|adversarial [--seed 42] [--size 10000] [--list wrong|none]
        runs the engine and the comparison lines over such a set and reports
    pay-to-inv --invoices invoices.csv --payments payments.csv --out decisions.csv
        payments with damaged numbers, other names, small deductions
    replay --invoices highradius_cleared.csv --payments highradius_natural_payments.csv --out decisions.csv
        real amounts day by day, the payer known, no text
    score --truth matches.csv --decisions decisions.csv [--invoices invoices.csv --part tuning|held-out] [--list wrong|left|none]
        the truth may also be highradius_natural_payments.csv; with --part only the payments of those customers

    Exit code: 0 done, 1 a file can't be read as what it should be, 2 the command line can't be understood.
    """;

try
{
    switch (args.FirstOrDefault())
    {
        case "generate": Generated.Write(Take(["set", "seed", "size", "out"], [])); break;
        case "run": GeneratedRun.Run(Take(["set"], ["seed", "size", "list"])); break;
        case "pay-to-inv": PayToInv.Run(Take(["invoices", "payments", "out"], [])); break;
        case "replay": Replay.Run(Take(["invoices", "payments", "out"], [])); break;
        case "score": Score.Run(Take(["truth", "decisions"], ["invoices", "part", "list"])); break;
        case "help" or "--help" or "-h":
            Console.WriteLine(Usage);
            break;
        case null: throw new UsageException("A command is missing.");
        default: throw new UsageException($"'{args[0]}' is no command.");
    }
    return 0;
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}\n\n{Usage}");
    return 2;
}
catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(wrong.Message);
    return 1;
}

Arguments Take(string[] needed, string[] optional) => new(args.AsSpan(1), needed, optional);
