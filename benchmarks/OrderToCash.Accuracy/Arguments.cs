namespace OrderToCash.Accuracy;

/// <summary>What follows a command: --name value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public Arguments(ReadOnlySpan<string> args)
    {
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
                throw new ArgumentException($"'{args[i]}' is no --name with a value.");
            values[args[i][2..]] = args[i + 1];
        }
    }

    public string Need(string name) =>
        values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"--{name} is missing.");

    public string Or(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        values.TryGetValue(name, out var value) ? int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
