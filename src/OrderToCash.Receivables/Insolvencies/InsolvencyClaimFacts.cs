namespace OrderToCash.Receivables;

/// <summary>What a claim needs to know beside the open items.</summary>
public sealed record InsolvencyClaimFacts
{
    /// <summary>What the customer disputed of items; more than was open counts as all of it.</summary>
    public EquatableArray<InsolvencyPart> Disputed { get; init; }

    /// <summary>
    /// What is covered by retention of title, a guarantee or insurance; more than was open counts as all of it.
    /// </summary>
    public EquatableArray<InsolvencyPart> Secured { get; init; }

    /// <summary>
    /// Items dated on the opening or later that are about the time before it: interest worked out up to it, a late invoice for
    /// an earlier delivery. Earlier items that are open again, because a payment had to be given back (Insolvenzordnung § 144),
    /// are named here too.
    /// </summary>
    public EquatableArray<OpenItemId> FromBefore { get; init; }

    /// <summary>
    /// Items dated before the opening that are not part of the claim: the estate chose to take the delivery and pays for it.
    /// </summary>
    public EquatableArray<OpenItemId> OfEstate { get; init; }
}
