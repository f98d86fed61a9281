namespace OrderToCash.Quickstart;

/// <summary>What a made-up bank movement really was. For tests and accuracy only: nothing that matches may see it.</summary>
internal sealed record PaymentTruth
{
    /// <summary>The account's IBAN and the bank's reference, as <see cref="BankEntry.Identity"/> begins.</summary>
    public required string Account { get; init; }

    /// <summary>The bank's reference of the movement.</summary>
    public required string BankReference { get; init; }

    /// <summary>Who paid; empty for unrelated money.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>When.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Money in above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The numbers of what it was meant for, credit notes included; empty for unrelated money.</summary>
    public required EquatableArray<string> Bills { get; init; }

    /// <summary>How it was written.</summary>
    public required ReferenceWriting Writing { get; init; }

    /// <summary>What was different about the amount.</summary>
    public required AmountTwist Twist { get; init; }

    /// <summary>True when discounts were deducted.</summary>
    public bool TookDiscount { get; init; }

    /// <summary>True for the second of two equal payments.</summary>
    public bool IsSecond { get; init; }

    /// <summary>True when it takes an earlier payment back.</summary>
    public bool IsReturn { get; init; }
}
