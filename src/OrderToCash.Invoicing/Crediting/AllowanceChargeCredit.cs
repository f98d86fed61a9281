namespace OrderToCash.Invoicing;

/// <summary>What to credit of one allowance or charge of the document: a freight charge, say.</summary>
public sealed record AllowanceChargeCredit
{
    /// <summary>Which, by position among the invoice's allowances and charges, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>How much of its amount, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>So much of an allowance or charge.</summary>
    public static AllowanceChargeCredit Of(int position, Money amount) => new() { Position = position, Amount = amount };
}
