using BenchmarkDotNet.Running;
using OrderToCash.Benchmarks;

if (args is ["matching-score", ..]) MatchingCommands.Score(args);
else if (args is ["matching-ratio", ..]) MatchingCommands.Ratio(args);
else if (args is ["matching-goals", ..]) MatchingGoals.Run(args);
else if (args is ["receivables-million", ..]) ReceivablesCommands.Million(args);
else if (args is ["banking-gigabyte", ..]) BankingCommands.Gigabyte(args);
else if (args is ["speed", ..]) SpeedCommands.Run(args);
else BenchmarkSwitcher.FromAssembly(typeof(MatchingBenchmarks).Assembly).Run(args);
