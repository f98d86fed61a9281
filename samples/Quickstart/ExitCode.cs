namespace OrderToCash.Quickstart;

/// <summary>What the exit code says; the help text names each.</summary>
public static class ExitCode
{
    /// <summary>Everything was read and every check holds.</summary>
    public const int Good = 0;

    /// <summary>A self-check failed: the figures are not to be relied on.</summary>
    public const int CheckFailed = 1;

    /// <summary>A part of the input was rejected; the rest went through.</summary>
    public const int Rejected = 2;

    /// <summary>No order could be read.</summary>
    public const int NothingRead = 3;

    /// <summary>Wrong options, or a folder that can't be written.</summary>
    public const int WrongOptions = 64;
}
