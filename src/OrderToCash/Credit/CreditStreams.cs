using OrderToCash.Credit;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Keeps the credit account in step with what the other decisions of a commit do to orders and open items.</summary>
internal sealed class CreditStreams(IBooks books, IExchangeRates rates)
{
    /// <summary>The account of a limit owner; where there is none yet, the commit opens one in the stated currency.</summary>
    public async Task<DecisionChain<CreditAccount, CreditEvent>> LoadAsync(
        LegalEntityId legalEntity, CustomerId owner, Currency currency, Actor by, Instant at, CancellationToken cancellationToken)
    {
        var stored = await books.LoadAsync<CreditAccount>(Streams.Credit(legalEntity, owner), cancellationToken)
            .ConfigureAwait(false);
        if (stored is not null) return new(stored.State, stored.Version);
        var opened = CreditAccount.Open(legalEntity, owner, currency, by, at).Value;
        return new(opened.State, 0, opened.Events);
    }

    /// <summary>
    /// Values amounts in the currency of the limit, each at the rate of the day it was documented: what an invoice adds
    /// to the exposure is what its settlement takes off again.
    /// </summary>
    /// <param name="documents">The currencies and days that will be asked for.</param>
    /// <param name="limit">The currency of the limit.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Result<LimitRates>> RatesAsync(
        IEnumerable<(Currency Currency, LocalDate Date)> documents, Currency limit, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(Currency, LocalDate), ExchangeRate>();
        var errors = new List<DomainError>();
        foreach (var (currency, date) in documents)
        {
            if (currency == limit || known.ContainsKey((currency, date))) continue;
            var rate = await rates.FindAsync(currency, limit, date, cancellationToken).ConfigureAwait(false);
            if (rate is not null) known[(currency, date)] = rate;
            else errors.Add(ProcessErrors.RateMissing.With(("from", currency), ("to", limit), ("date", date)));
        }
        return Result.Validated(new LimitRates(limit, known), errors.Distinct().ToArray());
    }

    /// <summary>An amount of a day in the currency of the limit, rounded once.</summary>
    public async Task<Result<Money>> InLimitCurrencyAsync(
        Money amount, Currency limit, LocalDate on, CancellationToken cancellationToken) =>
        (await RatesAsync([(amount.Currency, on)], limit, cancellationToken).ConfigureAwait(false))
            .Map(known => known.Value(amount, on));

    /// <summary>
    /// Moves what a ledger decision did to open items into the buckets: what debit items lost is settled, what credit
    /// items gained is unapplied credit, and the other way round for what was taken back.
    /// </summary>
    /// <param name="chain">The account.</param>
    /// <param name="before">The touched items as they were; new items are not among them.</param>
    /// <param name="after">The ledger's decision.</param>
    /// <param name="rates">The rates of all items' dates.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public static void Follow(
        DecisionChain<CreditAccount, CreditEvent> chain, EquatableArray<OpenItem> before, LedgerDecision after,
        LimitRates rates, Actor by, Instant at) =>
        Follow(chain, before, after.Items.Select(i => i.State).ToArray(), rates, by, at);

    /// <summary>The same for the items of one customer among those that decisions touched.</summary>
    public static void Follow(
        DecisionChain<CreditAccount, CreditEvent> chain, EquatableArray<OpenItem> before, IReadOnlyList<OpenItem> after,
        LimitRates rates, Actor by, Instant at)
    {
        var none = Money.Zero(chain.State.Currency);
        var (debit, credit) = (none, none);
        foreach (var item in after)
        {
            if (IsRevenue(item)) continue;
            var index = before.FindIndex(b => b.Id == item.Id);
            var change = rates.Open(item) - (index < 0 ? none : rates.Open(before[index]));
            if (item.Amount.IsPositive) debit += change;
            else credit -= change;
        }
        if (debit.IsNegative)
        {
            var settled = rates.Within(-debit, chain.State.OpenReceivable);
            var used = rates.Within(Money.Min(Money.Max(-credit, none), settled), chain.State.UnappliedCredit);
            if (settled.IsPositive) chain.Then(a => a.RecordSettled(settled, used, by, at));
            credit += used;
        }
        else if (debit.IsPositive)
        {
            var restored = Money.Min(Money.Max(credit, none), debit);
            chain.Then(a => a.ReverseSettlement(debit, restored, by, at));
            credit -= restored;
        }
        if (credit.IsPositive) chain.Then(a => a.ReceiveUnapplied(credit, by, at));
        if (credit.IsNegative && rates.Within(-credit, chain.State.UnappliedCredit) is { IsPositive: true } withdrawn)
            chain.Then(a => a.WithdrawUnapplied(withdrawn, by, at));
    }

    /// <summary>
    /// Moves what a ledger decision did to credit items alone: for decisions whose debit items are exposure of a new document.
    /// </summary>
    public static void FollowCredits(
        DecisionChain<CreditAccount, CreditEvent> chain, EquatableArray<OpenItem> before, LedgerDecision after,
        LimitRates rates, Actor by, Instant at)
    {
        var change = Money.Zero(chain.State.Currency);
        foreach (var item in after.Items)
        {
            if (item.State.Amount.IsPositive || IsRevenue(item.State)) continue;
            var index = before.FindIndex(b => b.Id == item.State.Id);
            change -= rates.Open(item.State);
            if (index >= 0) change += rates.Open(before[index]);
        }
        if (change.IsPositive) chain.Then(a => a.ReceiveUnapplied(change, by, at));
        if (change.IsNegative && rates.Within(-change, chain.State.UnappliedCredit) is { IsPositive: true } withdrawn)
            chain.Then(a => a.WithdrawUnapplied(withdrawn, by, at));
    }

    // Contract liabilities and assets are about revenue; nobody owes them.
    private static bool IsRevenue(OpenItem item) => item.Kind is OpenItemKind.Deferral or OpenItemKind.ContractAsset;
}
