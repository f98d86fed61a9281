using Ardalis.Result;

namespace OrderToCash.ArdalisResult;

/// <summary>
/// Turns results into those of Ardalis.Result. The status follows from the kinds (<see cref="ArdalisStatus"/>); every error is
/// there, in order, as a <see cref="ValidationError"/> with its code, its place and its sentence, whatever the status.
/// </summary>
public static class ArdalisResultExtensions
{
    /// <summary>
    /// The same outcome: a success with its value, or all errors. For every status but <see cref="ResultStatus.Invalid"/>, which
    /// Ardalis.Result reads from the validation errors alone, <c>Errors</c> has them too, as <c>code at target: message</c>, so
    /// that <c>Map</c> and <c>Bind</c> of Ardalis.Result carry them on.
    /// </summary>
    public static Ardalis.Result.Result<T> ToArdalis<T>(this Primitives.Result<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Match(value => new Ardalis.Result.Result<T>(value), errors => new Refusal<T>(errors));
    }

    /// <summary>The same outcome without the value, for callers who only ask whether it was done.</summary>
    public static Ardalis.Result.Result ToArdalisWithoutValue<T>(this Primitives.Result<T> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Match<Ardalis.Result.Result>(_ => Ardalis.Result.Result.Success(), errors => new Refusal(errors));
    }

    /// <summary>
    /// One error: code, place (empty for the whole) and sentence. An error always stands against the command, so its severity
    /// is <see cref="ValidationSeverity.Error"/>.
    /// </summary>
    public static ValidationError ToArdalis(this DomainError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(error.Target ?? "", error.Message, error.Code, ValidationSeverity.Error);
    }

    private static IEnumerable<string> Sentences(ResultStatus status, EquatableArray<DomainError> errors) =>
        status == ResultStatus.Invalid ? [] : [.. errors.Select(e => e.ToString())];

    // The factories of Ardalis.Result take sentences or validation errors; what derives from its results has both.
    private sealed class Refusal<T> : Ardalis.Result.Result<T>
    {
        internal Refusal(EquatableArray<DomainError> errors) : base(ArdalisStatus.Of(errors)) =>
            (Errors, ValidationErrors) = (Sentences(Status, errors), [.. errors.Select(e => e.ToArdalis())]);
    }

    private sealed class Refusal : Ardalis.Result.Result
    {
        internal Refusal(EquatableArray<DomainError> errors) : base(ArdalisStatus.Of(errors)) =>
            (Errors, ValidationErrors) = (Sentences(Status, errors), [.. errors.Select(e => e.ToArdalis())]);
    }
}
