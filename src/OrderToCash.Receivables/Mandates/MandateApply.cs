namespace OrderToCash.Receivables;

public sealed partial record DirectDebitMandate
{
    /// <summary>The mandate that this first event makes.</summary>
    public static DirectDebitMandate From(MandateSigned first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { Id = first.Mandate, Facts = first.Facts, Status = MandateStatus.Signed };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another mandate, is the first one, or is unknown.</exception>
    public DirectDebitMandate Apply(MandateEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Mandate != Id) throw new ArgumentException($"The event is about {e.Mandate}, not about {Id}.", nameof(e));
        return e switch
        {
            MandateActivated => this with { Status = MandateStatus.Active, Reason = "" },
            MandateSuspended suspended => this with { Status = MandateStatus.Suspended, Reason = suspended.Reason },
            MandateRevoked revoked => this with { Status = MandateStatus.Revoked, Reason = revoked.Reason },
            MandateLapsed => this with { Status = MandateStatus.Lapsed, Reason = "" },
            MandateAmended amended => this with { Facts = amended.Facts, Amendment = amended.Amendment },
            CollectionPresented presented => Presented(presented.Collection),
            CollectionSent sent => With(sent.EndToEndId, c => c with { Message = sent.Message, Batch = sent.Batch }),
            CollectionSettled settled => With(settled.EndToEndId, c => c with
            {
                Status = CollectionStatus.Settled, StatusOn = settled.On,
            }),
            CollectionFailed failed => Failed(failed),
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored mandate, as <see cref="MandateErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone || Facts.Mandate.IsNone) Broken("id", "it has no reference");
        if (Facts.Debtor.Iban.IsNone) Broken("facts.debtor", "it has no account");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Collections.Count; i++)
        {
            var (collection, target) = (Collections[i], $"collections[{i}]");
            if (!seen.Add(collection.EndToEndId)) Broken(target, "its reference is there twice");
            if (!collection.Amount.IsPositive) Broken(target, "its amount is not above zero");
            if (collection.IsOnItsWay != collection.StatusOn is null) Broken(target, "only what is over has a day of it");
            if (collection.Message.Length > 0 != collection.Batch.Length > 0) Broken(target, "a batch is in a message");
            if (collection.DueOn < Facts.SignedOn) Broken(target, "it is before the signature");
        }
        var lasts = Collections.Where(c => IsLast(c) && c.Status != CollectionStatus.Rejected).ToArray();
        if (Facts.IsOneOff && lasts.Count(c => c.RetryOf.Length == 0) > 1)
            Broken("collections", "a mandate for one collection has two");
        if (Status == MandateStatus.Completed && lasts.Length == 0) Broken("status", "nothing completed it");
        if ((Status is MandateStatus.Suspended or MandateStatus.Revoked) != Reason.Length > 0)
            Broken("reason", "it is there when it is suspended or revoked");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(MandateErrors.StateBroken.At(target, ("mandate", Id), ("what", what)));
    }

    private DirectDebitMandate Presented(MandateCollection collection) => this with
    {
        Collections = Collections.Add(collection), Amendment = null,
        Status = IsLast(collection) ? MandateStatus.Completed : Status,
    };

    // A last collection that the bank never took on has not used the mandate up.
    private DirectDebitMandate Failed(CollectionFailed failed)
    {
        var changed = With(failed.EndToEndId, c => c with
        {
            Status = failed.IsReject ? CollectionStatus.Rejected : CollectionStatus.Returned,
            Reason = failed.Reason, StatusOn = failed.On,
        });
        return failed.IsReject && Status == MandateStatus.Completed
            && !changed.Collections.Any(c => IsLast(c) && c.Status != CollectionStatus.Rejected)
            ? changed with { Status = MandateStatus.Active }
            : changed;
    }

    private static bool IsLast(MandateCollection collection) =>
        collection.Sequence is CollectionSequence.OneOff or CollectionSequence.Final;

    private DirectDebitMandate With(string endToEndId, Func<MandateCollection, MandateCollection> change)
    {
        var at = IndexOf(endToEndId);
        return at >= 0
            ? this with { Collections = Collections.SetItem(at, change(Collections[at])) }
            : throw new ArgumentException($"Mandate {Id} has no collection {endToEndId}.", nameof(endToEndId));
    }
}
