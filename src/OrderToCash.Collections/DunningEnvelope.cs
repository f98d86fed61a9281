namespace OrderToCash.Collections;

/// <summary>What a letter needs besides its figures: who writes to whom, in which language, and where to pay.</summary>
public sealed record DunningEnvelope
{
    /// <summary>Who writes.</summary>
    public required Party Sender { get; init; }

    /// <summary>Who is written to.</summary>
    public required Party Recipient { get; init; }

    /// <summary>The customer's language, as BCP 47 writes it.</summary>
    public required string Language { get; init; }

    /// <summary>The account to pay to, in words.</summary>
    public required string PayTo { get; init; }
}
