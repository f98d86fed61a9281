using OrderToCash.Accuracy;

const string Usage = """
    pay-to-inv --invoices invoices.csv --payments payments.csv --out decisions.csv
    replay --invoices highradius_cleared.csv --payments highradius_natural_payments.csv --out decisions.csv
    generate --set easy|standard|hard|adversarial --seed 42 --size 10000 --out directory
    run --set easy|standard|hard|adversarial --seed 42 --size 10000 [--list wrong]
    score --truth matches.csv --decisions decisions.csv [--invoices invoices.csv --part tuning|held-out] [--list wrong|left|none]
    """;

if (args.Length == 0)
{
    Console.Error.WriteLine(Usage);
    return 2;
}
var arguments = new Arguments(args.AsSpan(1));
switch (args[0])
{
    case "pay-to-inv": PayToInv.Run(arguments); break;
    case "replay": Replay.Run(arguments); break;
    case "score": Score.Run(arguments); break;
    case "generate": Generated.Write(arguments); break;
    case "run": Generated.Run(arguments); break;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
return 0;
