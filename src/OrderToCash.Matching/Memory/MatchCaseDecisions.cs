namespace OrderToCash.Matching;

public sealed partial record MatchCase
{
    /// <summary>Money came in: its case begins.</summary>
    public static Result<Decision<MatchCase, MatchCaseEvent>> Open(
        LegalEntityId legalEntity, IncomingPayment incoming, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        var opened = new MatchCaseOpened
        {
            Payment = incoming.Id, By = by, At = at, LegalEntity = legalEntity, Incoming = incoming,
        };
        return Decision.Born<MatchCase, MatchCaseEvent>(From(opened), opened);
    }

    /// <summary>
    /// A person says what the payment is for; it lifts an earlier rejection of the items. Refuses
    /// <c>match-memory.not-a-person</c>, <c>nothing-chosen</c>.
    /// </summary>
    /// <param name="settled">The items with their customers.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    public Result<Decision<MatchCase, MatchCaseEvent>> Confirm(
        EquatableArray<SettledItem> settled, Actor by, Instant at)
    {
        if (by.IsAutomatic) return Refuse(MemoryErrors.NotAPerson.At("by", ("actor", by)));
        return settled.IsEmpty
            ? Refuse(MemoryErrors.NothingChosen.At("allocations", ("payment", Incoming.Id)))
            : Happened([.. Learn(settled, MatchSource.Human, by, at)]);
    }

    /// <summary>
    /// The payment named its items itself and paid them exactly (<see cref="IsProof"/>); nothing happens for items a person
    /// rejected.
    /// </summary>
    /// <param name="settled">The items with their customers.</param>
    /// <param name="by">Who applied it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<MatchCase, MatchCaseEvent>> See(
        EquatableArray<SettledItem> settled, Actor by, Instant at) =>
        Happened([.. Learn(settled.Where(s => !Rejected.Contains(s.Item)), MatchSource.Automatic, by, at)]);

    /// <summary>
    /// A person says what the payment is not for. Nothing happens when all of it was said. Refuses
    /// <c>match-memory.not-a-person</c>, <c>nothing-chosen</c>, <c>still-confirmed</c>.
    /// </summary>
    public Result<Decision<MatchCase, MatchCaseEvent>> Reject(
        EquatableArray<OpenItemId> items, string reason, Actor by, Instant at)
    {
        if (by.IsAutomatic) return Refuse(MemoryErrors.NotAPerson.At("by", ("actor", by)));
        if (items.IsEmpty) return Refuse(MemoryErrors.NothingChosen.At("items", ("payment", Incoming.Id)));
        foreach (var item in items)
            if (IsLive(item))
                return Refuse(MemoryErrors.StillConfirmed.At("items", ("item", item), ("payment", Incoming.Id)));
        var fresh = items.Where(i => !Rejected.Contains(i)).Distinct().Order().ToEquatableArray();
        return fresh.IsEmpty
            ? Happened()
            : Happened(new MatchRejected { Payment = Incoming.Id, By = by, At = at, Items = fresh, Reason = reason });
    }

    /// <summary>
    /// The application on an item was taken back. Nothing happens where nothing was learned from it, or it was taken back.
    /// </summary>
    public Result<Decision<MatchCase, MatchCaseEvent>> TakeBack(OpenItemId item, Actor by, Instant at)
    {
        foreach (var learned in Learned)
            if (!learned.IsTakenBack && learned.Items.Contains(item))
                return Happened(new MatchTakenBack
                {
                    Payment = Incoming.Id, By = by, At = at, Item = item, Customer = learned.Customer,
                });
        return Happened();
    }

    /// <summary>
    /// True when a decision of the engine proves who pays from an account: the payment named each of its items by a reference, a
    /// claim or a whole number, and paid them exactly. What an amount or a known payer decided proves nothing: else the engine
    /// would teach itself.
    /// </summary>
    public static bool IsProof(MatchDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Outcome != MatchOutcome.Full || decision.Allocations.IsEmpty) return false;
        foreach (var allocation in decision.Allocations)
            if (!decision.Evidence.Any(e => e.Item == allocation.Item && e.Kind is EvidenceKind.StructuredReference
                or EvidenceKind.Claim or EvidenceKind.DocumentNumber or EvidenceKind.OtherNumber))
                return false;
        return true;
    }

    private bool IsLive(OpenItemId item) => Learned.Any(l => !l.IsTakenBack && l.Items.Contains(item));

    private IEnumerable<MatchCaseEvent> Learn(
        IEnumerable<SettledItem> settled, MatchSource source, Actor by, Instant at) => settled
        .GroupBy(s => s.Customer, s => s.Item).OrderBy(g => g.Key)
        .Select(g => new MatchLearned
        {
            Payment = Incoming.Id, By = by, At = at, Customer = g.Key, Items = g.Distinct().Order().ToEquatableArray(),
            Source = source,
        });

    private static Result<Decision<MatchCase, MatchCaseEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<MatchCase, MatchCaseEvent>>(error);

    private Result<Decision<MatchCase, MatchCaseEvent>> Happened(params ReadOnlySpan<MatchCaseEvent> events) =>
        Decision.Of(this, static (s, e) => s.Apply(e), events);
}
