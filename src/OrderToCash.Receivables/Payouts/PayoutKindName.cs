namespace OrderToCash.Receivables;

/// <summary>What a provider calls a kind of row.</summary>
public sealed record PayoutKindName
{
    /// <summary>The provider's word.</summary>
    public required string Text { get; init; }

    /// <summary>The kind.</summary>
    public required PayoutRowKind Kind { get; init; }
}
