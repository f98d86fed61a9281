namespace OrderToCash.Receivables;

/// <summary>A mandate as the debtor signed it.</summary>
public sealed record MandateFacts
{
    /// <summary>Its unique reference; the SEPA character set, at most 35 characters.</summary>
    public required MandateId Mandate { get; init; }

    /// <summary>Who collects.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose items are collected.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The identifier of the creditor it was given to.</summary>
    public required string CreditorId { get; init; }

    /// <summary>The scheme.</summary>
    public required MandateScheme Scheme { get; init; }

    /// <summary>True when it allows one collection only.</summary>
    public bool IsOneOff { get; init; }

    /// <summary>The day of the signature.</summary>
    public required LocalDate SignedOn { get; init; }

    /// <summary>Who is debited.</summary>
    public required MandateDebtor Debtor { get; init; }
}
