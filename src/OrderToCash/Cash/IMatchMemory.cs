using OrderToCash.Matching;

namespace OrderToCash;

/// <summary>
/// What is remembered of payers and payments, for planning. The desk writes it with its commands into the books; who keeps more
/// elsewhere, such as aliases of a master data system, answers here as well.
/// </summary>
public interface IMatchMemory
{
    /// <summary>What is remembered of a payer, or null.</summary>
    ValueTask<PayerMemory?> FindAsync(LegalEntityId legalEntity, PayerKey payer, CancellationToken cancellationToken = default);

    /// <summary>What was said and decided about a payment, or null.</summary>
    ValueTask<MatchCase?> FindAsync(PaymentId payment, CancellationToken cancellationToken = default);
}
