namespace OrderToCash.Receivables;

/// <summary>
/// One cell of the matrix, or one customer assessed by itself: what may be lost, the rate, and what is expected to be. Rounded
/// once per row, a half away from zero; the items get their shares by largest remainder.
/// </summary>
public sealed record ExpectedLossRow
{
    /// <summary>The class; empty for a customer by itself.</summary>
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The bucket; empty for a customer by itself.</summary>
    public string Bucket { get; init => field = value ?? ""; } = "";

    /// <summary>The customer assessed by itself; none in a cell of the matrix.</summary>
    public CustomerId Customer { get; init; }

    /// <summary>What may be lost, in the functional currency.</summary>
    public required Money Base { get; init; }

    /// <summary>The rate.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>What is expected to be lost.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why a customer is assessed by itself; empty in a cell.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>The items, by id.</summary>
    public required EquatableArray<ExpectedLossLine> Lines { get; init; }
}
