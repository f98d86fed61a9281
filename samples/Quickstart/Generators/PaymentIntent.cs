namespace OrderToCash.Quickstart;

/// <summary>A payment before it is written down as a bank movement.</summary>
internal sealed record PaymentIntent
{
    public required ImportedCustomer? Customer { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>Minor units of the account's currency; below zero for money out.</summary>
    public required Money Amount { get; init; }

    /// <summary>What is paid on each bill; credit notes below zero.</summary>
    public EquatableArray<(BillFact Bill, Money Paid)> Bills { get; init; }

    public ReferenceWriting Writing { get; init; }

    public AmountTwist Twist { get; init; }

    public bool TookDiscount { get; init; }

    public bool IsSecond { get; init; }

    public bool IsReturn { get; init; }

    /// <summary>The other side's name and account, what is written.</summary>
    public required Remittance Remittance { get; init; }

    /// <summary>What orders payments of a day; unique in a statement.</summary>
    public required string Order { get; init; }
}

/// <summary>What a bank movement says.</summary>
internal sealed record Remittance
{
    public string Name { get; init; } = "";

    public string Account { get; init; } = "";

    public string EndToEndId { get; init; } = "";

    public string Text { get; init; } = "";

    public EquatableArray<RemittanceClaim> Claims { get; init; }
}
