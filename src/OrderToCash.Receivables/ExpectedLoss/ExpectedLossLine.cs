namespace OrderToCash.Receivables;

/// <summary>What is expected to be lost of one item, and why. Amounts are in the functional currency at booking rates.</summary>
public sealed record ExpectedLossLine
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Who owes it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What is open.</summary>
    public required Money Open { get; init; }

    /// <summary>The tax that comes back with a bad debt, and does not count.</summary>
    public required Money Tax { get; init; }

    /// <summary>What is insured or secured, and does not count.</summary>
    public required Money Secured { get; init; }

    /// <summary>The share of the customer's credits that lowers it.</summary>
    public required Money Credits { get; init; }

    /// <summary>The share of the expected loss of its row.</summary>
    public required Money Amount { get; init; }
}
