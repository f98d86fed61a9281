using OrderToCash.Credit;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Several ledger decisions on one customer's items in one commit, with the customer's credit in step. Amounts of the batch are
/// in the currency of its items.
/// </summary>
internal sealed class LedgerBatch
{
    private readonly LedgerChain ledger;
    private readonly DecisionChain<CreditAccount, CreditEvent>? credit;
    private readonly StreamId account;
    private readonly LimitRates? known;
    private readonly (Actor By, Instant At) who;

    private LedgerBatch(LedgerChain ledger, DecisionChain<CreditAccount, CreditEvent>? credit, StreamId account,
        LimitRates? known, (Actor, Instant) who) =>
        (this.ledger, this.credit, this.account, this.known, this.who) = (ledger, credit, account, known, who);

    /// <summary>What was refused.</summary>
    public IReadOnlyList<DomainError> Errors => [.. ledger.Errors, .. credit?.Errors ?? []];

    /// <summary>The entries, in order.</summary>
    public IReadOnlyList<JournalEntry> Entries => ledger.Entries;

    /// <summary>An item as the decisions so far left it.</summary>
    public OpenItem Item(OpenItemId id) => ledger.Item(id);

    /// <summary>Items as the decisions so far left them.</summary>
    public EquatableArray<OpenItem> Items(params IEnumerable<OpenItemId> ids) => ledger.Items(ids);

    /// <summary>A batch over items as they are stored.</summary>
    /// <param name="books">The store.</param>
    /// <param name="rates">Rates of the limit's currency.</param>
    /// <param name="seller">Whose books.</param>
    /// <param name="customer">Whose items; the account for unidentified money has no credit.</param>
    /// <param name="items">The items.</param>
    /// <param name="news">Currencies and days of items that the batch will open.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task<Result<LedgerBatch>> LoadAsync(IBooks books, IExchangeRates rates, LegalEntity seller,
        CustomerId customer, IReadOnlyCollection<Stored<OpenItem>> items, IEnumerable<(Currency Currency, LocalDate On)> news,
        Actor by, Instant at, CancellationToken cancellationToken)
    {
        if (customer == seller.UnidentifiedPayer)
            return Result.Success(new LedgerBatch(new(items), null, default, null, (by, at)));
        var documents = items.Select(i => (i.State.Amount.Currency, i.State.DocumentDate)).Concat(news).ToArray();
        var streams = new CreditStreams(books, rates);
        var currency = documents.Length == 0 ? seller.FunctionalCurrency : documents[0].Currency;
        var chain = await streams.LoadAsync(seller.Id, customer, currency, by, at, cancellationToken).ConfigureAwait(false);
        var known = await streams.RatesAsync(documents, chain.State.Currency, cancellationToken).ConfigureAwait(false);
        return known.Map(k => new LedgerBatch(new(items), chain, Streams.Credit(seller.Id, customer), k, (by, at)));
    }

    /// <summary>Takes one more decision; after a refusal nothing more is decided.</summary>
    public LedgerBatch Then(Func<Result<LedgerDecision>> decide)
    {
        if (credit is { Errors.Count: > 0 }) return this;
        ledger.Then(decide, (before, decision) =>
        {
            if (credit is not null) CreditStreams.Follow(credit, before, decision, known!, who.By, who.At);
        });
        return this;
    }

    /// <summary>The changes of items and credit, beside those given.</summary>
    public IReadOnlyList<StreamChange> Changes(params IEnumerable<StreamChange> beside) =>
        [.. beside, .. ledger.Changes(), .. credit?.Changes(account) ?? []];

    /// <summary>The answer of a desk: refused, or what to write.</summary>
    public Result<Preparation<TState>> Finish<TState>(TState answer, IEnumerable<StreamChange> beside, Money? amount) =>
        Errors.Count > 0
            ? CommandRunner.Refuse<TState>(Errors)
            : Result.Success(CommandRunner.Decided(new Prepared<TState>(answer, Changes(beside))
            {
                Entries = Entries, Amount = amount,
            }));
}
