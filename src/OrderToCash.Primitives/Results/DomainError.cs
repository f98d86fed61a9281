namespace OrderToCash.Primitives;

/// <summary>An expected refusal: a code to program against, a sentence to read, the facts behind it.</summary>
public sealed record DomainError
{
    /// <summary>The contract: <c>area.reason</c>, see docs/reference/errors.md.</summary>
    public required string Code { get; init; }

    /// <summary>What sort of refusal it is.</summary>
    public required ErrorKind Kind { get; init; }

    /// <summary>For people; may change between versions.</summary>
    public required string Message { get; init; }

    /// <summary>The part of the input it is about, as a path (<c>lines[3].quantity</c>); null for the whole.</summary>
    public string? Target { get; init; }

    /// <summary>Named values, invariant text; enough to say the message in another language.</summary>
    public EquatableArray<ErrorFact> Facts { get; init; }

    /// <summary>True when the same command may succeed later without a change.</summary>
    public bool Retryable { get; init; }

    /// <summary>The value of a fact, or null.</summary>
    public string? Fact(string name)
    {
        foreach (var fact in Facts)
            if (fact.Name == name) return fact.Value;
        return null;
    }

    /// <summary>
    /// The same error, its target moved below a parent: <c>quantity</c> below <c>lines[3]</c> is <c>lines[3].quantity</c>.
    /// </summary>
    public DomainError Below(string parent) => this with { Target = Target is null ? parent : $"{parent}.{Target}" };

    /// <summary><c>code at target: message</c>.</summary>
    public override string ToString() => Target is null ? $"{Code}: {Message}" : $"{Code} at {Target}: {Message}";
}
