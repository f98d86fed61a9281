namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>
    /// What another document takes over of an item, without sign; of a deposit with the tax that was paid on it.
    /// </summary>
    internal sealed record TakenOver(Money Amount, Money Functional, IReadOnlyList<(AccountRole Role, TaxShare Share)> Taxes);

    /// <summary>All that is open on an item goes into another document, which posts the other side.</summary>
    internal TakenOver? TakeOver(OpenItemId id, OpenItemKind kind, OpenItemId counterpart, string target)
    {
        if (Find(id, target) is not { } touched) return null;
        if (touched.Item.Kind != kind)
        {
            Refuse(WrongKind(touched));
            return null;
        }
        var application = new ItemApplicationId(entry.Value);
        if (Settled(new() { Entry = entry, Item = id, Application = application, Date = date }) is not { } settled) return null;
        var value = Carrying(touched, settled.Amount).Value;
        // All of it goes: so all that is left of its tax.
        var shares = touched.Item.IsTaxedDeposit ? touched.Item.TaxSharesLeft : [];
        Close(touched, application, ApplicationKind.Transfer, settled.Amount, new(), lines, counterpart, shares);
        return new(settled.Amount, value, [.. WithRoles(touched.Item, shares)]);
    }

    /// <summary>Credits a whole invoice as its entry says.</summary>
    internal void CreditWhole(JournalEntry invoice, WholeCreditFacts facts)
    {
        if (!invoice.Reverses.IsNone)
            Refuse(LedgerErrors.ReversalOfReversal.At("invoice", ("entry", invoice.Id), ("reversed", invoice.Reverses)));
        if (date < invoice.Date)
            Refuse(LedgerErrors.DateBeforeEntry.At("date", ("date", date), ("entry", invoice.Id), ("on", invoice.Date)));
        foreach (var line in invoice.Lines)
            if (line.Item is { } id) Find(id, "items");
        if (IsRefused) return;
        var owed = items.Values
            .Where(t => t.Item.Entry == invoice.Id && t.Item.Kind == OpenItemKind.Invoice)
            .OrderBy(t => t.Item.Instalment).ThenBy(t => t.Item.Id).ToArray();
        if (owed.Length == 0)
        {
            Refuse(LedgerErrors.NothingToDo.At("invoice"));
            return;
        }
        foreach (var line in invoice.Lines)
            if (line.Item is { } id && items[id] is { Item.Kind: not OpenItemKind.Invoice } other)
                GiveBack(other, line, invoice, facts);
            else if (line.Item is null) lines.Add(CreditLine(line));
        if (IsRefused) return;
        Open(WholeCredit(owed, facts), "item");
        foreach (var touched in owed)
        {
            var amount = touched.Least;
            var id = owed.Length == 1 ? facts.Application
                : new(FormattableString.Invariant($"{facts.Application}/{touched.Item.Instalment}"));
            if (amount.IsPositive && !IsRefused)
                Apply(new() { Id = id, Credit = facts.Item, Debit = touched.Item.Id, Amount = amount }, "items");
        }
    }

    // Settling makes tax on cash receipts due; so the credit takes it from where it is then.
    private static JournalLine CreditLine(JournalLine line)
    {
        var mirror = line.Mirror();
        return line.Account == AccountRole.PendingOutputTax ? mirror with { Account = AccountRole.OutputTax } : mirror;
    }

    // What the invoice opened beside the debt goes as far as it is open, the rest of it became revenue; what it used is open
    // again.
    private void GiveBack(Touched touched, JournalLine line, JournalEntry invoice, WholeCreditFacts facts)
    {
        if (touched.Item.Entry != invoice.Id)
        {
            var used = touched.Item.Applications.Where(a => a.Entry == invoice.Id).ToArray();
            if (used.Length == 0 || used.Any(a => !a.IsLive))
                Refuse(LedgerErrors.EntryReversed.At("invoice", ("entry", invoice.Id), ("item", touched.Item.Id)));
            else
            {
                Reverse(touched, used, new());
                lines.Add(line.Mirror());
            }
            return;
        }
        var open = Money.Min(touched.Least.Abs(), line.Document);
        var carried = open.IsZero ? Money.Zero(policy.FunctionalCurrency) : Carrying(touched, open).Functional;
        if (!open.IsZero)
        {
            var beside = new EntryLines();
            AdjustmentResult(touched, Carrying(touched, open).Adjustment, beside);
            Close(touched, facts.Application, ApplicationKind.Transfer, open, beside, lines, facts.Item);
        }
        var (left, none) = (line.Document - open, Money.Zero(line.Document.Currency));
        var value = left.IsZero ? Money.Zero(policy.FunctionalCurrency) : line.Functional.Part(left, line.Document);
        lines.Add(AccountRole.Sales, left, value);
        var result = line.Functional - carried - value;
        lines.Add(result.IsPositive ? AccountRole.RealisedLoss : AccountRole.RealisedGain, none, result);
    }

    private OpenItem WholeCredit(Touched[] owed, WholeCreditFacts facts)
    {
        var first = owed[0].Item;
        return new()
        {
            Id = facts.Item,
            LegalEntity = first.LegalEntity,
            Customer = first.Customer,
            Kind = OpenItemKind.CreditNote,
            DocumentNumber = facts.DocumentNumber,
            DocumentDate = date,
            DueDate = date,
            Amount = -Money.Sum(owed.Select(t => t.Item.Amount), first.Amount.Currency),
            FunctionalAmount = -Money.Sum(owed.Select(t => t.Item.FunctionalAmount), policy.FunctionalCurrency),
            TaxShares = owed.Length == 1 ? first.TaxShares : owed.SelectMany(t => t.Item.TaxShares).ToEquatableArray(),
            Rate = first.Rate,
            Entry = entry,
            RecordedAt = at,
        };
    }
}
