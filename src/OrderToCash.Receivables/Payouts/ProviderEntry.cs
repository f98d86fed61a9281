namespace OrderToCash.Receivables;

/// <summary>An entry that moves the account of a payment service provider, and the payment it is about.</summary>
public sealed record ProviderEntry
{
    /// <summary>The entry.</summary>
    public required JournalEntry Entry { get; init; }

    /// <summary>Our reference of the payment, as the provider repeats it: the attempt.</summary>
    public required string Payment { get; init; }
}
