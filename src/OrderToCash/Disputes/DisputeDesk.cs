using System.Globalization;
using OrderToCash.Receivables;
using OrderToCash.Tax;

namespace OrderToCash;

/// <summary>
/// Takes claims, lets facts or people decide them, and ends them. Each command commits the case, what all cases of the customer
/// keep apart, and what it posts together.
/// </summary>
public sealed class DisputeDesk(IBooks books, ILegalEntities legalEntities, IExchangeRates rates, IClock clock,
    IAuthorizationPolicy? authorization = null, ITaxRates? taxRates = null)
{
    private readonly CommandRunner runner = new(books, authorization);
    private readonly DisputeWork work = new(books, legalEntities, new(new(books, rates)), new(books, authorization));

    /// <summary>Opens a case. Refuses what <see cref="DisputeCase.Open"/> refuses, and <c>process.already-exists</c>.</summary>
    public ValueTask<Result<DisputeCase>> OpenAsync(OpenDispute command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Dispute(command.Facts.Dispute), async () =>
        {
            var parts = command.Facts.Parts;
            var loaded = await work.BeginAsync(command.Facts.Dispute, parts.Select(p => p.Item), cancellationToken)
                .ConfigureAwait(false);
            return loaded.Bind(begun => DisputeCase.Open(command.Facts, begun.States, begun.Account.State.Parts(),
                    begun.Seller.Disputes, begun.Seller.Calendar, command.By, clock.GetCurrentInstant())
                .Bind(decision => Finish(command, begun, decision, 0, [], [])));
        }, cancellationToken);

    /// <summary>
    /// Makes a deduction an item of its own, with a case about it. Refuses what <see cref="Ledger.OpenDeduction"/> and
    /// <see cref="DisputeCase.Open"/> refuse; what is disputed already can't be deducted.
    /// </summary>
    public ValueTask<Result<DisputeCase>> CaptureDeductionAsync(
        CaptureDeduction command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Dispute(command.Dispute), async () =>
        {
            var loaded = await work.BeginAsync(command.Dispute, command.Of, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DisputeCase>(loaded.Errors);
            var (begun, at) = (loaded.Value, clock.GetCurrentInstant());
            var item = new OpenItemId(DerivedId.Of($"DED-{command.Dispute}"));
            var ledger = Ledger.OpenDeduction(begun.States, new()
            {
                Entry = EntryOf(command), Of = command.Of, Item = item, Application = new(DerivedId.Of($"{item}<deducted")),
                Date = command.On, Amount = command.Amount, DocumentNumber = command.CustomerReference,
            }, begun.Seller.Ledger, command.By, at);
            return await AboutNewAsync(command, begun, ledger, item, new()
            {
                Dispute = command.Dispute, Reason = command.Reason, Parts = [], On = command.On, Text = command.Text,
                CustomerReference = command.CustomerReference, Evidence = PaymentOf(command.Payment),
            }, at, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>
    /// Books that card money was taken back, with a case about it. Chargebacks of one payment are numbered: two at the same
    /// moment meet. Refuses what <see cref="Ledger"/> refuses for chargebacks, <c>process.not-found</c>.
    /// </summary>
    public ValueTask<Result<DisputeCase>> BookChargebackAsync(
        BookChargeback command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Dispute(command.Dispute), async () =>
        {
            var payment = CashAllocation.ItemOf(command.Payment);
            var loaded = await work.BeginAsync(command.Dispute, [payment], cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DisputeCase>(loaded.Errors);
            var (begun, at, earlier) = (loaded.Value, clock.GetCurrentInstant(), new List<Stored<OpenItem>>());
            var item = ChargebackOf(command.Payment, 1);
            while (await books.LoadAsync<OpenItem>(Streams.OpenItem(item), cancellationToken).ConfigureAwait(false) is { } known)
            {
                if (SoundItems.Check(known.State) is { IsEmpty: false } broken) return CommandRunner.Refuse<DisputeCase>(broken);
                earlier.Add(known);
                item = ChargebackOf(command.Payment, earlier.Count + 1);
            }
            var paid = begun.Items[0].State;
            var ledger = Ledger.ReceiveChargeback(earlier.Select(i => i.State).ToEquatableArray(), paid, new()
            {
                Entry = EntryOf(command), Item = item, Customer = paid.Customer, DocumentNumber = command.Number,
                Date = command.On, Amount = command.Amount, Fee = command.Fee,
            }, begun.Seller.Ledger, command.By, at);
            return await AboutNewAsync(command, begun, ledger, item, new()
            {
                Dispute = command.Dispute, Reason = DisputeReason.Chargeback, Parts = [], On = command.On,
                Text = command.NetworkReason, CustomerReference = command.Number, Evidence = PaymentOf(command.Payment),
            }, at, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Begins to look into a case. Refuses what <see cref="DisputeCase.Investigate"/> refuses.</summary>
    public ValueTask<Result<DisputeCase>> InvestigateAsync(
        InvestigateDispute command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Dispute, (chain, at) =>
        {
            if (!command.Owner.IsNone) chain.Then(c => c.Assign(command.Owner, command.On, command.By, at));
            chain.Then(c => c.Investigate(command.On, command.By, at));
        }, cancellationToken);

    /// <summary>Adds a paper. Refuses what <see cref="DisputeCase.AddEvidence"/> refuses.</summary>
    public ValueTask<Result<DisputeCase>> AddEvidenceAsync(
        AddDisputeEvidence command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Dispute,
            (chain, at) => chain.Then(c => c.AddEvidence(command.Evidence, command.On, command.By, at)), cancellationToken);

    /// <summary>Records a decision of a person. Refuses what <see cref="DisputeCase.Decide"/> refuses.</summary>
    public ValueTask<Result<DisputeCase>> DecideAsync(DecideDispute command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Dispute,
            (chain, at) => chain.Then(c => c.Decide(command.Valid, command.Explanation, command.On, command.By, at)),
            cancellationToken);

    /// <summary>Records an answer. Refuses what <see cref="DisputeCase.RecordAnswer"/> refuses.</summary>
    public ValueTask<Result<DisputeCase>> AnswerAsync(AnswerDispute command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Dispute,
            (chain, at) => chain.Then(c => c.RecordAnswer(command.Reference, command.On, command.By, at)), cancellationToken);

    /// <summary>Takes a claim back for the customer. Refuses what <see cref="DisputeCase.Withdraw"/> refuses.</summary>
    public ValueTask<Result<DisputeCase>> WithdrawAsync(WithdrawDispute command, CancellationToken cancellationToken = default) =>
        ChangeAsync(command, command.Dispute,
            (chain, at) => chain.Then(c => c.Withdraw(command.Reason, command.On, command.By, at)), cancellationToken);

    /// <summary>
    /// What the books know about an invoice: quantities, prices, returns and credits of its lines, freight billed and ordered,
    /// tax billed and due by the orders' facts, and whether an earlier invoice bills the same. What the books can't tell stays
    /// null; what only the host knows - promises, payments elsewhere - it adds. Refuses <c>process.not-found</c>.
    /// </summary>
    public async ValueTask<Result<TriageFacts>> FactsAsync(InvoiceId invoice, CancellationToken cancellationToken = default) =>
        await new TriageReading(books, new(books, legalEntities, taxRates ?? BuiltInTaxRates.Table))
            .ReadAsync(invoice, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Lets the facts decide. Refuses what <see cref="AutomaticDecision"/> and <see cref="DisputeAccount.Grant"/> refuse: then
    /// the case is left to people, as it was.
    /// </summary>
    public ValueTask<Result<DisputeCase>> TriageAsync(TriageDispute command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Dispute(command.Dispute), async () =>
        {
            var loaded = await work.LoadAsync(command.Dispute, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DisputeCase>(loaded.Errors);
            var (begun, at) = (loaded.Value, clock.GetCurrentInstant());
            var claim = begun.Case!.State;
            var triage = DisputeTriage.Assess(claim, command.Facts);
            return AutomaticDecision.Of(claim, triage, begun.Seller.Disputes).Bind(granted =>
            {
                begun.Account.Then(a => a.Grant(new()
                {
                    Dispute = claim.Id, Round = claim.EarlierRounds.Count, Amount = granted, On = command.On,
                }, begun.Seller.Disputes, command.By, at));
                return claim.Decide(claim.Share(granted), triage.Explanation, command.On, command.By, at);
            }).Bind(decision => Finish(
                command, begun, decision, begun.Case.Version, [], [], decision.State.ValidAmount));
        }, cancellationToken);

    /// <summary>
    /// Ends a part: applies the credit, writes off, or takes a chargeback's money back, and records it. Refuses what
    /// <see cref="DisputeCase.Resolve"/> and the ledger refuse.
    /// </summary>
    public ValueTask<Result<DisputeCase>> ResolveAsync(ResolveDispute command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Dispute(command.Dispute), async () =>
        {
            var loaded = await work.LoadAsync(command.Dispute, cancellationToken, command.Item, command.Credit)
                .ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DisputeCase>(loaded.Errors);
            var (begun, at, entry) = (loaded.Value, clock.GetCurrentInstant(), EntryOf(command));
            var decision = begun.Case!.State.Resolve(new()
            {
                Item = command.Item, Kind = command.Kind, Amount = command.Amount, On = command.On,
                Reference = command.Reference.Length > 0 ? command.Reference : entry.Value,
            }, command.By, at);
            if (!decision.IsSuccess) return CommandRunner.Refuse<DisputeCase>(decision.Errors);
            if (decision.Value.Events.IsEmpty || DisputeWork.Posting(command, entry, begun, at) is not { } ledger)
                return Finish(command, begun, decision.Value, begun.Case.Version, [], [], command.Amount);
            var posted = await work.PostAsync(begun, ledger, command.By, at, cancellationToken).ConfigureAwait(false);
            return posted.Bind(p => Finish(
                command, begun, decision.Value, begun.Case.Version, p.Changes, p.Entries, command.Amount));
        }, cancellationToken);

    /// <summary>Opens a case again. Refuses what <see cref="DisputeCase.Reopen"/> refuses.</summary>
    public ValueTask<Result<DisputeCase>> ReopenAsync(ReopenDispute command, CancellationToken cancellationToken = default) =>
        runner.RunAsync(command, Streams.Dispute(command.Dispute), async () =>
        {
            var loaded = await work.LoadAsync(command.Dispute, cancellationToken).ConfigureAwait(false);
            return loaded.Bind(begun => begun.Case!.State.Reopen(command.Reason, begun.States,
                    begun.Account.State.Parts(butOf: command.Dispute), begun.Seller.Disputes, begun.Seller.Calendar, command.On,
                    command.By, clock.GetCurrentInstant())
                .Bind(decision => Finish(command, begun, decision, begun.Case.Version, [], [])));
        }, cancellationToken);

    /// <summary>
    /// The answer that fits where a case stands; nothing is written. Refuses <c>process.not-found</c> and what
    /// <see cref="DisputeAnswerWriter"/> refuses.
    /// </summary>
    public async ValueTask<Result<DisputeAnswer>> PrepareAnswerAsync(
        DisputeId dispute, string language, DisputeTexts texts, CancellationToken cancellationToken = default)
    {
        var loaded = await work.LoadAsync(dispute, cancellationToken).ConfigureAwait(false);
        return loaded.Bind(begun => DisputeAnswerWriter.Write(begun.Case!.State, begun.Seller.Party.Name, language, texts));
    }

    private async Task<Result<Preparation<DisputeCase>>> AboutNewAsync(Command command, DisputeWork.Begun begun,
        Result<LedgerDecision> ledger, OpenItemId item, DisputeFacts facts, Instant at, CancellationToken cancellationToken)
    {
        var posted = await work.PostAsync(begun, ledger, command.By, at, cancellationToken).ConfigureAwait(false);
        if (!posted.IsSuccess) return CommandRunner.Refuse<DisputeCase>(posted.Errors);
        var about = ledger.Value.Item(item)!;
        // What is deducted must not be what another case keeps apart already.
        foreach (var touched in ledger.Value.Items)
        {
            var disputed = DisputeEffects.DisputedOf(touched.State.Amount, touched.State.Id, begun.Account.State.Parts());
            if (touched.State.Id != item && disputed > touched.State.Open && touched.State.IsDebit)
                return CommandRunner.Refuse<DisputeCase>(DisputeErrors.MoreThanOpen.At("amount",
                    ("amount", about.Amount), ("open", touched.State.Open + about.Amount - disputed),
                    ("item", touched.State.Id)));
        }
        return DisputeCase.Open(facts with { Parts = [new() { Item = item, Amount = about.Open }] }, [about], [],
                begun.Seller.Disputes, begun.Seller.Calendar, command.By, at)
            .Bind(decision => Finish(command, begun, decision, 0, posted.Value.Changes, posted.Value.Entries));
    }

    private ValueTask<Result<DisputeCase>> ChangeAsync(Command command, DisputeId dispute,
        Action<DecisionChain<DisputeCase, DisputeEvent>, Instant> decide, CancellationToken cancellationToken) =>
        runner.RunAsync(command, Streams.Dispute(dispute), async () =>
        {
            var loaded = await work.LoadAsync(dispute, cancellationToken).ConfigureAwait(false);
            if (!loaded.IsSuccess) return CommandRunner.Refuse<DisputeCase>(loaded.Errors);
            var begun = loaded.Value;
            var chain = new DecisionChain<DisputeCase, DisputeEvent>(begun.Case!.State, begun.Case.Version);
            decide(chain, clock.GetCurrentInstant());
            return chain.Errors.Count > 0
                ? CommandRunner.Refuse<DisputeCase>(chain.Errors)
                : Finish(command, begun, chain.State, [.. chain.Changes(Streams.Dispute(dispute))], [],
                    begun.Case.State.IsUndecided && chain.State.Finding is not null ? chain.State.ValidAmount : null);
        }, cancellationToken);

    private Result<Preparation<DisputeCase>> Finish(Command command, DisputeWork.Begun begun,
        Decision<DisputeCase, DisputeEvent> decision, long version, IReadOnlyList<StreamChange> changes,
        IReadOnlyList<JournalEntry> entries, Money? amount = null) =>
        Finish(command, begun, decision.State,
            [.. CommandRunner.Changes(Streams.Dispute(decision.State.Id), version, decision), .. changes], entries,
            amount ?? (decision.Events.IsEmpty ? null : decision.State.Disputed));

    private Result<Preparation<DisputeCase>> Finish(Command command, DisputeWork.Begun begun, DisputeCase state,
        IReadOnlyList<StreamChange> changes, IReadOnlyList<JournalEntry> entries, Money? amount)
    {
        begun.Account.Then(a => a.Follow(state, command.By, clock.GetCurrentInstant()));
        if (begun.Account.Errors.Count > 0) return CommandRunner.Refuse<DisputeCase>(begun.Account.Errors);
        var account = begun.Account.Changes(Streams.DisputeAccount(state.LegalEntity, state.Customer));
        return Result.Success(CommandRunner.Decided(new Prepared<DisputeCase>(state, [.. changes, .. account])
        {
            Entries = entries, Amount = amount,
        }));
    }

    private static OpenItemId ChargebackOf(PaymentId payment, int number) =>
        new(DerivedId.Of(string.Create(CultureInfo.InvariantCulture, $"CB-{payment}-{number}")));

    private static EquatableArray<DisputeEvidence> PaymentOf(PaymentId payment) => payment.IsNone
        ? []
        : [new() { Reference = payment.Value, Description = "payment" }];

    private static JournalEntryId EntryOf(Command command) => new(DerivedId.Of($"J-{command.Id}"));
}
