namespace OrderToCash.Tax;

/// <summary>What a rule answers.</summary>
public sealed record TaxOutcome
{
    /// <summary>
    /// The category. <see cref="TaxCategory.Standard"/> means taxed: the product's class decides between S, Z and E.
    /// </summary>
    public required TaxCategory Category { get; init; }

    /// <summary>Whose tax.</summary>
    public TaxedAt At { get; init; }

    /// <summary>A rate of the rule's own for category S; null for that of the rate table.</summary>
    public Percentage? Rate { get; init; }

    /// <summary>The code of the legal reason; none where no code fits.</summary>
    public VatexCode ReasonCode { get; init; }

    /// <summary>The legal reason as text.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>Which buyer's id must be verified.</summary>
    public BuyerIdNeed BuyerId { get; init; }

    /// <summary>The one-stop shop the tax may be declared in, when the seller is not registered where it is due.</summary>
    public OneStopShop Scheme { get; init; }

    /// <summary>Why the rule refuses to decide; empty for a rule that decides.</summary>
    public string Refusal { get; init => field = value ?? ""; } = "";
}
