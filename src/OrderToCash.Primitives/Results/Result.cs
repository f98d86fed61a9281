using System.Diagnostics.CodeAnalysis;

namespace OrderToCash.Primitives;

/// <summary>
/// What an operation that may be refused answers: a value, or at least one error. Nothing converts into or out of it implicitly,
/// and asking a failed result for its value throws.
/// </summary>
/// <typeparam name="T">The value of a success.</typeparam>
public sealed class Result<T>
{
    private readonly T? value;

    internal Result(T value) => (this.value, IsSuccess) = (value, true);

    internal Result(EquatableArray<DomainError> errors) =>
        Errors = errors.IsEmpty ? throw new ArgumentException("A failure needs at least one error.", nameof(errors)) : errors;

    /// <summary>True when there is a value.</summary>
    public bool IsSuccess { get; }

    /// <summary>The errors of a failure, all of them; empty for a success.</summary>
    public EquatableArray<DomainError> Errors { get; }

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">The result is a failure: check <see cref="IsSuccess"/> first.</exception>
    public T Value =>
        IsSuccess ? value! : throw new InvalidOperationException($"A failed result has no value: {string.Join("; ", Errors)}");

    /// <summary>True with the value, or false with the errors.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T result, out EquatableArray<DomainError> errors)
    {
        (result, errors) = (value, Errors);
        return IsSuccess;
    }

    /// <summary>Changes the value of a success; errors pass through.</summary>
    public Result<TOut> Map<TOut>(Func<T, TOut> map) => IsSuccess ? new(map(value!)) : new(Errors);

    /// <summary>Goes on with another operation that may be refused; errors pass through.</summary>
    public Result<TOut> Bind<TOut>(Func<T, Result<TOut>> next) => IsSuccess ? next(value!) : new(Errors);

    /// <summary>One answer for both outcomes.</summary>
    public TOut Match<TOut>(Func<T, TOut> success, Func<EquatableArray<DomainError>, TOut> failure) =>
        IsSuccess ? success(value!) : failure(Errors);

    /// <summary>The value or the errors, for people who debug.</summary>
    public override string ToString() => IsSuccess ? $"Success({value})" : $"Failure({string.Join("; ", Errors)})";
}

/// <summary>Makes <see cref="Result{T}"/> values.</summary>
public static class Result
{
    /// <summary>A success with its value.</summary>
    public static Result<T> Success<T>(T value) => new(value);

    /// <summary>A refusal with one reason.</summary>
    public static Result<T> Failure<T>(DomainError error) => new([error]);

    /// <summary>A refusal with all its reasons.</summary>
    /// <exception cref="ArgumentException">There is no error.</exception>
    public static Result<T> Failure<T>(IEnumerable<DomainError> errors) => new(errors.ToEquatableArray());

    /// <summary>A success when the findings are none, else a failure with all of them.</summary>
    public static Result<T> Validated<T>(T value, IReadOnlyCollection<DomainError> findings) =>
        findings.Count == 0 ? new(value) : new(findings.ToEquatableArray());

    /// <summary>All values, or all errors of all failures.</summary>
    public static Result<EquatableArray<T>> All<T>(IEnumerable<Result<T>> results)
    {
        var (values, errors) = (new List<T>(), new List<DomainError>());
        foreach (var result in results)
            if (result.IsSuccess) values.Add(result.Value);
            else errors.AddRange(result.Errors);
        return errors.Count == 0 ? new(values.ToEquatableArray()) : new(errors.ToEquatableArray());
    }
}
