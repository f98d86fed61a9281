namespace OrderToCash.Matching;

/// <summary>What the legal order asks about a debt beyond its dates.</summary>
public sealed record DebtStanding
{
    /// <summary>An item of the debt.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>How well the creditor is secured: 0 for not at all; the less secured debt is settled first.</summary>
    public int Security { get; init; }

    /// <summary>What it costs the debtor a year, interest and penalties; the more burdensome debt is settled first.</summary>
    public Percentage Burden { get; init; }
}
