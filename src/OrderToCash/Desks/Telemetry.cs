using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OrderToCash;

/// <summary>
/// What an operator sees: activities and a meter named <c>OrderToCash</c>. Names of commands, outcomes and codes only, no
/// business data.
/// </summary>
internal static class Telemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "OrderToCash";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Commands = Meter.CreateCounter<long>(
        "ordertocash.commands", "{command}", "Commands given to a desk.");
    private static readonly Histogram<double> Durations =
        Meter.CreateHistogram<double>("ordertocash.command.duration", "s", "How long a desk took for a command.");

    /// <summary>Starts to measure a command.</summary>
    public static Measured Start(Command command) => new(command.GetType().Name);

    internal sealed class Measured(string command) : IDisposable
    {
        private readonly Activity? activity = Source.StartActivity(command);
        private readonly long started = Stopwatch.GetTimestamp();
        private string outcome = "failed";

        /// <summary>Notes what became of the command.</summary>
        public void Finish<TState>(Result<TState> result)
        {
            outcome = result.IsSuccess ? "done" : result.Errors[0].Code;
            if (!result.IsSuccess) activity?.SetStatus(ActivityStatusCode.Error, outcome);
        }

        /// <summary>Reports the command; one that ended in an exception is reported as failed.</summary>
        public void Dispose()
        {
            var name = KeyValuePair.Create<string, object?>("command", command);
            var result = KeyValuePair.Create<string, object?>("outcome", outcome);
            Commands.Add(1, name, result);
            Durations.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, name, result);
            activity?.Dispose();
        }
    }
}
