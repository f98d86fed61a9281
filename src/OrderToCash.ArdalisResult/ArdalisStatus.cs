using Ardalis.Result;

namespace OrderToCash.ArdalisResult;

/// <summary>Which status of Ardalis.Result stands for a kind of error.</summary>
public static class ArdalisStatus
{
    // In the order of what to tell first: who may not, does not learn more; waiting helps only where nothing else is wrong.
    private static readonly (ErrorKind Kind, ResultStatus Status)[] Table =
    [
        (ErrorKind.Forbidden, ResultStatus.Forbidden),
        (ErrorKind.NotFound, ResultStatus.NotFound),
        (ErrorKind.Conflict, ResultStatus.Conflict),
        (ErrorKind.Refused, ResultStatus.Error),
        (ErrorKind.Invalid, ResultStatus.Invalid),
        (ErrorKind.Unavailable, ResultStatus.Unavailable),
    ];

    /// <summary>The status of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static ResultStatus Of(ErrorKind kind)
    {
        foreach (var row in Table)
            if (row.Kind == kind) return row.Status;
        throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of error.");
    }

    /// <summary>
    /// The status of several errors: that of the first of forbidden, not found, conflict, refused, invalid, unavailable which is
    /// among them.
    /// </summary>
    /// <exception cref="ArgumentException">There is no error.</exception>
    public static ResultStatus Of(EquatableArray<DomainError> errors)
    {
        foreach (var row in Table)
            if (errors.Any(e => e.Kind == row.Kind)) return row.Status;
        throw new ArgumentException("A failure has at least one error.", nameof(errors));
    }
}
