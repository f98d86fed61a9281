namespace OrderToCash.Credit;

/// <summary>What the rest of the house knows of the customer when he is checked.</summary>
public sealed record CreditFacts
{
    /// <summary>The business day of the check.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Days the oldest open item is overdue, disputed parts left out; 0 when nothing is.</summary>
    public int OldestOverdueDays { get; init; }

    /// <summary>True until the customer has paid a first invoice.</summary>
    public bool IsNewCustomer { get; init; }

    /// <summary>True while insolvency proceedings of the customer are open.</summary>
    public bool IsInsolvent { get; init; }
}
