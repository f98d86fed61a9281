using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What is with a factor now, by what the books know.</summary>
internal static class FactoredItems
{
    /// <summary>Those of some items that are with a factor, each as a refusal.</summary>
    public static async Task<IReadOnlyList<DomainError>> RefusedAsync(
        IBooks books, LegalEntityId legalEntity, IEnumerable<OpenItemId> items, CancellationToken cancellationToken)
    {
        var factored = await FindAsync(books, legalEntity, cancellationToken).ConfigureAwait(false);
        return items.Where(factored.Contains).Select(i => ProcessErrors.WithFactor.At("item", ("item", i))).ToArray();
    }

    /// <summary>
    /// The items with a factor. Those that were sold have nothing open; those that were borrowed on are in the books, but his
    /// to remind and to match.
    /// </summary>
    /// <param name="books">The store.</param>
    /// <param name="legalEntity">Whose.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <param name="remindedByFactor">True for those alone that the seller does not remind of himself.</param>
    public static async Task<HashSet<OpenItemId>> FindAsync(
        IBooks books, LegalEntityId legalEntity, CancellationToken cancellationToken, bool remindedByFactor = false)
    {
        var found = new HashSet<OpenItemId>();
        await foreach (var one in books.AllAsync<FactoringAssignment>(Streams.FactoringKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity && !(remindedByFactor && one.State.Facts.Terms.IsConfidential))
                foreach (var line in one.State.Lines)
                    if (line.IsWithFactor) found.Add(line.Item);
        return found;
    }
}
