namespace OrderToCash.Tax;

/// <summary>
/// Computes and records the tax of documents: the built-in <see cref="TaxEngine"/>, or a service. Refusals of the engine are
/// results with codes; what it throws, and a time-out, are for the caller to turn into a reason
/// (<see cref="TaxEngineCall.AskAsync"/>), and no answer is believed unverified (<see cref="TaxAnswers.Verify"/>). Idempotent by
/// key: repeating a commit, void or reversal has no second effect and the first answer.
/// </summary>
public interface ITaxEngine
{
    /// <summary>The tax of a document, without effect.</summary>
    ValueTask<Result<TaxAnswer>> QuoteAsync(TaxEngineRequest request, CancellationToken cancellationToken);

    /// <summary>Records a posted document.</summary>
    ValueTask<Result<TaxAnswer>> CommitAsync(TaxCommit commit, CancellationToken cancellationToken);

    /// <summary>Takes a recorded document back.</summary>
    ValueTask<Result<TaxDocumentRef>> VoidAsync(TaxVoid request, CancellationToken cancellationToken);

    /// <summary>Records a credit at the original's rates.</summary>
    ValueTask<Result<TaxAnswer>> ReverseAsync(TaxReversal reversal, CancellationToken cancellationToken);
}
