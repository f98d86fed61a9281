namespace OrderToCash.Receivables;

/// <summary>What a code of a rejected or returned direct debit means for us.</summary>
public sealed record ReturnReason
{
    /// <summary>The code of ISO 20022 (ExternalStatusReason1Code, ExternalReturnReason1Code).</summary>
    public required string Code { get; init; }

    /// <summary>What it says, for people.</summary>
    public required string Meaning { get; init; }

    /// <summary>What it means for the mandate.</summary>
    public required MandateConsequence Consequence { get; init; }

    /// <summary>True when the debtor caused it: only then is a fee passed on.</summary>
    public bool IsByDebtor { get; init; }
}
