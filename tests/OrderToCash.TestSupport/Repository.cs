namespace OrderToCash.TestSupport;

/// <summary>Where things are: the checkout, the vectors, the data folder.</summary>
public static class Repository
{
    /// <summary>The folder of OrderToCash.sln; found by walking up, because paths of the compiler are not paths of the machine.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the vectors: <c>O2C_VECTORS</c>, else tests/vectors.</summary>
    public static string Vectors { get; } = Environment.GetEnvironmentVariable("O2C_VECTORS") is { Length: > 0 } own
        ? Directory.Exists(own) ? own : throw new DirectoryNotFoundException($"O2C_VECTORS is '{own}', which is no folder.")
        : Path.Combine(Root, "tests", "vectors");

    /// <summary>The folder of the public data (<c>O2C_DATA</c>); null when it is not set. Set but not a folder throws.</summary>
    public static string? Data { get; } = Environment.GetEnvironmentVariable("O2C_DATA") is { Length: > 0 } own
        ? Directory.Exists(own) ? own : throw new DirectoryNotFoundException($"O2C_DATA is '{own}', which is no folder.")
        : null;

    private static string FindRoot()
    {
        for (var dir = new DirectoryInfo(AppContext.BaseDirectory); dir is not null; dir = dir.Parent)
            if (File.Exists(Path.Combine(dir.FullName, "OrderToCash.sln"))) return dir.FullName;
        throw new DirectoryNotFoundException("OrderToCash.sln is in no parent folder.");
    }
}
