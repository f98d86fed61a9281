namespace OrderToCash.Tax;

/// <summary>How a supply is taxed, and why.</summary>
public sealed record TaxTreatment
{
    /// <summary>The category on the document (BT-151).</summary>
    public required TaxCategory Category { get; init; }

    /// <summary>The rate (BT-152); zero for all categories without tax.</summary>
    public required Percentage Rate { get; init; }

    /// <summary>The country whose tax is charged, or would have been; none out of scope.</summary>
    public CountryCode Country { get; init; }

    /// <summary>The code of the legal reason for not charging tax (BT-121); none where tax is charged or no code fits.</summary>
    public VatexCode ReasonCode { get; init; }

    /// <summary>The legal reason as text (BT-120); empty where tax is charged.</summary>
    public string ReasonText { get; init => field = value ?? ""; } = "";

    /// <summary>The territory whose rate it is (<see cref="TaxTerritory"/>); empty for the mainland.</summary>
    public string Territory { get; init => field = value ?? ""; } = "";

    /// <summary>The seller's tax id under which the supply is declared; empty when none is.</summary>
    public string SellerTaxId { get; init => field = value ?? ""; } = "";

    /// <summary>The one-stop shop it is declared in; none for the ordinary return.</summary>
    public OneStopShop Scheme { get; init; }

    /// <summary>The buyer's VAT id the treatment relies on; empty when it relies on none.</summary>
    public string BuyerTaxId { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// The rule that decided, from the table of <see cref="TaxDetermination"/>: <c>domestic</c>, <c>export</c> ...; empty
    /// when a person did.
    /// </summary>
    public string Rule { get; init => field = value ?? ""; } = "";

    /// <summary>The decision in one sentence, with its facts; for people who ask why.</summary>
    public string Explanation { get; init => field = value ?? ""; } = "";

    /// <summary>
    /// What contradicts itself: <see cref="TaxErrors.CategoryUnknown"/>, <see cref="TaxErrors.RateMismatch"/>,
    /// <see cref="TaxErrors.ReasonMissing"/>.
    /// </summary>
    public EquatableArray<DomainError> Check() => TaxCategories.Check(this);
}
