using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>One item of a claim, and what became of it. All amounts are zero or above, in the currency of the case.</summary>
public sealed record InsolvencyClaimLine
{
    /// <summary>The item.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>The number the debtor knows.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>What it is.</summary>
    public required InsolvencyComponent Component { get; init; }

    /// <summary>When it was due; proceedings make what is not due yet due (Insolvenzordnung § 41).</summary>
    public required LocalDate DueDate { get; init; }

    /// <summary>What was open before the opening, or belongs to the time before it.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// True where the item was not open with this amount before the opening and was named as from before it, see
    /// <see cref="InsolvencyClaimFacts.FromBefore"/>: a claim that is filed again keeps it.
    /// </summary>
    public bool IsFromBefore { get; init; }

    /// <summary>What of it the debtor had disputed; it is claimed all the same.</summary>
    public required Money Disputed { get; init; }

    /// <summary>What of it is covered otherwise and takes no part in distributions while it is.</summary>
    public required Money Secured { get; init; }

    /// <summary>What the security brought.</summary>
    public required Money FromSecurity { get; init; }

    /// <summary>True once the security brought what it brings.</summary>
    public bool IsSecurityRealised { get; init; }

    /// <summary>What was set off against what we owe.</summary>
    public required Money SetOff { get; init; }

    /// <summary>What was admitted for distributions.</summary>
    public required Money Admitted { get; init; }

    /// <summary>What dividends paid while it was open.</summary>
    public required Money Settled { get; init; }

    /// <summary>What dividends brought on the part given up.</summary>
    public required Money Recovered { get; init; }

    /// <summary>What was given up and not opened again.</summary>
    public required Money GivenUp { get; init; }

    /// <summary>What is claimed for distributions: without what is secured, brought by a security or set off.</summary>
    [JsonIgnore]
    public Money Claimed => Amount - Secured - FromSecurity - SetOff;

    /// <summary>What dividends brought.</summary>
    [JsonIgnore]
    public Money Paid => Settled + Recovered;

    /// <summary>What is claimed and neither paid nor given up: it stands in the books.</summary>
    [JsonIgnore]
    public Money Standing => Claimed - GivenUp - Settled;

    /// <summary>What was claimed and not admitted.</summary>
    [JsonIgnore]
    public Money Contested => Claimed - Admitted;

    internal bool IsSound => Claimed >= Admitted && Admitted >= Paid && !Standing.IsNegative && GivenUp >= Recovered
        && !Amount.IsNegative && !Secured.IsNegative && !FromSecurity.IsNegative && !SetOff.IsNegative && !Disputed.IsNegative
        && Disputed <= Amount && !Settled.IsNegative && !Recovered.IsNegative && !GivenUp.IsNegative;

    internal bool IsUsed => IsSecurityRealised || !SetOff.IsZero || !Admitted.IsZero || !GivenUp.IsZero || !Paid.IsZero;
}
