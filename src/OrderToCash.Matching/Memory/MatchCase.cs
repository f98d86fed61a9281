namespace OrderToCash.Matching;

/// <summary>
/// What was said and decided about one payment: how it came, what people confirmed and rejected, what was learned from it. What
/// was rejected is never proposed for this payment again, and what was learned is taken back with its application.
/// </summary>
public sealed partial record MatchCase
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The payment as the bank brought it.</summary>
    public required IncomingPayment Incoming { get; init; }

    /// <summary>What was learned, in order; taken back ones included.</summary>
    public EquatableArray<LearnedMatch> Learned { get; init; }

    /// <summary>The items a person said it is not for, in order of their ids.</summary>
    public EquatableArray<OpenItemId> Rejected { get; init; }

    /// <summary>The payment to be matched again: the same, without what was rejected.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IncomingPayment Again => Incoming with { Rejected = Rejected };

    /// <summary>The case after its first event.</summary>
    public static MatchCase From(MatchCaseOpened first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { LegalEntity = first.LegalEntity, Incoming = first.Incoming };
    }

    /// <summary>The case with an event applied.</summary>
    /// <exception cref="ArgumentException">The event is of another payment, opens it again, or is of no known sort.</exception>
    public MatchCase Apply(MatchCaseEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Payment != Incoming.Id) throw new ArgumentException($"An event of {e.Payment} met {Incoming.Id}.", nameof(e));
        return e switch
        {
            MatchLearned learned => this with
            {
                Learned = Learned.Add(new() { Customer = learned.Customer, Items = learned.Items, Source = learned.Source }),
                Rejected = learned.Source == MatchSource.Human ? Without(learned.Items) : Rejected,
            },
            MatchRejected rejected => this with { Rejected = Rejected.Union(rejected.Items).Order().ToEquatableArray() },
            MatchTakenBack back => this with { Learned = TakenBack(back) },
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored case, as <see cref="MemoryErrors.StateBroken"/>; empty when it is sound.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        for (var i = 1; i < Rejected.Count; i++)
            if (Rejected[i - 1].CompareTo(Rejected[i]) >= 0) Broken($"rejected[{i}]", "out of order, or there twice");
        for (var i = 0; i < Learned.Count; i++)
        {
            if (Learned[i].Items.IsEmpty) Broken($"learned[{i}]", "it was for nothing");
            if (Learned[i] is { IsTakenBack: false, Source: MatchSource.Human } live && live.Items.Any(Rejected.Contains))
                Broken($"learned[{i}]", "confirmed and rejected");
        }
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(MemoryErrors.StateBroken.At(target, ("state", $"case of payment {Incoming.Id}"), ("what", what)));
    }

    private EquatableArray<OpenItemId> Without(EquatableArray<OpenItemId> items) =>
        Rejected.Where(i => !items.Contains(i)).ToEquatableArray();

    private EquatableArray<LearnedMatch> TakenBack(MatchTakenBack back)
    {
        var at = Learned.FindIndex(l => !l.IsTakenBack && l.Items.Contains(back.Item));
        return at >= 0
            ? Learned.SetItem(at, Learned[at] with { IsTakenBack = true })
            : throw new ArgumentException($"Nothing live of {Incoming.Id} was for {back.Item}.", nameof(back));
    }
}
