using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// Receivables that were assigned to a factor: what was advanced, what came in, what is kept back, what came back. What is with
/// the factor is his to remind and to match; where it was sold it is out of the books and of the customer's credit.
/// </summary>
public sealed partial record FactoringAssignment
{
    /// <summary>Its id.</summary>
    public required FactoringId Id { get; init; }

    /// <summary>What was agreed.</summary>
    public required FactoringFacts Facts { get; init; }

    /// <summary>The receivables.</summary>
    public required EquatableArray<FactoredLine> Lines { get; init; }

    /// <summary>The factor's account: above zero he owes us, below zero we owe him.</summary>
    public required FactorBalance Balance { get; init; }

    /// <summary>The day the advance was paid out; null before.</summary>
    public LocalDate? FundedOn { get; init; }

    /// <summary>What was released of the reserves, charges included.</summary>
    public required Money Released { get; init; }

    /// <summary>What we paid him: money passed on, advances of what came back.</summary>
    public required Money PaidToFactor { get; init; }

    /// <summary>What was assigned.</summary>
    [JsonIgnore]
    public Money Amount => Sum(l => l.Amount);

    /// <summary>
    /// What the factor may be asked for: what he owes beyond the reserves of what he has not collected; zero where we owe him.
    /// </summary>
    [JsonIgnore]
    public Money Releasable => Money.Max(Net, Money.Zero(Facts.Currency));

    /// <summary>True when nothing is with the factor any more and nobody owes anything.</summary>
    [JsonIgnore]
    public bool IsFinished => Lines.All(l => !l.IsWithFactor) && Balance.Document.IsZero;

    /// <summary>The line of an item; null when it was not assigned here.</summary>
    public FactoredLine? Line(OpenItemId item)
    {
        foreach (var line in Lines)
            if (line.Item == item) return line;
        return null;
    }

    /// <summary>The assignment that this first event makes.</summary>
    public static FactoringAssignment From(ReceivablesAssigned first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new()
        {
            Id = first.Assignment, Facts = first.Facts, Lines = first.Lines, Balance = first.Movement,
            Released = Money.Zero(first.Facts.Currency), PaidToFactor = Money.Zero(first.Facts.Currency),
        };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another one, is the first one, or is unknown.</exception>
    public FactoringAssignment Apply(FactoringEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Assignment != Id) throw new ArgumentException($"The event is about {e.Assignment}, not about {Id}.", nameof(e));
        var moved = this with { Balance = Balance.Plus(e.Movement) };
        return e switch
        {
            AssignmentFunded funded => moved with
            {
                FundedOn = funded.On, Lines = Lines.Select((l, i) => l with { Advance = funded.Advances[i] }).ToEquatableArray(),
            },
            FactoredItemCollected c => moved.With(c.Item, l => Collected(l, c, c.Amount)),
            FactoredMoneyPassedOn p => moved.With(p.Item, l => Collected(l, p, p.Amount, p.Payment, p.Application)),
            FactoredMoneyRecalled r => moved.With(r.Item, l => Recalled(l, r)),
            FactorPaid paid => moved with { PaidToFactor = PaidToFactor + paid.Amount },
            FactoringReserveReleased released => moved with { Released = Released + released.Amount },
            FactoredItemReturned back => moved.With(back.Item,
                l => l with { ReturnedOn = back.On, ReturnedBecause = back.Reason }),
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored one, as <see cref="FactoringErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone || Id != Facts.Assignment) Broken("id", "it has no id, or another one than its facts");
        if (Lines.IsEmpty) Broken("lines", "nothing is assigned");
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            if (line.Amount.Currency != Facts.Currency) Broken($"lines[{i}]", "it is in another currency");
            else if (!line.IsSound) Broken($"lines[{i}]", $"the amounts of {line.Item} contradict each other");
            if (line.Advance is null != FundedOn is null) Broken($"lines[{i}]", "it has an advance, or none, unlike the rest");
            if (line.Application.IsNone != (Facts.Terms.Treatment == FactoringTreatment.Borrowing))
                Broken($"lines[{i}]", "what was sold has an application, what is borrowed on has none");
        }
        if (Lines.DistinctBy(l => l.Item).Count() != Lines.Count) Broken("lines", "an item is assigned twice");
        if (Released.IsNegative || PaidToFactor.IsNegative || Balance.Document.Currency != Facts.Currency)
            Broken("balance", "the factor's account contradicts the assignment");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(FactoringErrors.StateBroken.At(target, ("assignment", Id), ("what", what)));
    }

    private Money Sum(Func<FactoredLine, Money> of) => Money.Sum(Lines.Select(of), Facts.Currency);

    private FactoringAssignment With(OpenItemId item, Func<FactoredLine, FactoredLine> change) =>
        this with { Lines = Lines.Select(l => l.Item == item ? change(l) : l).ToEquatableArray() };

    private static FactoredLine Collected(FactoredLine line, FactoringEvent e, Money amount, OpenItemId payment = default,
        ItemApplicationId application = default) => line with
        {
            Collections = line.Collections.Add(new()
            {
                Amount = amount, On = e.On, RecordedAt = e.At, Payment = payment, Application = application,
            }),
        };

    private static FactoredLine Recalled(FactoredLine line, FactoredMoneyRecalled e)
    {
        var passed = line.Collections.First(c => c.Application == e.Application && c.Amount.IsPositive);
        return Collected(line, e, -passed.Amount, passed.Payment, passed.Application);
    }
}
