namespace OrderToCash.Orders;

/// <summary>
/// The prices of a legal entity. Of all entries that hold the most specific one wins: a contract's price before a list's; a
/// customer's own (in his group, then in any) before his group's before everybody's; one for a unit before one for any; the
/// highest quantity break reached; the narrower range of days. Two entries that could hold at once and that this order can't tell
/// apart are found by <see cref="Check"/>, so the place in the list never matters.
/// </summary>
public sealed record PriceList
{
    /// <summary>The list's name and version, quoted in the reason.</summary>
    public required string Name { get; init; }

    /// <summary>Which quantity is held against the breaks.</summary>
    public QuantityBasis QuantityBasis { get; init; }

    /// <summary>The prices, in any order.</summary>
    public EquatableArray<PriceListEntry> Entries { get; init; }

    /// <summary>
    /// The most specific price that holds, for one question. Makes a <see cref="PriceBook"/>: keep one for many questions.
    /// </summary>
    /// <returns>The price, or <see cref="PricingErrors.NoPrice"/>.</returns>
    /// <exception cref="ArgumentException">The list has findings.</exception>
    public Result<PriceAnswer> Find(PriceQuestion question) => new PriceBook(this).Find(question);

    /// <summary>
    /// Reads and checks a list. Refused with everything that is wrong: <see cref="PolicyErrors"/> for the text, else what
    /// <see cref="Check"/> finds, each at its path (<c>entries[3].validTo</c>).
    /// </summary>
    public static Result<PriceList> Load(string json) => PolicyJson.Read(json, PricingJsonContext.Default.PriceList)
        .Bind(list => Result.Validated(list, list.Check()));

    /// <summary>
    /// Everything that is wrong with the list: <see cref="PricingErrors.ProductMissing"/>,
    /// <see cref="PricingErrors.AmountOutOfRange"/>, <see cref="PricingErrors.CurrencyUnusable"/>,
    /// <see cref="PricingErrors.CurrenciesMixed"/>, <see cref="PricingErrors.QuantityOutOfRange"/>,
    /// <see cref="PricingErrors.UnitsMixed"/>, <see cref="PricingErrors.DatesReversed"/>, <see cref="PricingErrors.IdRepeated"/>,
    /// <see cref="PricingErrors.PriceRepeated"/>, <see cref="PricingErrors.PricesOverlap"/>. Days without a price are no finding.
    /// O(n log n).
    /// </summary>
    public EquatableArray<DomainError> Check() => PriceListCheck.Of(this);
}
