namespace OrderToCash.Receivables;

/// <summary>What an assessment needs to know beside the open items.</summary>
public sealed record ExpectedLossFacts
{
    /// <summary>Whose receivables.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The last day of the period.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Only what was recorded by then; null for all that is known.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>The classes of customers.</summary>
    public EquatableArray<CustomerClass> Classes { get; init; }

    /// <summary>Customers that are assessed by themselves.</summary>
    public EquatableArray<SpecificAllowance> Specific { get; init; }

    /// <summary>Customers in insolvency proceedings, assessed by the rate of the matrix unless by themselves.</summary>
    public EquatableArray<CustomerId> Insolvent { get; init; }

    /// <summary>What is insured or secured.</summary>
    public EquatableArray<SecuredReceivable> Secured { get; init; }
}
