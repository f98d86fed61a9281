using System.Globalization;
using System.Text;

namespace OrderToCash.Primitives;

/// <summary>
/// One entry of an error catalogue: a code that is never reused and never renamed, its kind, the sentence it says and what to do
/// about it. Catalogues are static classes named <c>&lt;Thing&gt;Errors</c> with one public static field per code;
/// docs/reference/errors.md is made from them.
/// </summary>
public sealed class ErrorCode
{
    /// <summary>Declares a code.</summary>
    /// <param name="code"><c>area.reason</c>, lower case, words joined by hyphens.</param>
    /// <param name="kind">What sort of refusal it is.</param>
    /// <param name="message">A sentence for people; <c>{name}</c> is replaced by the fact of that name.</param>
    /// <param name="remedy">What the reader can do about it.</param>
    /// <param name="retryable">True when the same command may succeed later without a change.</param>
    public ErrorCode(string code, ErrorKind kind, string message, string remedy, bool retryable = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        ArgumentException.ThrowIfNullOrWhiteSpace(remedy);
        (Code, Kind, Message, Remedy, Retryable) = (code, kind, message, remedy, retryable);
    }

    /// <summary>The contract: <c>area.reason</c>.</summary>
    public string Code { get; }

    /// <summary>What sort of refusal it is.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The sentence, with <c>{fact}</c> place-holders.</summary>
    public string Message { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>True when the same command may succeed later without a change.</summary>
    public bool Retryable { get; }

    /// <summary>An error of this code about the whole input.</summary>
    public DomainError With(params ReadOnlySpan<(string Name, object? Value)> facts) => At(null, facts);

    /// <summary>An error of this code about one part of the input.</summary>
    /// <param name="target">The field, as a path: <c>lines[3].quantity</c>; null for the whole.</param>
    /// <param name="facts">Named values, written invariantly; they fill the message and let hosts translate it.</param>
    public DomainError At(string? target, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var written = new ErrorFact[facts.Length];
        for (var i = 0; i < facts.Length; i++) written[i] = new() { Name = facts[i].Name, Value = Write(facts[i].Value) };
        return new()
        {
            Code = Code, Kind = Kind, Message = Fill(written), Target = target, Facts = [.. written], Retryable = Retryable,
        };
    }

    // One pass: a fact that looks like a place-holder is text like any other.
    private string Fill(ErrorFact[] facts)
    {
        var text = new StringBuilder(Message.Length);
        var at = 0;
        for (var open = Message.IndexOf('{'); open >= 0; open = Message.IndexOf('{', at))
        {
            var close = Message.IndexOf('}', open);
            if (close < 0) break;
            var name = Message[(open + 1)..close];
            var fact = Array.FindIndex(facts, f => f.Name == name);
            text.Append(Message, at, open - at).Append(fact < 0 ? Message[open..(close + 1)] : facts[fact].Value);
            at = close + 1;
        }
        return text.Append(Message, at, Message.Length - at).ToString();
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    private static string Write(object? value) => value switch
    {
        null => "",
        string s => s,
        LocalDate d => NodaTime.Text.LocalDatePattern.Iso.Format(d),
        Instant i => NodaTime.Text.InstantPattern.ExtendedIso.Format(i),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
