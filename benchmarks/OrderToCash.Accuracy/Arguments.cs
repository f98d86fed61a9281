using System.Globalization;

namespace OrderToCash.Accuracy;

/// <summary>What follows a command: --name value, only names the command knows, each once.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">A name is unknown, repeated, without a value, or one that is needed is missing.</exception>
    public Arguments(ReadOnlySpan<string> args, string[] needed, string[] optional)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            var name = args[i].StartsWith("--", StringComparison.Ordinal) ? args[i][2..] : "";
            if (!needed.Contains(name) && !optional.Contains(name)) throw new UsageException($"'{args[i]}' is not known here.");
            if (i + 1 == args.Length) throw new UsageException($"--{name} has no value.");
            if (!values.TryAdd(name, args[i + 1])) throw new UsageException($"--{name} is there twice.");
        }
        foreach (var name in needed)
            if (!values.ContainsKey(name)) throw new UsageException($"--{name} is missing.");
    }

    public string Need(string name) => values[name];

    public string Or(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    /// <summary>One of some words.</summary>
    public string OneOf(string name, string otherwise, params string[] words) =>
        words.Contains(Or(name, otherwise)) ? Or(name, otherwise)
            : throw new UsageException($"--{name} '{values[name]}' is none of {string.Join(", ", words)}.");

    /// <summary>A file that is there.</summary>
    public string File(string name) => System.IO.File.Exists(values[name])
        ? values[name]
        : throw new UsageException($"--{name} '{values[name]}' is no file.");

    public long Number(string name, long otherwise, long least, long most) => !values.TryGetValue(name, out var text)
        ? otherwise
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"--{name} '{text}' is no number from {least} to {most}.");
}

/// <summary>The command line can't be understood: the usage is shown, and the exit code says so.</summary>
internal sealed class UsageException(string message) : Exception(message);
