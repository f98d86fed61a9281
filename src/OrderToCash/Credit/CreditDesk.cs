using OrderToCash.Credit;

namespace OrderToCash;

/// <summary>Grants limits and answers what-if questions.</summary>
public sealed class CreditDesk(
    IBooks books, IExchangeRates rates, ILegalEntities legalEntities, IClock clock, IAuthorizationPolicy? authorization = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly CreditStreams streams = new(books, rates);

    /// <summary>
    /// Grants a limit. Refuses an unknown legal entity and what <see cref="CreditAccount.GrantLimit"/> refuses.
    /// </summary>
    public ValueTask<Result<CreditAccount>> GrantAsync(GrantCreditLimit command, CancellationToken cancellationToken = default)
    {
        var stream = Streams.Credit(command.LegalEntity, command.Customer);
        return runner.RunAsync(command, stream, async () =>
        {
            if (!legalEntities.TryFind(command.LegalEntity, out _))
                return CommandRunner.Refuse<CreditAccount>(ProcessErrors.NoLegalEntity(command.LegalEntity));
            var at = clock.GetCurrentInstant();
            var chain = await streams
                .LoadAsync(command.LegalEntity, command.Customer, command.Currency, command.By, at, cancellationToken)
                .ConfigureAwait(false);
            chain.Then(account => account.GrantLimit(command.Limit, command.By, at));
            return chain.Errors.Count > 0
                ? CommandRunner.Refuse<CreditAccount>(chain.Errors)
                : Result.Success(CommandRunner.Decided(new Prepared<CreditAccount>(chain.State, [.. chain.Changes(stream)])
                {
                    Amount = command.Limit.Limit.Amount,
                }));
        }, cancellationToken);
    }

    /// <summary>
    /// What an order of this amount would get today, without any effect. Null when the customer has no credit account
    /// yet.
    /// </summary>
    public async ValueTask<Result<CreditDecision>?> WhatIfAsync(
        LegalEntityId legalEntity, CustomerId customer, CreditCheckRequest request,
        CreditFacts facts, CancellationToken cancellationToken = default)
    {
        if (!legalEntities.TryFind(legalEntity, out var entity))
            return Result.Failure<CreditDecision>(ProcessErrors.NoLegalEntity(legalEntity));
        var stored = await books.LoadAsync<CreditAccount>(Streams.Credit(legalEntity, customer), cancellationToken)
            .ConfigureAwait(false);
        return stored?.State.WhatIf(request, facts, entity.Credit, clock.GetCurrentInstant());
    }
}
