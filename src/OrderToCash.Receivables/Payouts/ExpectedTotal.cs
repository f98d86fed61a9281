namespace OrderToCash.Receivables;

/// <summary>What is expected of one kind in one currency.</summary>
public sealed record ExpectedTotal
{
    /// <summary>The kind.</summary>
    public required PayoutRowKind Kind { get; init; }

    /// <summary>How many movements.</summary>
    public required int Movements { get; init; }

    /// <summary>Before fees: in above zero, out below.</summary>
    public required Money Gross { get; init; }

    /// <summary>The fees the books have for them, above zero.</summary>
    public required Money BookedFees { get; init; }
}
