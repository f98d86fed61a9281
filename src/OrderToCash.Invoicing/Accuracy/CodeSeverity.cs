namespace OrderToCash.Invoicing;

/// <summary>The severity that a policy gives to a code.</summary>
public sealed record CodeSeverity
{
    /// <summary>The code: <c>billing-accuracy.price-differs</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What findings of the code do.</summary>
    public required PostingSeverity Severity { get; init; }

    /// <summary>A code with its severity.</summary>
    public static CodeSeverity Of(ErrorCode code, PostingSeverity severity)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new() { Code = code.Code, Severity = severity };
    }
}
