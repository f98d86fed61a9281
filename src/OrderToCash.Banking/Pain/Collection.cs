namespace OrderToCash.Banking;

/// <summary>One collection of a direct debit.</summary>
public sealed record Collection
{
    /// <summary>Comes back with the money or with its return; at most 35 characters, unique in the file.</summary>
    public required string EndToEndId { get; init; }

    /// <summary>What is collected, in euro, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The mandate's unique reference; at most 35 characters.</summary>
    public required string MandateId { get; init; }

    /// <summary>The day the mandate was signed.</summary>
    public required LocalDate MandateSignedOn { get; init; }

    /// <summary>Who is debited.</summary>
    public required SepaAccount Debtor { get; init; }

    /// <summary>What the debtor reads: at most 140 characters are sent.</summary>
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>What was changed in the mandate since its last collection; null when nothing was.</summary>
    public CollectionAmendment? Amendment { get; init; }
}
