namespace OrderToCash.Receivables;

/// <summary>Who is debited.</summary>
public sealed record MandateDebtor
{
    /// <summary>The holder of the account.</summary>
    public required string Name { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>The bank (BIC); empty inside the SEPA area, where none is needed.</summary>
    public string Bic { get; init => field = value ?? ""; } = "";

    /// <summary>The name, and the account masked.</summary>
    public override string ToString() => $"{Name} {Iban.ToMasked()}";
}
