using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What is with a factor now, by what the books know.</summary>
internal static class FactoredItems
{
    /// <summary>
    /// The items with a factor. Those that were sold have nothing open; those that were borrowed on are in the books, but his
    /// to remind and to match.
    /// </summary>
    public static async Task<HashSet<OpenItemId>> FindAsync(
        IBooks books, LegalEntityId legalEntity, CancellationToken cancellationToken)
    {
        var found = new HashSet<OpenItemId>();
        await foreach (var one in books.AllAsync<FactoringAssignment>(Streams.FactoringKind, cancellationToken)
            .ConfigureAwait(false))
            if (one.State.Facts.LegalEntity == legalEntity)
                foreach (var line in one.State.Lines)
                    if (line.IsWithFactor) found.Add(line.Item);
        return found;
    }
}
