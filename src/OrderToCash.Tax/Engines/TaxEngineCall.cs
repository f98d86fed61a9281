namespace OrderToCash.Tax;

/// <summary>Asks an engine so that whatever it does leaves an answer or a typed reason.</summary>
public static class TaxEngineCall
{
    /// <summary>
    /// The quote of an engine, verified: <see cref="TaxEngineErrors.Failed"/> when it throws,
    /// <see cref="TaxEngineErrors.TimedOut"/> when it is cancelled by itself or by the time-out,
    /// <see cref="TaxEngineErrors.NoAnswer"/>, its own refusals, and those of <see cref="TaxAnswers.Verify"/>. Only the caller's
    /// own cancellation is thrown.
    /// </summary>
    /// <param name="engine">The engine.</param>
    /// <param name="request">The document.</param>
    /// <param name="timeout">Cancelled when the engine took too long: the caller's clock, not ours.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants the answer any more.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async ValueTask<Result<TaxAnswer>> AskAsync(
        ITaxEngine engine, TaxEngineRequest request, CancellationToken timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(request);
        var answer = await GuardAsync(t => engine.QuoteAsync(request, t), timeout, cancellationToken).ConfigureAwait(false);
        return answer.Bind(a => TaxAnswers.Verify(request, a));
    }

    /// <summary>A commit, verified like a quote, and against the tax that was posted.</summary>
    /// <inheritdoc cref="AskAsync"/>
    public static async ValueTask<Result<TaxAnswer>> CommitAsync(
        ITaxEngine engine, TaxCommit commit, CancellationToken timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(commit);
        var answer = await GuardAsync(t => engine.CommitAsync(commit, t), timeout, cancellationToken).ConfigureAwait(false);
        return answer.Bind(a => TaxAnswers.Verify(commit.Request, a)).Bind(a => a.Tax == commit.Tax
            ? Result.Success(a)
            : Result.Failure<TaxAnswer>(TaxEngineErrors.CommitDiffers.With(("posted", commit.Tax), ("answered", a.Tax))));
    }

    /// <summary>
    /// A credit, verified like a quote and against what was recorded of the original: the record after it. An engine that
    /// gives back more than it took, or credits what was voided, is not believed (<see cref="TaxRecord.Reverse"/>).
    /// </summary>
    /// <param name="engine">The engine.</param>
    /// <param name="reversal">The credit.</param>
    /// <param name="record">What is recorded of the original.</param>
    /// <param name="timeout">Cancelled when the engine took too long.</param>
    /// <param name="cancellationToken">Cancelled when nobody wants the answer any more.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async ValueTask<Result<TaxRecord>> ReverseAsync(ITaxEngine engine, TaxReversal reversal, TaxRecord record,
        CancellationToken timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(reversal);
        ArgumentNullException.ThrowIfNull(record);
        if (!record.VoidedBy.IsNone)
            return Result.Failure<TaxRecord>(TaxEngineErrors.AlreadyVoided.With(
                ("document", record.Committed.Document), ("key", record.VoidedBy)));
        var answer = await GuardAsync(t => engine.ReverseAsync(reversal, t), timeout, cancellationToken).ConfigureAwait(false);
        return answer.Bind(a => TaxAnswers.Verify(reversal.Request, a)).Bind(a => record.Reverse(reversal, a));
    }

    private static async ValueTask<Result<TaxAnswer>> GuardAsync(
        Func<CancellationToken, ValueTask<Result<TaxAnswer>>> ask, CancellationToken timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout, cancellationToken);
        try
        {
            // An engine that ignores its token is left behind: the wait ends with the token, not with the engine.
            var answer = await ask(either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return answer is null || answer.IsSuccess && answer.Value is null
                ? Result.Failure<TaxAnswer>(TaxEngineErrors.NoAnswer.With())
                : answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Result.Failure<TaxAnswer>(TaxEngineErrors.TimedOut.With());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Result.Failure<TaxAnswer>(TaxEngineErrors.Failed.With(("reason", e.Message)));
        }
    }
}
