namespace OrderToCash.Receivables;

/// <summary>The class of a customer in a provision matrix.</summary>
public sealed record CustomerClass
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The class.</summary>
    public required string Class { get; init => field = value ?? ""; } = "";
}
