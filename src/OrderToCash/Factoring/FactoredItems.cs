using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What is with a factor now, by what the books know.</summary>
internal static class FactoredItems
{
    /// <summary>Those of some items that are with a factor, each as a refusal.</summary>
    public static async Task<IReadOnlyList<DomainError>> RefusedAsync(
        IBooks books, LegalEntityId legalEntity, IEnumerable<OpenItemId> items, CancellationToken cancellationToken) =>
        Refused(await FindAsync(books, legalEntity, cancellationToken).ConfigureAwait(false), items);

    /// <summary>Those of some items that their debtor is to pay to a factor, each as a refusal.</summary>
    public static async Task<IReadOnlyList<DomainError>> NotOursToCollectAsync(
        IBooks books, LegalEntityId legalEntity, IEnumerable<OpenItemId> items, CancellationToken cancellationToken) =>
        Refused(await CollectedByFactorAsync(books, legalEntity, cancellationToken).ConfigureAwait(false), items);

    private static DomainError[] Refused(HashSet<OpenItemId> factored, IEnumerable<OpenItemId> items) =>
        items.Where(factored.Contains).Select(i => ProcessErrors.WithFactor.At("item", ("item", i))).ToArray();

    /// <summary>
    /// The items with a factor. Those that were sold have nothing open; those that were borrowed on are in the books, but his
    /// to remind and to match.
    /// </summary>
    public static Task<HashSet<OpenItemId>> FindAsync(
        IBooks books, LegalEntityId legalEntity, CancellationToken cancellationToken) =>
        FindAsync(books, legalEntity, _ => true, cancellationToken);

    /// <summary>
    /// Those that the factor reminds of and collects: of the others the debtor is not told, and the seller does it himself and
    /// passes on what comes in.
    /// </summary>
    public static Task<HashSet<OpenItemId>> CollectedByFactorAsync(
        IBooks books, LegalEntityId legalEntity, CancellationToken cancellationToken) =>
        FindAsync(books, legalEntity, terms => !terms.IsConfidential, cancellationToken);

    private static async Task<HashSet<OpenItemId>> FindAsync(
        IBooks books, LegalEntityId legalEntity, Func<FactoringTerms, bool> isMeant, CancellationToken cancellationToken)
    {
        var found = new HashSet<OpenItemId>();
        await foreach (var one in books.AllAsync<FactoringAssignment>(Streams.FactoringKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity && isMeant(one.State.Facts.Terms))
                foreach (var line in one.State.Lines)
                    if (line.IsWithFactor) found.Add(line.Item);
        return found;
    }
}
