using OrderToCash.Receivables;

namespace OrderToCash.Collections;

/// <summary>One customer in one legal entity and currency while a plan is made.</summary>
internal sealed class DunningAccount(DunningPolicy policy, LocalDate asOf, OpenItem first)
{
    private readonly List<DunningLetterLine> lines = [];
    private readonly List<DunningLetterCredit> credits = [];
    private Money due = Money.Zero(first.Amount.Currency);
    private Money credit = Money.Zero(first.Amount.Currency);
    private int highest = -1;

    /// <summary>Puts an item on the letter, among the credits, or on the list of those not dunned.</summary>
    internal void Add(OpenItem item, DunnedItem? before, DunningStops stops, List<NotDunned> notDunned)
    {
        var open = item.Open;
        if (open.IsZero)
        {
            notDunned.Add(Not(item, open, NotDunnedReason.Settled));
            return;
        }
        if (open.IsNegative || !IsAskedFor(item.Kind))
        {
            AddCredit(item, open);
            notDunned.Add(Not(item, open, NotDunnedReason.Credit));
            return;
        }
        var part = stops.Part(item.Customer, item.Id);
        var withheld = part?.Amount is { } amount
            ? Money.Min(Money.Max(amount, Money.Zero(open.Currency)), open)
            : Money.Zero(open.Currency);
        if ((stops.Whole(item.Customer, item.Id) ?? (withheld == open ? part : null)) is { } stop)
        {
            notDunned.Add(Not(item, open, NotDunnedReason.Stopped, stop.Until?.PlusDays(1)) with { Stop = stop });
            return;
        }
        var level = NextLevel(item, before, out var reason, out var nextOn);
        var overdue = Days(item) > 0;
        if (level < 0) notDunned.Add(Not(item, open, reason, nextOn));
        else AddLine(item, open - withheld, withheld, before, level);
        if (overdue || level >= 0) due += open - withheld;
    }

    /// <summary>The letter; null when there are no lines, or when credits or the minimum keep it back.</summary>
    internal DunningLetter? Close(List<NotDunned> notDunned)
    {
        if (lines.Count == 0) return null;
        var level = policy.Levels[highest];
        var asked = Money.Sum(lines.Select(l => l.Amount), credit.Currency);
        if (policy.CreditsSuppress && credit >= due) return KeptBack(NotDunnedReason.CoveredByCredits, notDunned);
        var counted = policy.CreditsSuppress ? Money.Min(asked, due - credit) : asked;
        if (counted < level.MinimumIn(credit.Currency)) return KeptBack(NotDunnedReason.BelowMinimum, notDunned);
        lines.Sort(ByDueDate);
        credits.Sort((a, b) => a.DocumentDate.CompareTo(b.DocumentDate) is not 0 and var c ? c : a.Item.CompareTo(b.Item));
        // Credits go to what was asked for before this letter first: only what is left of them lowers what it asks for.
        var shown = policy.CreditsSuppress ? After(due - asked) : credits.ToEquatableArray();
        return new()
        {
            LegalEntity = first.LegalEntity, Customer = first.Customer, Policy = policy.Name, PolicyVersion = policy.Version,
            Level = level.Number, TextKey = level.TextKey, Channel = level.Channel, AsOf = asOf,
            Lines = lines.ToEquatableArray(), Credits = shown,
            AmountDue = asked, CreditTotal = Money.Sum(shown.Select(c => c.Amount), credit.Currency),
            Fee = level.FeeIn(credit.Currency),
        };
    }

    private EquatableArray<DunningLetterCredit> After(Money used)
    {
        var left = new List<DunningLetterCredit>();
        foreach (var one in credits)
        {
            var part = Money.Min(one.Amount, Money.Max(used, Money.Zero(credit.Currency)));
            used -= part;
            if (part < one.Amount) left.Add(one with { Amount = one.Amount - part });
        }
        return left.ToEquatableArray();
    }

    private void AddCredit(OpenItem item, Money open)
    {
        if (!open.IsNegative) return;
        credit -= open;
        credits.Add(new()
        {
            Item = item.Id, DocumentNumber = item.DocumentNumber, DocumentDate = item.DocumentDate, Amount = -open,
        });
    }

    private void AddLine(OpenItem item, Money amount, Money withheld, DunnedItem? before, int level)
    {
        highest = Math.Max(highest, level);
        lines.Add(new()
        {
            Item = item.Id, DocumentNumber = item.DocumentNumber, Instalment = item.Instalment,
            PaymentReference = item.PaymentReference,
            DocumentDate = item.DocumentDate, DueDate = item.DueDate, DaysOverdue = Days(item), Original = item.Amount,
            Amount = amount, Withheld = withheld, PreviousLevel = before?.CurrentLevel, Level = policy.Levels[level].Number,
            Cycle = before is null ? 1 : before.CuredOn is null ? before.Cycle : before.Cycle + 1,
        });
    }

    /// <summary>The index of the level to reach now, or -1 with the reason.</summary>
    private int NextLevel(OpenItem item, DunnedItem? before, out NotDunnedReason reason, out LocalDate? nextOn)
    {
        (reason, nextOn) = (NotDunnedReason.LastLevelReached, null);
        var days = Days(item);
        var next = 0;
        if (before?.CurrentLevel is { } current)
            while (next < policy.Levels.Count && policy.Levels[next].Number <= current) next++;
        while (next < policy.Levels.Count && policy.Levels[next].IsCourtesy && days > 0) next++;
        if (next == policy.Levels.Count) return -1;
        if (policy.Levels[next].TriggerDays > days)
        {
            (reason, nextOn) = (NotDunnedReason.NotYetTriggered, item.DueDate.PlusDays(policy.Levels[next].TriggerDays));
            return -1;
        }
        if (policy.MayJumpLevels)
            while (next + 1 < policy.Levels.Count && policy.Levels[next + 1].TriggerDays <= days) next++;
        if (before?.CurrentLevel is null) return next;
        var earliest = before.ReachedOn.PlusDays(policy.Levels[next].MinimumDaysAfterPrevious);
        if (asOf >= earliest) return next;
        (reason, nextOn) = (NotDunnedReason.TooSoon, earliest);
        return -1;
    }

    private DunningLetter? KeptBack(NotDunnedReason reason, List<NotDunned> notDunned)
    {
        foreach (var line in lines)
            notDunned.Add(new()
            {
                Item = line.Item, Customer = first.Customer, Open = line.Amount + line.Withheld, Reason = reason,
            });
        return null;
    }

    // What a customer kept back or took back without right is asked for like the invoice it comes from.
    private static bool IsAskedFor(OpenItemKind kind) =>
        kind is OpenItemKind.Invoice or OpenItemKind.Deduction or OpenItemKind.Chargeback;

    private int Days(OpenItem item) => Period.DaysBetween(item.DueDate, asOf);

    private static NotDunned Not(OpenItem item, Money open, NotDunnedReason reason, LocalDate? nextOn = null) =>
        new() { Item = item.Id, Customer = item.Customer, Open = open, Reason = reason, NextOn = nextOn };

    private static int ByDueDate(DunningLetterLine a, DunningLetterLine b)
    {
        if (a.DueDate.CompareTo(b.DueDate) is not 0 and var byDate) return byDate;
        return string.CompareOrdinal(a.DocumentNumber, b.DocumentNumber) is not 0 and var byNumber
            ? byNumber
            : a.Item.CompareTo(b.Item);
    }
}
