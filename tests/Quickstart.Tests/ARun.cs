namespace OrderToCash.Quickstart.Tests;

/// <summary>A run of the sample into a folder of its own, which goes away with it.</summary>
internal sealed class ARun : IDisposable
{
    private readonly StringWriter console = new(), errors = new();
    private readonly CycleRun run;

    private ARun(QuickstartOptions options)
    {
        Folder = Directory.CreateTempSubdirectory("o2c-run-").FullName;
        run = new(options with { Out = Folder }, console, errors);
    }

    public string Folder { get; }

    public int Code { get; private set; }

    public string Console => console.ToString();

    public string Errors => errors.ToString();

    public CycleResult Result => run.Result ?? throw new InvalidOperationException(Errors);

    public GeneratedStatement Statement => run.Generated ?? throw new InvalidOperationException(Errors);

    public static async Task<ARun> Of(QuickstartOptions? options = null)
    {
        var started = new ARun(options ?? new());
        started.Code = await started.run.RunAsync();
        return started;
    }

    public string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The hash of each file by its name.</summary>
    public List<(string Name, string Hash)> Files() => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Select(f => (Path.GetRelativePath(Folder, f), ContentHash.OfUtf8(File.ReadAllBytes(f)).Value)).OrderBy(f => f.Item1, StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
