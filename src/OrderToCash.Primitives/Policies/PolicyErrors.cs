namespace OrderToCash.Primitives;

/// <summary>What is wrong with the text of a policy, before its content is looked at.</summary>
public static class PolicyErrors
{
    /// <summary>The text is no JSON.</summary>
    public static readonly ErrorCode NotJson = new("policy.not-json", ErrorKind.Invalid,
        "Line {line}, byte {byte} is no JSON: {why}", "Correct the text there.");

    /// <summary>A value has another form than its property.</summary>
    public static readonly ErrorCode Malformed = new("policy.malformed", ErrorKind.Invalid, "{value} is no {type}.",
        "Write it as the documentation of the property says.");

    /// <summary>A property that must be there is missing.</summary>
    public static readonly ErrorCode Missing = new("policy.missing", ErrorKind.Invalid, "The property {property} is missing.",
        "Add it.");

    /// <summary>A property that nobody reads.</summary>
    public static readonly ErrorCode Unknown = new("policy.unknown", ErrorKind.Invalid, "Nobody reads the property {property}.",
        "Correct its name, or take it out.");
}
