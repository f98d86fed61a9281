namespace OrderToCash.Matching;

/// <summary>
/// A confirmed link from an account, a name, a reference or a virtual account to a customer it pays for. One account may pay for
/// several (a parent, a factor).
/// </summary>
public sealed record PayerAlias
{
    /// <summary>The account: an IBAN or the bank's own number; empty for a name alone. Blanks and case do not matter.</summary>
    public string Account { get; init => field = value ?? ""; } = "";

    /// <summary>The name as banks show it; empty for an account alone. Only letters and digits count, case does not.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>What the payer is registered by, such as a mandate or a remitter id; empty when there is none.</summary>
    public string Reference { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// An account number of our own that is given to the customer alone, such as a virtual IBAN; empty when there is none. Money
    /// that arrives there is his, whoever sends it.
    /// </summary>
    public string VirtualAccount { get; init => field = value ?? ""; } = "";

    /// <summary>Who it pays for.</summary>
    public required CustomerId Customer { get; init; }
}
