namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>
    /// Takes a whole entry back: the lines are its mirror, and everything it did to the items given is undone. What it opened
    /// must not be used by another entry.
    /// </summary>
    internal void Mirror(JournalEntry reversed, JournalEntryId reversedBy = default)
    {
        if (!reversed.Reverses.IsNone)
            Refuse(LedgerErrors.ReversalOfReversal.At("reversed", ("entry", reversed.Id), ("reversed", reversed.Reverses)));
        if (date < reversed.Date)
            Refuse(LedgerErrors.DateBeforeEntry.At("date", ("date", date), ("entry", reversed.Id), ("on", reversed.Date)));
        foreach (var id in reversed.Lines.Where(line => line.Item is not null).Select(line => line.Item!.Value).Distinct())
            Find(id, "items");
        if (IsRefused) return;
        SpanCustomers();
        reverses = reversed.Id;
        var moved = items.Values.OrderBy(t => t.Item.Id).Where(t => IsOf(t.Item, reversed.Id)).ToArray();
        if (moved.Length == 0 && reversed.Event != JournalEvents.BankChargeBooked)
            Refuse(LedgerErrors.NothingToDo.At("items"));
        if (!reversedBy.IsNone)
            Refuse(LedgerErrors.EntryReversed.At("reversed", ("entry", reversed.Id), ("item", reversed.SourceDocument)));
        foreach (var touched in moved)
            if (Find(touched.Item.Id, "items") is not null) Undo(touched, reversed);
        if (IsRefused) return;
        foreach (var line in reversed.Mirror()) lines.Add(line);
        CheckMirror(reversed, moved);
        CheckOtherItems(reversed, moved);
    }

    private static bool IsOf(OpenItem item, JournalEntryId id) => item.Entry == id
        || item.Applications.Any(a => a.Entry == id) || item.Revaluations.Any(r => r.Entry == id)
        || item.Recoveries.Any(r => r.Entry == id);

    private void Undo(Touched touched, JournalEntry reversed)
    {
        var item = touched.Item;
        var applications = item.Applications.Where(a => a.Entry == reversed.Id).ToArray();
        var revaluation = item.Revaluations.FindIndex(r => r.Entry == reversed.Id);
        var recovery = item.Recoveries.FindIndex(r => r.Entry == reversed.Id);
        if (applications.Any(a => !a.IsLive) || (revaluation >= 0 && !item.Revaluations[revaluation].IsLive)
            || (recovery >= 0 && !item.Recoveries[recovery].IsLive))
        {
            Refuse(LedgerErrors.EntryReversed.At("reversed", ("entry", reversed.Id), ("item", item.Id)));
            return;
        }
        foreach (var application in applications)
        {
            CheckLowers(touched, application);
            if (!application.Counterpart.IsNone) Find(application.Counterpart, "items");
        }
        if (IsRefused) return;
        if (applications.Length > 0) Reverse(touched, applications, new());
        if (revaluation >= 0) UndoRevaluation(touched, item.Revaluations[revaluation]);
        if (recovery >= 0)
            touched.Happened(new OpenItemRecoveryReversed
            {
                Item = item.Id, Entry = entry, By = by, At = at, Recovery = reversed.Id, On = date,
            }, date);
        if (item.Entry == reversed.Id) Unopen(touched, reversed);
        List(touched);
    }

    // A revaluation that stays until settlement can be taken back only while nothing of the item was settled since.
    private void UndoRevaluation(Touched touched, Revaluation revaluation)
    {
        var item = touched.Item;
        if (revaluation.StaysUntilSettled
            && item.Applications.Any(a =>
                a.IsLive && a.Kind != ApplicationKind.Accrual && a.RecordedAt >= revaluation.RecordedAt))
        {
            Refuse(LedgerErrors.UsedSince.At("reversed",
                ("item", item.Id), ("entry", revaluation.Entry),
                ("left", touched.OpenAdjustment), ("amount", revaluation.Adjustment)));
            return;
        }
        touched.Happened(new OpenItemRevaluationReversed
        {
            Item = item.Id, Entry = entry, By = by, At = at, Revaluation = revaluation.Entry, On = date,
        }, date);
    }

    private void Unopen(Touched touched, JournalEntry reversed)
    {
        var item = touched.Item;
        if (touched.Least != item.Amount || touched.Open != item.Amount || item.Revaluations.Any(r => r.IsLive))
        {
            Refuse(LedgerErrors.UsedSince.At("reversed",
                ("item", item.Id), ("entry", reversed.Id), ("left", touched.Least.Abs()), ("amount", item.Amount.Abs())));
            return;
        }
        var kind = item.IsDebit || item.Receipt.IsEmpty ? ApplicationKind.Reversal : ApplicationKind.Return;
        touched.Settle(Made(new(entry.Value), default, item.Amount, item.FunctionalAmount) with
        {
            Kind = kind, ExigibleTax = item.PendingTax is null ? [] : item.TaxShares, ExigibleFunctional = item.PendingTax,
        });
    }

    // What an entry took back itself stays back: those items moved by it without anything on them that is its own.
    private void CheckOtherItems(JournalEntry reversed, Touched[] moved)
    {
        foreach (var line in reversed.Lines)
        {
            if (line.Item is not { } id || moved.Any(t => t.Item.Id == id)) continue;
            var undone = items[id].Item.Applications.FirstOrDefault(a => a.ReversedRecordedAt == reversed.RecordedAt);
            Refuse(LedgerErrors.ReversalOfReversal.At("reversed",
                ("entry", reversed.Id), ("reversed", undone?.Entry ?? default)));
        }
    }

    // The items must move as the mirror says: else not all of them were given.
    private void CheckMirror(JournalEntry reversed, Touched[] moved)
    {
        foreach (var touched in moved)
        {
            var posted = Money.Zero(touched.Item.Amount.Currency);
            foreach (var line in reversed.Lines)
                if (line.Item == touched.Item.Id) posted -= line.SignedDocument;
            if (touched.Open - touched.Before.Open != posted)
                Refuse(LedgerErrors.UsedSince.At("reversed", ("item", touched.Item.Id), ("entry", reversed.Id),
                    ("left", touched.Before.Open.Abs()), ("amount", posted.Abs())));
        }
        var adjusted = reversed.Balance(AccountRole.FxAdjustment);
        var undone = Money.Sum(moved.SelectMany(t => t.Before.Revaluations)
            .Where(r => r.Entry == reversed.Id).Select(r => r.Adjustment), policy.FunctionalCurrency);
        if (reversed.Event == JournalEvents.FxRevalued && adjusted != undone)
            Refuse(LedgerErrors.UsedSince.At("reversed",
                ("item", "items"), ("entry", reversed.Id), ("left", undone), ("amount", adjusted)));
    }
}
