namespace OrderToCash.Receivables;

/// <summary>
/// Something that moved the balance in a statement's period. Money that is assigned to an invoice moves nothing; a discount taken
/// with it does.
/// </summary>
public sealed record StatementLine
{
    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The item it happened to; for a discount or difference the one that was settled.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>What that item is.</summary>
    public required OpenItemKind Kind { get; init; }

    /// <summary>The number the customer knows.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>
    /// How it was settled; null where the item was opened. <see cref="ApplicationKind.Settlement"/> is what closed an item beside
    /// the money: discount, tolerated difference, tax of a deposit.
    /// </summary>
    public ApplicationKind? Settled { get; init; }

    /// <summary>True where that was taken back.</summary>
    public bool IsReversal { get; init; }

    /// <summary>What it adds to what is owed.</summary>
    public required Money Amount { get; init; }

    /// <summary>The balance after it.</summary>
    public required Money Balance { get; init; }
}
