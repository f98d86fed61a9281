namespace OrderToCash.Banking;

/// <summary>What a payer takes off a document, and why.</summary>
public sealed record AdviceDeduction
{
    /// <summary>The payer's or the format's reason code (X12 element 426, UN/EDIFACT 4465); empty when there is none.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>What is taken off; below zero for what is added.</summary>
    public required Money Amount { get; init; }

    /// <summary>The tax rate in it, in percent; null when not stated.</summary>
    public Percentage? TaxRate { get; init; }
}
