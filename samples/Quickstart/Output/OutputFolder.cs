using System.Text;

namespace OrderToCash.Quickstart;

/// <summary>
/// The folder of the run's files. Text is UTF-8 without a mark, lines end with a line feed: the same run gives the same bytes. What an earlier
/// run wrote is removed first, so that nothing in the folder is older than the run; files of anybody else are never touched.
/// </summary>
internal sealed class OutputFolder
{
    private const string Rejected = "rejected.csv", Customers = "customers.csv", Statement = "statement.xml";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string[] Folders = ["invoices", "letters"];
    private static readonly string[] Files = [Rejected, Customers, Statement, "report.html", "matching.html", "journal.csv", "decisions.csv"];

    private readonly HashSet<string> inputs;

    private OutputFolder(string path, HashSet<string> inputs) => (FullPath, this.inputs) = (path, inputs);

    /// <summary>The folder's full path.</summary>
    public string FullPath { get; }

    /// <summary>Opens the folder and clears it of an earlier run.</summary>
    /// <param name="path">Made when it does not exist.</param>
    /// <param name="inputs">Full paths of the run's input files: they stay, wherever they lie.</param>
    public static Result<OutputFolder> Open(string path, IEnumerable<string> inputs)
    {
        try
        {
            var folder = new OutputFolder(Path.GetFullPath(path), inputs.ToHashSet(StringComparer.Ordinal));
            Directory.CreateDirectory(folder.FullPath);
            if (folder.Obstacle() is { } obstacle) return Result.Failure<OutputFolder>(obstacle);
            // The mark of our folders: it is there from the first moment on.
            using (folder.Open(Rejected)) { }
            folder.Clear();
            return Result.Success(folder);
        }
        catch (Exception e) when (IsTrouble(e))
        {
            return Result.Failure<OutputFolder>(NotWritable(path, e));
        }
    }

    /// <summary>True for what a disk or a permission does to a run.</summary>
    public static bool IsTrouble(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>The folder can't be written, and why.</summary>
    public static DomainError NotWritable(string path, Exception why) => OptionErrors.OutNotWritable.At("--out", ("path", path), ("reason", why.Message));

    /// <summary>Writes a whole file.</summary>
    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text, Utf8);

    /// <summary>Writes bytes.</summary>
    public void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(PathOf(name), content);

    /// <summary>Opens a file to write line by line.</summary>
    public StreamWriter Open(string name) => new(PathOf(name), append: false, Utf8) { NewLine = "\n" };

    /// <summary>True when a file of this name is one of the run's inputs: it stays as it is.</summary>
    public bool IsInput(string name) => inputs.Contains(PathOf(name));

    /// <summary>A file name from a number: what a file system may not take becomes a hyphen.</summary>
    public static string Name(string number) => string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));

    private DomainError? Obstacle()
    {
        var written = Files.Where(f => f is not (Customers or Statement)).FirstOrDefault(IsInput)
            ?? Folders.FirstOrDefault(f => inputs.Any(i => i.StartsWith(PathOf(f) + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        if (written is not null) return OptionErrors.OverInput.At("--out", ("path", PathOf(written)));
        if (File.Exists(PathOf(Rejected))) return null;
        var foreign = Folders.Concat(Files).FirstOrDefault(f => !IsInput(f) && Path.Exists(PathOf(f)));
        return foreign is null ? null : OptionErrors.OutNotOurs.At("--out", ("path", FullPath), ("name", foreign));
    }

    private void Clear()
    {
        foreach (var file in Files.Where(f => f != Rejected && !IsInput(f))) File.Delete(PathOf(file));
        foreach (var own in Folders.Select(PathOf))
        {
            if (Directory.Exists(own)) Directory.Delete(own, recursive: true);
            Directory.CreateDirectory(own);
        }
    }

    private string PathOf(string name) => Path.Combine(FullPath, name);
}
