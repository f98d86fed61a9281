using System.Globalization;

namespace OrderToCash.Accuracy;

/// <summary>What was refused of the input: file, line as an editor counts it, column, code, and what is wrong.</summary>
internal sealed class Rejections
{
    private readonly List<(string File, int Line, DomainError Error)> all = [];

    public int Count => all.Count;

    public IEnumerable<string> Codes => all.Select(r => r.Error.Code);

    public void Add(string file, int line, DomainError error) => all.Add((file, line, error));

    /// <summary>A line for each: <c>payments.csv, line 12, Amount: '12,5' is not an amount. [csv.amount]</c>.</summary>
    public void Write(TextWriter output)
    {
        foreach (var (file, line, error) in all.OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Line))
        {
            var column = error.Target is { Length: > 0 } ? $", {error.Target}" : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}{column}: {error.Message} [{error.Code}]"));
        }
        if (Count > 0) output.WriteLine($"{all.Select(r => (r.File, r.Line)).Distinct().Count()} rows were refused; the others were decided.");
    }
}

/// <summary>A file can't be read as what it should be, as a whole.</summary>
internal sealed class UnreadableException(string file, DomainError error) : Exception($"{file}: {error.Message} [{error.Code}]");
