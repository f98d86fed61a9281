namespace OrderToCash.Orders;

/// <summary>The prices of a legal entity.</summary>
public sealed record PriceList
{
    /// <summary>The list's name and version, quoted in the reason.</summary>
    public required string Name { get; init; }

    /// <summary>The prices, in any order.</summary>
    public EquatableArray<PriceListEntry> Entries { get; init; }

    /// <summary>
    /// The most specific price that holds: the customer's own before his group's before everybody's; then the highest quantity
    /// break reached; then the one that began last; then the earlier in the list. O(entries): price long documents with a
    /// <see cref="PriceBook"/>.
    /// </summary>
    /// <returns>The price, or <see cref="PricingErrors.NoPrice"/>.</returns>
    public Result<PriceAnswer> Find(PriceQuestion question) => PriceBook.Find(Name, Entries.AsSpan(), question);
}
