namespace OrderToCash.Primitives;

/// <summary>
/// A value that is a piece of text with a meaning of its own: an id or a code of an official list. Hosts bring their own numbers;
/// <c>default</c> has the empty text and says so by <see cref="IsNone"/>.
/// </summary>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
public interface IStringCode<TSelf> where TSelf : struct, IStringCode<TSelf>
{
    /// <summary>The text; empty for <c>default</c>.</summary>
    string Value { get; }

    /// <summary>True for <c>default</c>.</summary>
    bool IsNone { get; }

    /// <summary>Makes the value.</summary>
    /// <exception cref="ArgumentException">The text does not meet the type's shape.</exception>
    static abstract TSelf Of(string value);
}

/// <summary>The shape of ids.</summary>
internal static class StringCode
{
    internal const int MaxLength = 128;

    /// <summary>1 to 128 characters, no control characters, no blanks at the ends.</summary>
    internal static string Id(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        if (value.Length > MaxLength || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) || value.Any(char.IsControl))
            throw new ArgumentException(
                $"An id has 1 to {MaxLength} characters, no control characters and no blanks at its ends: '{value}'.",
                nameof(value));
        return value;
    }
}
