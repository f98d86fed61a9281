namespace OrderToCash;

/// <summary>
/// The one way a desk writes: resolve the key, decide, ask whether the actor may, commit; when somebody was faster,
/// decide again. A repeated command answers with the present state of what it answered with the first time.
/// </summary>
internal sealed class CommandRunner(IBooks books, IAuthorizationPolicy? authorization = null)
{
    private const int MaxAttempts = 5;

    private readonly IAuthorizationPolicy authorization = authorization ?? AuthorizationPolicies.AllowAll;

    /// <summary>Runs a command whose answer is the state of one stream.</summary>
    /// <param name="command">The command; its content is hashed.</param>
    /// <param name="stream">The stream whose state is the answer, unless the decision names another.</param>
    /// <param name="prepare">Loads and hands back the decision; it is called again after a conflict.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async ValueTask<Result<TState>> RunAsync<TState>(Command command, StreamId stream,
        Func<Task<Result<Preparation<TState>>>> prepare, CancellationToken cancellationToken) where TState : class
    {
        using var measured = Telemetry.Start(command);
        var result = await DecideAsync(command, stream, prepare, cancellationToken).ConfigureAwait(false);
        measured.Finish(result);
        return result;
    }

    private async ValueTask<Result<TState>> DecideAsync<TState>(Command command, StreamId stream,
        Func<Task<Result<Preparation<TState>>>> prepare, CancellationToken cancellationToken) where TState : class
    {
        var content = CommandContent.Hash(command);
        var known = await books.FindOutcomeAsync(command.Id, content, cancellationToken).ConfigureAwait(false);
        if (known is not null)
            return await AnswerAsync(known, command, default(TState), cancellationToken).ConfigureAwait(false);

        EquatableArray<StreamId> stale = [];
        EquatableArray<DomainError> refused = [];
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var preparation = await prepare().ConfigureAwait(false);
            if (!preparation.IsSuccess)
            {
                // What its own first run did meanwhile is no reason to refuse it.
                known = await books.FindOutcomeAsync(command.Id, content, cancellationToken).ConfigureAwait(false);
                if (known is not null)
                    return await AnswerAsync(known, command, default(TState), cancellationToken).ConfigureAwait(false);
                if (IsCertain(preparation.Errors, ref refused, attempt)) return Result.Failure<TState>(preparation.Errors);
                continue;
            }
            TState? state = null;
            var answer = await books.CommitAsync(command.Id, content, preparation.Value.Series, numbers =>
                preparation.Value.Decide(numbers).Bind(prepared => Allowed(command, prepared)).Map(prepared =>
                {
                    state = prepared.Answer;
                    return new Commit
                    {
                        Answer = prepared.Stream ?? stream, Changes = prepared.Changes, Entries = prepared.Entries,
                    };
                }), cancellationToken).ConfigureAwait(false);
            if (answer is CommitAnswer.Refused { Errors: var errors } && !IsCertain(errors, ref refused, attempt)) continue;
            if (answer is not CommitAnswer.Stale { Streams: var changed })
                return await AnswerAsync(answer, command, state, cancellationToken).ConfigureAwait(false);
            stale = changed;
        }
        return Result.Failure<TState>(ProcessErrors.Stale.With(
            ("streams", string.Join(", ", stale)), ("command", command.Id), ("attempts", MaxAttempts)));
    }

    // Between two reads another command may have written, and what was read is of no one moment: what refuses a command must be
    // there when it is looked at again. Who may not, may not.
    private static bool IsCertain(EquatableArray<DomainError> errors, ref EquatableArray<DomainError> before, int attempt)
    {
        if (attempt == MaxAttempts || errors == before || errors.Any(e => e.Code == ProcessErrors.Forbidden.Code)) return true;
        before = errors;
        return false;
    }

    /// <summary>Runs a command that starts a stream.</summary>
    public ValueTask<Result<TState>> CreateAsync<TState, TEvent>(Command command, StreamId stream,
        Func<Result<Decision<TState, TEvent>>> decide, CancellationToken cancellationToken)
        where TState : class where TEvent : class =>
        RunAsync(command, stream, async () =>
        {
            if (await books.LoadAsync<TState>(stream, cancellationToken).ConfigureAwait(false) is not null)
                return Refuse<TState>(ProcessErrors.AlreadyExists.With(("stream", stream)));
            return decide().Map(decision => Decided(decision.State, [StreamChange.Of(stream, 0, decision)]));
        }, cancellationToken);

    /// <summary>Runs a command on one stream; a decision without events writes nothing.</summary>
    public ValueTask<Result<TState>> ChangeAsync<TState, TEvent>(
        Command command, StreamId stream, Func<TState, EquatableArray<DomainError>> check,
        Func<TState, Result<Decision<TState, TEvent>>> decide, CancellationToken cancellationToken)
        where TState : class where TEvent : class =>
        RunAsync(command, stream, async () =>
        {
            var stored = await RequireAsync(stream, check, cancellationToken).ConfigureAwait(false);
            return stored.Bind(s => decide(s.State)
                .Map(decision => Decided(decision.State, Changes(stream, s.Version, decision))));
        }, cancellationToken);

    /// <summary>The change of a decision, or none when nothing happened.</summary>
    public static IReadOnlyList<StreamChange> Changes<TState, TEvent>(
        StreamId stream, long version, Decision<TState, TEvent> decision)
        where TState : class where TEvent : class => decision.Events.IsEmpty ? [] : [StreamChange.Of(stream, version, decision)];

    /// <summary>A decision that needs no numbers and is about no amount.</summary>
    public static Preparation<TState> Decided<TState>(TState answer, IReadOnlyList<StreamChange> changes) =>
        Decided(new Prepared<TState>(answer, changes));

    /// <summary>A decision that needs no numbers.</summary>
    public static Preparation<TState> Decided<TState>(Prepared<TState> prepared) => new(_ => Result.Success(prepared));

    /// <summary>A preparation that found a reason to refuse.</summary>
    public static Result<Preparation<TState>> Refuse<TState>(params IEnumerable<DomainError> errors) =>
        Result.Failure<Preparation<TState>>(errors);

    /// <summary>The state of a stream, checked; missing or corrupt is an error.</summary>
    public async Task<Result<Stored<TState>>> RequireAsync<TState>(
        StreamId stream, Func<TState, EquatableArray<DomainError>> check, CancellationToken cancellationToken)
        where TState : class
    {
        var stored = await books.LoadAsync<TState>(stream, cancellationToken).ConfigureAwait(false);
        if (stored is null) return Result.Failure<Stored<TState>>(ProcessErrors.NotFound.With(("stream", stream)));
        var findings = check(stored.State);
        return findings.IsEmpty
            ? Result.Success(stored)
            : Result.Failure<Stored<TState>>(findings.Select(f =>
                ProcessErrors.Corrupt.At(f.Target, ("stream", stream), ("finding", f.Message))));
    }

    private Result<Prepared<TState>> Allowed<TState>(Command command, Prepared<TState> prepared)
    {
        var question = new AuthorizationQuestion { Command = command, Amount = prepared.Amount };
        return authorization.May(question)
            ? Result.Success(prepared)
            : Result.Failure<Prepared<TState>>(ProcessErrors.Forbidden.With(
            ("actor", command.By), ("capability", question.Capability), ("amount", prepared.Amount)));
    }

    private async ValueTask<Result<TState>> AnswerAsync<TState>(
        CommitAnswer answer, Command command, TState? written, CancellationToken cancellationToken) where TState : class =>
        answer switch
        {
            CommitAnswer.Committed when written is not null => Result.Success(written),
            CommitAnswer.Committed committed => await PresentAsync<TState>(committed.Outcome.Answer, cancellationToken)
                .ConfigureAwait(false),
            CommitAnswer.AlreadyDone done => await PresentAsync<TState>(done.Outcome.Answer, cancellationToken)
                .ConfigureAwait(false),
            CommitAnswer.Refused refused => Result.Failure<TState>(refused.Errors),
            _ => Result.Failure<TState>(ProcessErrors.CommandConflict.With(("command", command.Id))),
        };

    private async ValueTask<Result<TState>> PresentAsync<TState>(
        StreamId stream, CancellationToken cancellationToken) where TState : class
    {
        var stored = await books.LoadAsync<TState>(stream, cancellationToken).ConfigureAwait(false);
        return stored is null
            ? Result.Failure<TState>(ProcessErrors.NotFound.With(("stream", stream)))
            : Result.Success(stored.State);
    }
}
