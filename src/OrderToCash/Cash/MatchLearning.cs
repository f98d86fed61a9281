using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>What a command teaches, as changes of its own commit: the case of the payment, and the memory of its payer.</summary>
internal sealed class MatchLearning(IBooks books, LegalEntity seller, Actor by, Instant at)
{
    private readonly SortedDictionary<PayerKey, DecisionChain<PayerMemory, PayerMemoryEvent>> memories = [];
    private DecisionChain<MatchCase, MatchCaseEvent>? chain;

    /// <summary>What was refused.</summary>
    public List<DomainError> Errors { get; } = [];

    /// <summary>The case as the decisions so far left it; null when it was not asked for, or there is none.</summary>
    public MatchCase? Case => chain?.State;

    /// <summary>Finds the case of a payment, or begins it.</summary>
    public async Task OpenAsync(IncomingPayment incoming, CancellationToken cancellationToken)
    {
        if (await FindAsync(incoming.Id, cancellationToken).ConfigureAwait(false)) return;
        var opened = MatchCase.Open(seller.Id, incoming, by, at).Value;
        chain = new(opened.State, 0, opened.Events);
    }

    /// <summary>Finds the case of a payment, or begins one that knows no more than the open item.</summary>
    public Task OpenAsync(PaymentId payment, OpenItem item, CancellationToken cancellationToken) =>
        OpenAsync(new() { Id = payment, Amount = -item.Amount, ReceivedOn = item.DocumentDate }, cancellationToken);

    /// <summary>Learns from items that were settled; from nobody, nothing.</summary>
    public async Task LearnAsync(
        EquatableArray<SettledItem> settled, MatchSource? source, CancellationToken cancellationToken)
    {
        if (source is null || (source == MatchSource.Automatic && seller.Matching.Memory.AutomaticPoints == 0)) return;
        var before = chain!.State.Learned.Count;
        Take(chain.Then(c => source == MatchSource.Human ? c.Confirm(settled, by, at) : c.See(settled, by, at)));
        foreach (var learned in chain.State.Learned.Skip(before))
            await RememberAsync(learned.Customer, source.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A person said whose the money is.</summary>
    public async Task RememberAsync(CustomerId customer, MatchSource source, CancellationToken cancellationToken)
    {
        var payment = chain!.State.Incoming.Id;
        foreach (var key in KeysFor(customer))
            Take((await MemoryAsync(key, cancellationToken).ConfigureAwait(false)).Then(m => source == MatchSource.Human
                ? m.Confirm(customer, payment, by, at) : m.See(customer, payment, by, at)));
    }

    /// <summary>The application of a payment on an item was taken back: what was learned from it is, too.</summary>
    public async Task TakeBackAsync(PaymentId payment, OpenItemId item, CancellationToken cancellationToken)
    {
        if (!await FindAsync(payment, cancellationToken).ConfigureAwait(false)) return;
        var learned = chain!.State.Learned.FirstOrDefault(l => !l.IsTakenBack && l.Items.Contains(item));
        if (learned is null) return;
        Take(chain.Then(c => c.TakeBack(item, by, at)));
        foreach (var key in KeysFor(learned.Customer))
        {
            var memory = await MemoryAsync(key, cancellationToken).ConfigureAwait(false);
            if (memory.State.Of(learned.Customer) is { } paid && paid.Reversed < paid.Human + paid.Automatic)
                Take(memory.Then(m => m.TakeBack(learned.Customer, payment, by, at)));
        }
    }

    /// <summary>The bank took the payment back: what was learned from it counts no more.</summary>
    public async Task WithdrawAsync(PaymentId payment, CancellationToken cancellationToken)
    {
        if (!await FindAsync(payment, cancellationToken).ConfigureAwait(false)) return;
        foreach (var learned in chain!.State.Learned.Where(l => !l.IsTakenBack).ToArray())
        {
            Take(chain.Then(c => c.TakeBack(learned.Items[0], by, at)));
            foreach (var key in KeysFor(learned.Customer))
            {
                var memory = await MemoryAsync(key, cancellationToken).ConfigureAwait(false);
                if (memory.State.Of(learned.Customer) is { } paid && paid.Reversed < paid.Human + paid.Automatic
                    && (learned.Source == MatchSource.Human ? paid.Human : paid.Automatic) > 0)
                    Take(memory.Then(m => m.Withdraw(learned.Customer, learned.Source, payment, by, at)));
            }
        }
    }

    /// <summary>A person said what the payment is not for, and whom its payer does not pay for.</summary>
    public async Task RejectAsync(RejectMatch command, CancellationToken cancellationToken)
    {
        if (!command.Items.IsEmpty || command.Customers.IsEmpty)
            Take(chain!.Then(c => c.Reject(command.Items, command.Reason, by, at)));
        if (command.Customers.IsEmpty) return;
        foreach (var key in PayerKey.Of(chain!.State.Incoming))
            foreach (var customer in command.Customers)
                Take((await MemoryAsync(key, cancellationToken).ConfigureAwait(false))
                    .Then(m => m.Reject(customer, command.Payment, command.Reason, by, at)));
    }

    /// <summary>What is to be committed.</summary>
    public IEnumerable<StreamChange> Changes() => memories
        .SelectMany(m => m.Value.Changes(Streams.PayerMemory(seller.Id, m.Key)))
        .Concat(chain?.Changes(Streams.MatchCase(chain.State.Incoming.Id)) ?? []);

    // Money at the number of a customer is his whoever sent it: that says nothing of the sender, not even when a person confirms
    // it. That it is another customer's all the same does.
    private EquatableArray<PayerKey> KeysFor(CustomerId customer) =>
        chain!.State.Incoming.ReceivingCustomers.Contains(customer) ? [] : PayerKey.Of(chain.State.Incoming);

    private async Task<bool> FindAsync(PaymentId payment, CancellationToken cancellationToken)
    {
        var stored = await books.LoadAsync<MatchCase>(Streams.MatchCase(payment), cancellationToken).ConfigureAwait(false);
        if (stored is null) return false;
        Take(stored.State.Check(), Streams.MatchCase(payment));
        chain = new(stored.State, stored.Version);
        return true;
    }

    private async Task<DecisionChain<PayerMemory, PayerMemoryEvent>> MemoryAsync(
        PayerKey key, CancellationToken cancellationToken)
    {
        if (memories.TryGetValue(key, out var known)) return known;
        var stream = Streams.PayerMemory(seller.Id, key);
        var stored = await books.LoadAsync<PayerMemory>(stream, cancellationToken).ConfigureAwait(false);
        if (stored is not null) Take(stored.State.Check(), stream);
        return memories[key] = stored is null ? new(PayerMemory.Nothing(seller.Id, key), 0) : new(stored.State, stored.Version);
    }

    private void Take<TState, TEvent>(DecisionChain<TState, TEvent> decided) where TState : class where TEvent : class
    {
        Errors.AddRange(decided.Errors);
        decided.Errors.Clear();
    }

    private void Take(EquatableArray<DomainError> findings, StreamId stream) => Errors.AddRange(findings.Select(f =>
        ProcessErrors.Corrupt.At(f.Target, ("stream", stream), ("finding", f.Message))));
}
