namespace OrderToCash.Quickstart;

/// <summary>What can be wrong with the command line.</summary>
public static class OptionErrors
{
    /// <summary>An option that does not exist.</summary>
    public static readonly ErrorCode Unknown = new("option.unknown", ErrorKind.Invalid,
        "There is no option {option}; there are {known}.", "Run with --help.");

    /// <summary>An option without its value.</summary>
    public static readonly ErrorCode NoValue = new("option.no-value", ErrorKind.Invalid,
        "{option} needs a value.", "Write it behind the option: {option} value.");

    /// <summary>An option that is there twice.</summary>
    public static readonly ErrorCode Twice = new("option.twice", ErrorKind.Invalid,
        "{option} is there twice.", "Keep one of them.");

    /// <summary>A day to look back from on which nothing had been ordered.</summary>
    public static readonly ErrorCode TooEarly = new("option.too-early", ErrorKind.Refused,
        "--as-of {asOf} is before the first order, of {first}.", "Choose {first} or a later day.");

    /// <summary>A folder that can't be written.</summary>
    public static readonly ErrorCode OutNotWritable = new("option.out-not-writable", ErrorKind.Refused,
        "{path} can't be written: {reason}", "Choose another folder with --out.");

    /// <summary>A folder with files that the sample would have to remove, and did not write.</summary>
    public static readonly ErrorCode OutNotOurs = new("option.out-not-ours", ErrorKind.Refused,
        "{path} holds {name}, and no earlier run of this sample wrote it.", "Choose an empty folder, or a new one, with --out.");

    /// <summary>An input file that the run would write over.</summary>
    public static readonly ErrorCode OverInput = new("option.over-input", ErrorKind.Refused,
        "The run would write over its own input {path}.", "Choose another folder with --out.");

    /// <summary>A value that is none of its kind.</summary>
    public static readonly ErrorCode BadValue = new("option.bad-value", ErrorKind.Invalid,
        "{option} takes {wanted}, not '{value}'.", "Correct the value.");
}
