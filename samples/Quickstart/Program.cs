using OrderToCash.Quickstart;

var options = QuickstartOptions.Parse(args);
if (!options.IsSuccess)
{
    foreach (var error in options.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine(QuickstartOptions.Help);
    return ExitCode.WrongOptions;
}
if (options.Value.ShowHelp)
{
    Console.WriteLine(QuickstartOptions.Help);
    return ExitCode.Good;
}
return await new CycleRun(options.Value, Console.Out, Console.Error).RunAsync();
