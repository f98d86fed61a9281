using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Finds entries in the journal of the books.</summary>
internal static class JournalReading
{
    /// <summary>
    /// An entry by its id; null where there is none. Reads the journal from its beginning: for rare corrections.
    /// </summary>
    public static async Task<JournalEntry?> FindEntryAsync(
        this IBooks books, JournalEntryId id, CancellationToken cancellationToken)
    {
        await foreach (var entry in books.JournalAsync(cancellationToken).ConfigureAwait(false))
            if (entry.Id == id) return entry;
        return null;
    }
}
