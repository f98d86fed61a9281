return OrderToCash.Accuracy.AccuracyConsole.Run(args, Console.Error);
