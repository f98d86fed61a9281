namespace OrderToCash.Receivables;

/// <summary>A row of a provider's payout report, in a form that no provider owns.</summary>
public sealed record PayoutRow
{
    /// <summary>The provider's reference of the row; unique in the report.</summary>
    public required string Reference { get; init; }

    /// <summary>What it is.</summary>
    public required PayoutRowKind Kind { get; init; }

    /// <summary>Our reference of the payment; empty when the row is about none.</summary>
    public string Payment { get; init => field = value ?? ""; } = "";

    /// <summary>What moved before fees, in the currency of the payment: in above zero, out below.</summary>
    public required Money Gross { get; init; }

    /// <summary>The same in the currency of the payout; null when it is the same currency.</summary>
    public Money? Converted { get; init; }

    /// <summary>
    /// What the provider keeps of it, in the currency of the payout: above zero a cost, below a fee given back.
    /// </summary>
    public required Money Fee { get; init; }

    /// <summary>What it adds to the payout, in its currency.</summary>
    public required Money Net { get; init; }
}
