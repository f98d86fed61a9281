namespace OrderToCash.Quickstart;

/// <summary>Collects what was wrong with the input. The same input gives the same list in the same order.</summary>
public sealed class RejectionLog
{
    /// <summary>How many are kept; more are only counted.</summary>
    public const int Kept = 100_000;

    private readonly List<Rejection> rejections = [];

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    /// <summary>By file in the order of reading, then by line, then in the order they were found.</summary>
    public IReadOnlyList<Rejection> All
    {
        get
        {
            var files = rejections.Select(r => r.File).Distinct().Select((file, at) => (file, at)).ToDictionary(f => f.file, f => f.at);
            return [.. rejections.OrderBy(r => files[r.File]).ThenBy(r => r.Line)];
        }
    }

    /// <summary>Notes a finding of a row.</summary>
    public void Add(string file, int line, string field, ErrorCode code, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Add(file, line, code.At(field, facts), code.Remedy.Replace("{columns}", Fact(facts, "columns"), StringComparison.Ordinal));

    /// <summary>Notes a finding of a package; its fact <c>line</c> says where.</summary>
    public void Add(string file, DomainError error, string remedy) =>
        Add(file, int.TryParse(error.Fact("line"), out var line) ? line : 0, error, remedy);

    /// <summary>Writes <c>rejected.csv</c>: file, line, field, code, message, remedy.</summary>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write("file,line,field,code,message,remedy\n");
        foreach (var r in All)
        {
            var line = r.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            output.Write(string.Join(',', new[] { r.File, line, r.Field, r.Code, r.Message, r.Remedy }.Select(CsvRecords.Quote)) + "\n");
        }
    }

    /// <summary>Notes what the books refused; the remedy is the one of its catalogue.</summary>
    public void Refused(string file, int line, DomainError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Add(file, line, error, Remedies.GetValueOrDefault(error.Code, ""));
    }

    private static readonly Dictionary<string, string> Remedies = new[] { typeof(RejectionLog), typeof(ProcessErrors) }
        .SelectMany(t => t.Assembly.GetReferencedAssemblies().Where(a => a.Name!.StartsWith("OrderToCash", StringComparison.Ordinal))
            .Select(System.Reflection.Assembly.Load).Append(t.Assembly))
        .Distinct()
        .SelectMany(a => a.GetExportedTypes().Where(t => t.Name.EndsWith("Errors", StringComparison.Ordinal)))
        .SelectMany(t => t.GetFields())
        .Select(f => f.GetValue(null)).OfType<ErrorCode>()
        .ToDictionary(e => e.Code, e => e.Remedy);

    private void Add(string file, int line, DomainError error, string remedy)
    {
        Count++;
        if (rejections.Count >= Kept) return;
        rejections.Add(new()
        {
            File = file, Line = line, Field = error.Target ?? "", Code = error.Code, Message = error.Message, Remedy = remedy,
        });
    }

    private static string Fact(ReadOnlySpan<(string Name, object? Value)> facts, string name)
    {
        foreach (var (known, value) in facts)
            if (known == name) return value?.ToString() ?? "";
        return "";
    }
}
