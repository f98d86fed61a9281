namespace OrderToCash.Receivables;

public sealed partial record OpenItem
{
    /// <summary>The item after its first event.</summary>
    public static OpenItem From(OpenItemOpened first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return first.Opened;
    }

    /// <summary>The item with an event applied.</summary>
    /// <exception cref="ArgumentException">The event is of another item, opens an item again, or is of no known sort.</exception>
    public OpenItem Apply(OpenItemEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Item != Id) throw new ArgumentException($"An event of {e.Item} met item {Id}.", nameof(e));
        return e switch
        {
            OpenItemApplied applied => this with { Applications = Applications.AddRange(applied.Applications) },
            OpenItemUnapplied unapplied => this with { Applications = Reversed(unapplied) },
            OpenItemRevalued revalued => this with { Revaluations = Revaluations.Add(revalued.Revaluation) },
            OpenItemRevaluationReversed reversed => this with { Revaluations = Reversed(reversed) },
            OpenItemRecovered recovered => this with { Recoveries = Recoveries.Add(recovered.Recovery) },
            OpenItemRecoveryReversed reversed => this with { Recoveries = Reversed(reversed) },
            OpenItemPledged pledged => this with { Pledge = pledged.Pledge },
            OpenItemReleased => this with { Pledge = null },
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored item, codes of <see cref="OpenItemErrors"/>; empty when it is sound.</summary>
    public EquatableArray<DomainError> Check() => IsSurelySound() ? [] : CheckAll();

    // All findings, without the short way.
    internal EquatableArray<DomainError> CheckAll()
    {
        var findings = new List<DomainError>();
        if (Amount.IsZero) findings.Add(OpenItemErrors.NoAmount.At("amount", ("item", Id)));
        if (FunctionalAmount.Sign * Amount.Sign < 0)
            findings.Add(OpenItemErrors.SignsDiffer.At("functionalAmount",
                ("item", Id), ("amount", Amount), ("functional", FunctionalAmount)));
        if (IsDebit != IsOwedKind(Kind) && !Amount.IsZero)
            findings.Add(OpenItemErrors.WrongSide.At("amount", ("item", Id), ("kind", Kind), ("amount", Amount)));
        CheckApplications(findings);
        if (BrokenPart() is { } what) findings.Add(OpenItemErrors.PartsBroken.At("item", ("item", Id), ("what", what)));
        if (findings.Count == 0 && !AddsUp())
            findings.Add(OpenItemErrors.PartsBroken.At("item",
                ("item", Id), ("what", "its amounts are too large to be added up")));
        if (findings.Count == 0) CheckOpen(findings);
        return findings.ToEquatableArray();
    }

    private void CheckApplications(List<DomainError> findings)
    {
        var seen = Applications.Count > FewApplications ? new HashSet<ItemApplicationId>(Applications.Count) : null;
        for (var i = 0; i < Applications.Count; i++)
        {
            var isFirst = seen?.Add(Applications[i].Id) ?? IsFirst(i);
            if (!isFirst || !IsSound(Applications[i])) CheckApplication(i, isFirst, findings);
        }
    }

    private void CheckApplication(int index, bool isFirst, List<DomainError> findings)
    {
        var (application, target) = (Applications[index], $"applications[{index}]");
        if (!isFirst)
            findings.Add(OpenItemErrors.ApplicationTwice.At(target, ("item", Id), ("application", application.Id)));
        if (application.Amount.Currency != Amount.Currency
            || application.FunctionalAmount.Currency != FunctionalAmount.Currency)
            findings.Add(OpenItemErrors.ApplicationCurrency.At(target,
                ("item", Id), ("application", application.Id), ("amount", application.Amount)));
        var side = application.Kind == ApplicationKind.Accrual ? -Amount.Sign : Amount.Sign;
        if (application.Amount.Sign != side || application.FunctionalAmount.Sign * side < 0)
            findings.Add(OpenItemErrors.ApplicationSide.At(target,
                ("item", Id), ("application", application.Id), ("amount", application.Amount)));
        if (application.On < OpenedOn || application.ReversedOn < application.On)
            findings.Add(OpenItemErrors.ApplicationDates.At(target,
                ("item", Id), ("application", application.Id), ("on", application.On)));
    }

    private const int FewApplications = 16;

    private bool IsFirst(int index)
    {
        for (var i = 0; i < index; i++)
            if (Applications[i].Id == Applications[index].Id) return false;
        return true;
    }

    // True only where nothing is found below.
    private bool IsSound(Application application)
    {
        var side = application.Kind == ApplicationKind.Accrual ? -Amount.Sign : Amount.Sign;
        return application.Amount.Currency == Amount.Currency
            && application.FunctionalAmount.Currency == FunctionalAmount.Currency
            && application.Amount.Sign == side && application.FunctionalAmount.Sign * side >= 0
            && application.On >= OpenedOn && !(application.ReversedOn < application.On);
    }

    private void CheckOpen(List<DomainError> findings)
    {
        if (LowestOpenEver() < 0 || OpenFunctional.Sign * Amount.Sign < 0)
            findings.Add(OpenItemErrors.CrossesZero.At("applications", ("item", Id), ("amount", Amount), ("open", Open)));
        if (Open.IsZero && !OpenFunctional.IsZero)
            findings.Add(OpenItemErrors.CarryingLeft.At("applications", ("item", Id), ("functional", OpenFunctional)));
        if (Open.IsZero && !OpenAdjustment.IsZero)
            findings.Add(OpenItemErrors.RevaluationLeft.At("revaluations", ("item", Id), ("adjustment", OpenAdjustment)));
        if (Pledge is { } pledge && (pledge.Outstanding.Currency != Amount.Currency || pledge.Outstanding.IsNegative
            || !IsDebit || pledge.Outstanding > Open))
            findings.Add(OpenItemErrors.PledgedTooMuch.At("pledge",
                ("item", Id), ("assignment", pledge.Assignment), ("pledged", pledge.Outstanding), ("open", Open)));
        if (Recovered > WrittenOff)
            findings.Add(OpenItemErrors.RecoveredTooMuch.At("recoveries",
                ("item", Id), ("recovered", Recovered), ("writtenOff", WrittenOff)));
    }

    // With the item's sign taken out of it: below zero when the item crossed zero on some business date.
    private long LowestOpenEver()
    {
        // While nothing was taken back and nothing raised it, it only falls: the end is the lowest.
        if (IsFalling()) return Open.MinorUnits * Amount.Sign;
        var changes = new List<(LocalDate Date, long Minor)>();
        foreach (var application in Applications)
        {
            var minor = application.Amount.MinorUnits * Amount.Sign;
            changes.Add((application.On, -minor));
            if (application.ReversedOn is { } reversed) changes.Add((reversed, minor));
        }
        changes.Sort(static (a, b) => a.Date.CompareTo(b.Date));
        var (open, lowest) = (Math.Abs(Amount.MinorUnits), long.MaxValue);
        for (var i = 0; i < changes.Count; i++)
        {
            open += changes[i].Minor;
            if (i + 1 == changes.Count || changes[i + 1].Date != changes[i].Date) lowest = Math.Min(lowest, open);
        }
        return Math.Min(lowest, open);
    }

    private bool IsFalling()
    {
        foreach (var application in Applications)
            if (!application.IsLive || application.Kind == ApplicationKind.Accrual) return false;
        return true;
    }

    private EquatableArray<Revaluation> Reversed(OpenItemRevaluationReversed e)
    {
        var index = Revaluations.FindIndex(r => r.Entry == e.Revaluation && r.IsLive);
        return index >= 0
            ? Revaluations.SetItem(index, Revaluations[index] with { ReversedOn = e.On, ReversedRecordedAt = e.At })
            : throw new ArgumentException($"Item {Id} has no live revaluation {e.Revaluation}.", nameof(e));
    }

    private EquatableArray<Recovery> Reversed(OpenItemRecoveryReversed e)
    {
        var index = Recoveries.FindIndex(r => r.Entry == e.Recovery && r.IsLive);
        return index >= 0
            ? Recoveries.SetItem(index, Recoveries[index] with { ReversedOn = e.On, ReversedRecordedAt = e.At })
            : throw new ArgumentException($"Item {Id} has no live recovery {e.Recovery}.", nameof(e));
    }

    private EquatableArray<Application> Reversed(OpenItemUnapplied e)
    {
        var ids = e.Applications.ToHashSet();
        var next = Applications.AsSpan().ToArray();
        for (var i = 0; i < next.Length; i++)
            if (ids.Remove(next[i].Id)) next[i] = next[i] with { ReversedOn = e.On, ReversedRecordedAt = e.At };
        return ids.Count == 0
            ? [.. next]
            : throw new ArgumentException($"Item {Id} has no application {ids.First()}.", nameof(e));
    }
}
