namespace OrderToCash.Receivables;

public sealed partial record NettingAccount
{
    /// <summary>Agrees on netting. Finds all <c>netting.incomplete</c> at once.</summary>
    public static Result<Decision<NettingAccount, NettingEvent>> Agree(NettingTerms terms, LocalDate on, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var findings = CheckTerms(terms);
        if (findings.Count > 0) return Result.Failure<Decision<NettingAccount, NettingEvent>>(findings);
        var agreed = new NettingAgreed { On = on, By = by, At = at, Terms = terms };
        return Decision.Born<NettingAccount, NettingEvent>(From(agreed), agreed);
    }

    /// <summary>
    /// What could be netted on a day: of both sides what is due, the oldest first, as much as both have. Refuses
    /// <c>netting.not-agreed</c>, <c>nothing-to-net</c>.
    /// </summary>
    /// <param name="items">The customer's items; those of others and in other currencies do no harm.</param>
    /// <param name="held">What of items is not to be netted: disputed, promised.</param>
    /// <param name="payables">What we owe, see <see cref="PayableItem.Amount"/>.</param>
    /// <param name="currency">The currency: each is netted by itself.</param>
    /// <param name="on">The day.</param>
    public Result<NettingProposal> Propose(IEnumerable<OpenItem> items, EquatableArray<DisputedPart> held,
        EquatableArray<PayableItem> payables, Currency currency, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (NotAgreed(on) is { } wrong) return Result.Failure<NettingProposal>(wrong);
        var (none, through) = (Money.Zero(currency), on.PlusDays(Terms.DaysAhead));
        var owed = items.Where(i => i.LegalEntity == Terms.LegalEntity && i.Customer == Terms.Customer && i.IsDebit
                && i.IsOfAccount && i.Amount.Currency == currency && i.DueDate <= through && i.OpenedOn <= on)
            .Select(i => new NettingReceivable
            {
                Item = i.Id, DocumentNumber = i.DocumentNumber, DueDate = i.DueDate,
                Amount = i.LeastOpenFrom(on) - Held(held, i.Id, none),
            }).Where(r => r.Amount.IsPositive).OrderBy(r => r.DueDate).ThenBy(r => r.Item).ToArray();
        var owing = payables.Where(p => p.Amount.Currency == currency && p.DueDate <= through)
            .Select(p => p with { Amount = p.Amount - Netted(p.Number, currency) }).Where(p => p.Amount.IsPositive)
            .OrderBy(p => p.DueDate).ThenBy(p => p.Number, StringComparer.Ordinal).ToArray();
        var amount = Money.Min(Money.Sum(owed.Select(r => r.Amount), currency), Money.Sum(owing.Select(p => p.Amount), currency));
        var minimum = Terms.MinimumIn(currency) ?? none;
        if (!amount.IsPositive || amount < minimum)
            return Result.Failure<NettingProposal>(NettingErrors.NothingToNet.With(
                ("amount", amount), ("currency", currency), ("minimum", minimum)));
        return Result.Success(new NettingProposal
        {
            On = on, Currency = currency,
            Receivables = Cut(owed, amount, r => r.Amount, (r, part) => r with { Amount = part }),
            Payables = Cut(owing, amount, p => p.Amount, (p, part) => p with { Amount = part }),
        });
    }

    /// <summary>
    /// Posts a netting (<see cref="Ledger.SetOff"/>). The same again changes nothing. Refuses <c>netting.already-posted</c>,
    /// <c>not-agreed</c>, <c>unbalanced</c>, <c>payable-used</c>, and what the ledger refuses.
    /// </summary>
    /// <param name="netting">Its id.</param>
    /// <param name="statement">Both sides.</param>
    /// <param name="items">The items it names.</param>
    /// <param name="payables">What we owe now, so that nothing is netted twice.</param>
    /// <param name="entry">The id of the entry.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<NettingStep> Post(NettingId netting, NettingProposal statement, EquatableArray<OpenItem> items,
        EquatableArray<PayableItem> payables, JournalEntryId entry, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (Nettings.FirstOrDefault(n => n.Id == netting) is { } known)
            return known.Statement == statement && known.UndoneOn is null
                ? Nothing()
                : Refuse(NettingErrors.AlreadyPosted.At("netting", ("netting", netting)));
        if (NotAgreed(statement.On) is { } wrong) return Refuse(wrong);
        if (netting.IsNone || !statement.IsBalanced) return Refuse(NettingErrors.Unbalanced.With(("netting", netting)));
        var findings = new List<DomainError>();
        for (var i = 0; i < statement.Payables.Count; i++)
        {
            var (number, amount) = (statement.Payables[i].Number, statement.Payables[i].Amount);
            var open = payables.FirstOrDefault(p => p.Number == number && p.Amount.Currency == statement.Currency)?.Amount
                ?? Money.Zero(statement.Currency);
            var left = open - Netted(number, statement.Currency);
            if (amount > left)
                findings.Add(NettingErrors.PayableUsed.At($"payables[{i}]",
                    ("number", number), ("left", left), ("amount", amount)));
        }
        if (findings.Count > 0) return Result.Failure<NettingStep>(findings);
        var posted = Ledger.SetOff(items, new()
        {
            Entry = entry, Date = statement.On, DocumentNumber = netting.Value,
            Parts = statement.Receivables.Select(r => new SettlementPart
            {
                Item = r.Item, Application = new(entry.Value), Amount = r.Amount,
            }).ToEquatableArray(),
        }, policy, by, at);
        return posted.Bind(p => Happened(new NettingPosted
        {
            On = statement.On, By = by, At = at, Netting = new() { Id = netting, Statement = statement, Entry = entry },
        }, p));
    }

    /// <summary>
    /// Undoes a netting by the mirror of its entry. Nothing happens when that was done. Refuses <c>netting.unknown</c>,
    /// <c>incomplete</c> without a reason, and what <see cref="Ledger.Reverse"/> refuses.
    /// </summary>
    /// <param name="netting">The netting.</param>
    /// <param name="items">The items it names.</param>
    /// <param name="posted">Its entry.</param>
    /// <param name="facts">The reversal.</param>
    /// <param name="reason">Why.</param>
    /// <param name="policy">The policy of the books.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<NettingStep> Undo(NettingId netting, EquatableArray<OpenItem> items, JournalEntry posted, ReversalFacts facts,
        string reason, LedgerPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(facts);
        if (Nettings.FirstOrDefault(n => n.Id == netting && n.Entry == posted.Id) is not { } known)
            return Refuse(NettingErrors.Unknown.At("netting", ("netting", netting)));
        if (known.UndoneOn is not null) return Nothing();
        if (string.IsNullOrWhiteSpace(reason)) return Refuse(NettingErrors.Incomplete.At("reason", ("what", "why")));
        return Ledger.Reverse(items, posted, facts, policy, by, at).Bind(p => Happened(new NettingUndone
        {
            On = facts.Date, By = by, At = at, Netting = netting, Reason = reason,
        }, p));
    }

    private DomainError? NotAgreed(LocalDate on) => on < Terms.From || on > Terms.To
        ? NettingErrors.NotAgreed.At("on", ("reference", Terms.Reference), ("date", on)) : null;

    private static Money Held(EquatableArray<DisputedPart> held, OpenItemId item, Money none)
    {
        var sum = none;
        foreach (var part in held)
            if (part.Item == item && part.Amount.Currency == none.Currency) sum += part.Amount;
        return sum;
    }

    // So many of the first as make the amount, the last one cut to fit.
    private static EquatableArray<T> Cut<T>(T[] sorted, Money amount, Func<T, Money> of, Func<T, Money, T> with)
    {
        var (taken, left) = (new List<T>(), amount);
        foreach (var one in sorted)
        {
            if (left.IsZero) break;
            var part = Money.Min(left, of(one));
            taken.Add(with(one, part));
            left -= part;
        }
        return taken.ToEquatableArray();
    }

    private static Result<NettingStep> Refuse(DomainError error) => Result.Failure<NettingStep>(error);

    private Result<NettingStep> Nothing() => Decision.Of<NettingAccount, NettingEvent>(this, static (s, e) => s.Apply(e))
        .Map(d => new NettingStep { Decision = d });

    private Result<NettingStep> Happened(NettingEvent e, LedgerDecision posting) =>
        Decision.Of(this, static (s, next) => s.Apply(next), e).Map(d => new NettingStep { Decision = d, Posting = posting });
}
