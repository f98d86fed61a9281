using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>The memory that the desk's own commands wrote into the books.</summary>
public sealed class BooksMatchMemory(IBooks books) : IMatchMemory
{
    /// <inheritdoc/>
    public async ValueTask<PayerMemory?> FindAsync(
        LegalEntityId legalEntity, PayerKey payer, CancellationToken cancellationToken = default) =>
        (await books.LoadAsync<PayerMemory>(Streams.PayerMemory(legalEntity, payer), cancellationToken)
            .ConfigureAwait(false))?.State;

    /// <inheritdoc/>
    public async ValueTask<MatchCase?> FindAsync(PaymentId payment, CancellationToken cancellationToken = default) =>
        (await books.LoadAsync<MatchCase>(Streams.MatchCase(payment), cancellationToken).ConfigureAwait(false))?.State;
}
