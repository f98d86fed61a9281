using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What insolvency cases count as paid: taken back beside them, case and books would differ.</summary>
internal static class BookedDividends
{
    /// <summary>
    /// Why a payment is not returned: it is a dividend, or what was transferred of it is.
    /// </summary>
    public static Task<DomainError?> OfAsync(
        IBooks books, EquatableArray<OpenItem> items, CancellationToken cancellationToken) =>
        FindAsync(books, (dividend, _) => items.Any(i => i.Id == dividend.Payment),
            cancellationToken);

    /// <summary>Why an application of a payment is not taken back: a dividend made it.</summary>
    public static Task<DomainError?> OfAsync(
        IBooks books, OpenItemId payment, OpenItemId settled, CancellationToken cancellationToken) =>
        FindAsync(books, (dividend, part) => part.Settles.IsPositive && dividend.Payment == payment && part.Item == settled,
            cancellationToken);

    private static async Task<DomainError?> FindAsync(
        IBooks books, Func<InsolvencyDividend, DividendPart, bool> isMeant, CancellationToken cancellationToken)
    {
        await foreach (var one in books.AllAsync<InsolvencyCase>(Streams.InsolvencyKind, cancellationToken).ConfigureAwait(false))
            foreach (var dividend in one.State.Dividends)
                if (dividend.IsLive && !dividend.Payment.IsNone && dividend.Parts.Any(part => isMeant(dividend, part)))
                    return ProcessErrors.DividendBooked.At("payment",
                        ("payment", dividend.Payment), ("dividend", dividend.Number), ("case", one.State.Id));
        return null;
    }
}
