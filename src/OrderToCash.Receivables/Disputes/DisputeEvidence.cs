namespace OrderToCash.Receivables;

/// <summary>A reference to a paper that speaks for or against a claim; the paper itself stays with the host.</summary>
public sealed record DisputeEvidence
{
    /// <summary>Where it is: a number or an address of the host's archive.</summary>
    public required string Reference { get; init; }

    /// <summary>What it is, in words: proof of delivery, photo, mail.</summary>
    public required string Description { get; init; }

    /// <summary>True when the customer brought it.</summary>
    public bool IsFromCustomer { get; init; }
}
