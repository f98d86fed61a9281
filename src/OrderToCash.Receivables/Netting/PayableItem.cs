namespace OrderToCash.Receivables;

/// <summary>What we owe the party, as the host's payables know it.</summary>
public sealed record PayableItem
{
    /// <summary>The supplier's number.</summary>
    public required string Number { get; init => field = value ?? ""; } = "";

    /// <summary>The last day to pay.</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>
    /// What is open of it, above zero, before any netting of this account: what the account netted is taken off by itself.
    /// </summary>
    public required Money Amount { get; init; }
}
