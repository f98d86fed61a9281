namespace OrderToCash.Quickstart;

/// <summary>Where input comes from: a file, or what is embedded in the sample.</summary>
public sealed class InputSource
{
    private readonly Func<Stream> open;
    private readonly string path;

    private InputSource(string path, Func<Stream> open, bool isEmbedded = false) => (this.path, this.open, IsEmbedded) = (path, open, isEmbedded);

    /// <summary>True for a file that comes with the sample.</summary>
    public bool IsEmbedded { get; }

    /// <summary>Where it lies; null for what is embedded or in memory.</summary>
    public string? FullPath { get; private init; }

    /// <summary>The name in messages: without folders, so that output does not depend on where a file lies.</summary>
    public string Name => Path.GetFileName(path);

    /// <summary>A file of the host's.</summary>
    public static InputSource File(string path) => 
        new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16)) { FullPath = FullPathOf(path) };

    /// <summary>A file of the sample's own data folder.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static InputSource Embedded(string name)
    {
        var assembly = typeof(InputSource).Assembly;
        if (assembly.GetManifestResourceInfo(name) is null) throw new ArgumentException($"The sample has no file {name}.", nameof(name));
        return new(name, () => assembly.GetManifestResourceStream(name)!, isEmbedded: true);
    }

    /// <summary>What is in memory already.</summary>
    public static InputSource Bytes(string name, byte[] content) => new(name, () => new MemoryStream(content, writable: false));

    private static string? FullPathOf(string path)
    {
        try
        {
            return Path.GetFullPath(path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            return null;
        }
    }

    /// <summary>Opens it; null with a rejection when that can't be done.</summary>
    public Stream? Open(RejectionLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = e is FileNotFoundException or DirectoryNotFoundException ? "it does not exist." : "it may not be read.";
            log.Add(Name, 0, "", InputErrors.Missing, ("path", path), ("reason", reason));
            return null;
        }
    }
}
