namespace OrderToCash.Tax;

/// <summary>A document whose taxes are to be computed: its lines, and the policies it is computed by.</summary>
public sealed record TaxDocument
{
    /// <summary>The most lines a document may have.</summary>
    public const int MaxLines = 1_000_000;

    /// <summary>The currency of all prices and results.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The lines.</summary>
    public required EquatableArray<TaxDocumentLine> Lines { get; init; }

    /// <summary>Where it is rounded.</summary>
    public TaxRounding Rounding { get; init => field = value ?? TaxRounding.PerDocument; } = TaxRounding.PerDocument;

    /// <summary>How differences of rounding go back to the lines.</summary>
    public DeltaDistribution Distribution { get; init => field = value ?? DeltaDistribution.LargestRemainder; } =
        DeltaDistribution.LargestRemainder;

    /// <summary>A discount on the whole document, on what its taxes allow to discount; null for none.</summary>
    public DocumentShare? Discount { get; init; }

    /// <summary>How the payable total is rounded to coins; null for not at all.</summary>
    public CashRounding? CashRounding { get; init; }

    /// <summary>Where the difference of the cash rounding is shown; an amount of its own unless said.</summary>
    public CashRoundingStrategy CashRoundingStrategy { get; init; }

    /// <summary>The rate between the document's and the company's currency; null when they are the same.</summary>
    public ExchangeRate? CompanyRate { get; init; }

    /// <summary>What is converted at that rate; null for what goes with <see cref="Rounding"/>.</summary>
    public CompanyConversion? CompanyConversion { get; init; }

    /// <summary>The smallest step of amounts (0.05 CHF); null for one minor unit.</summary>
    public Money? Step { get; init; }

    /// <summary>The smallest step of amounts in the company's currency; null for one minor unit.</summary>
    public Money? CompanyStep { get; init; }

    /// <summary>
    /// What is wrong with it, all at once: the codes of <see cref="TaxComputationErrors"/> that concern documents and their
    /// taxes. Stops after 1,000 findings.
    /// </summary>
    public EquatableArray<DomainError> Check() => TaxDocumentRules.Check(this, out _);
}
