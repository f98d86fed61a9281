namespace OrderToCash;

/// <summary>
/// What every command carries. The same id with the same content is done once; with other content it is refused.
/// </summary>
public abstract record Command
{
    /// <summary>The idempotency key.</summary>
    public required CommandId Id { get; init; }

    /// <summary>Who gives it.</summary>
    public required Actor By { get; init; }
}
