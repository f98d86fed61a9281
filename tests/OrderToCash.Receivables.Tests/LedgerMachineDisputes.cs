namespace OrderToCash.Receivables.Tests;

/// <summary>The disputes of the machine: cases and promises on the same items that the ledger's commands move.</summary>
internal sealed class LedgerMachineDisputes(Books books)
{
    private static readonly DisputePolicy Policy = DisputePolicy.Standard;
    private readonly Dictionary<DisputeId, List<DisputeEvent>> streams = [];

    internal Dictionary<DisputeId, DisputeCase> Cases { get; } = [];

    internal IReadOnlyDictionary<DisputeId, List<DisputeEvent>> Streams => streams;

    internal DisputeAccount Account { get; private set; } = DisputeAccount.Empty(Books.Entity, Books.Customer);

    /// <summary>What was promised: the host keeps it, with both dates.</summary>
    internal List<(OpenItemId Item, Money Amount, LocalDate On, Instant At)> Promises { get; } = [];

    internal Result<LedgerDecision> Open(OpenItem item, Money amount, int number, LocalDate on) => Follow(DisputeCase.Open(new()
    {
        Dispute = new($"D-{number}"), Reason = DisputeReason.PriceDiffers, On = on, Parts = [new() { Item = item.Id, Amount = amount }],
    }, books.All, Account.Parts(), Policy, BusinessCalendar.Weekends, Books.Clerk, books.Now));

    internal Result<LedgerDecision> Decide(Step step, LocalDate on) => Pick(step) is not { } one ? None()
        : Follow(one.Decide(step.Second % 4 == 0 ? [] : one.Parts.Select(p => p with
        {
            Amount = step.Second % 4 == 1 ? p.Amount : Money.FromMinorUnits(step.Amount, p.Amount.Currency),
        }).ToEquatableArray(), "looked at", on, Books.Clerk, books.Now));

    internal Result<LedgerDecision> Investigate(Step step, LocalDate on) => Pick(step) is not { } one ? None()
        : Follow(one.Investigate(on, Books.Clerk, books.Now));

    internal Result<LedgerDecision> Withdraw(Step step, LocalDate on) => Pick(step) is not { } one ? None()
        : Follow(one.Withdraw("never mind", on, Books.Clerk, books.Now));

    internal Result<LedgerDecision> Reopen(Step step, LocalDate on) => Pick(step) is not { } one ? None()
        : Follow(one.Reopen("news", books.All, Account.Parts(one.Id), Policy, BusinessCalendar.Weekends, on, Books.Clerk, books.Now));

    // A part found valid is credited in the ledger first, and the case learns of it: neither happens without the other.
    internal Result<LedgerDecision> Settle(Step step, string application, LocalDate on)
    {
        if (Pick(step) is not { } one) return None();
        var part = one.Parts[0];
        var kind = (DisputeResolutionKind)(step.Amount % 4 < 0 ? 0 : step.Amount % 4);
        var left = one.LeftOf(part.Item, kind);
        var amount = left.IsPositive && step.Second % 3 != 0 ? left : Money.FromMinorUnits(step.Amount, part.Amount.Currency);
        var resolution = new DisputeResolution { Item = part.Item, Kind = kind, Amount = amount, Reference = application, On = on };
        var settled = one.Resolve(resolution, Books.Clerk, books.Now);
        if (!settled.IsSuccess || kind is DisputeResolutionKind.ChargedToCustomer or DisputeResolutionKind.Recovered) return Follow(settled);
        var item = books.Items[part.Item];
        var posted = kind == DisputeResolutionKind.WrittenOff
            ? Ledger.WriteOffBadDebt(item, books.Part(item.Id.Value, application, on, amount), books.Policy, Books.Clerk, books.Now)
            : Ledger.IssueCreditNote(books.All, new()
            {
                Entry = books.NextEntry(), Item = new("CN-" + application), LegalEntity = Books.Entity, Customer = Books.Customer,
                DocumentNumber = "CN", DocumentDate = on, Rate = item.Rate ?? LedgerMachine.Rate(amount.Currency, step.Second),
                Postings = [new() { Account = AccountRole.SalesReturns, Amount = amount }],
            }, [Books.Request(application, "CN-" + application, item.Id.Value, amount)], books.Policy, Books.Clerk, books.Now);
        var committed = books.Commit(posted);
        if (committed.IsSuccess) Follow(settled);
        return committed;
    }

    internal Result<LedgerDecision> Promise(OpenItem item, Money amount, LocalDate on)
    {
        if (amount.IsNegative) return None();
        Promises.Add((item.Id, amount, on, books.Now));
        return Nothing;
    }

    /// <summary>What stands apart on a day, by what was known at a moment.</summary>
    internal IEnumerable<AgingParts> PartsOn(LocalDate day, Instant? knownAt) =>
        DisputeEffects.Withheld(Cases.Values, day, knownAt).Select(p => new AgingParts { Item = p.Item, Disputed = p.Amount })
            .Concat(Promises.Where(p => p.On <= day && (knownAt is null || p.At <= knownAt))
                .Select(p => new AgingParts { Item = p.Item, Promised = p.Amount }));

    private Result<LedgerDecision> Follow(Result<Decision<DisputeCase, DisputeEvent>> result)
    {
        if (!result.IsSuccess) return Result.Failure<LedgerDecision>(result.Errors);
        var next = result.Value.State;
        if (!streams.TryGetValue(next.Id, out var stream)) streams[next.Id] = stream = [];
        stream.AddRange(result.Value.Events);
        Cases[next.Id] = next;
        Account = Account.Follow(next, Books.Clerk, books.Now).Value.State;
        return Nothing;
    }

    private DisputeCase? Pick(Step step) => Cases.Count == 0 ? null : Cases.Values.ElementAt(step.First % Cases.Count);

    private static Result<LedgerDecision> Nothing => Result.Success(new LedgerDecision { Items = [], Entries = [] });

    private static Result<LedgerDecision> None() => Result.Failure<LedgerDecision>(DisputeErrors.NoParts.At("dispute"));
}
