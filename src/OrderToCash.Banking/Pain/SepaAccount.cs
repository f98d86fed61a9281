namespace OrderToCash.Banking;

/// <summary>A party of a SEPA order and its account.</summary>
public sealed record SepaAccount
{
    /// <summary>The holder; at most 70 characters are sent, in the SEPA character set.</summary>
    public required string Name { get; init; }

    /// <summary>The account.</summary>
    public required Iban Iban { get; init; }

    /// <summary>The bank (BIC, 8 or 11 characters); empty inside the SEPA area, where none is needed.</summary>
    public string Bic { get; init => field = value ?? ""; } = "";
}
