namespace OrderToCash.Receivables;

public sealed partial record DisputeCase
{
    private static void CheckParts(EquatableArray<DisputedPart> parts, EquatableArray<OpenItem> items,
        EquatableArray<DisputedPart> disputed, List<DomainError> findings)
    {
        OpenItem? first = null;
        var seen = new HashSet<OpenItemId>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (part, target) = (parts[i], $"parts[{i}]");
            if (!seen.Add(part.Item)) findings.Add(DisputeErrors.PartTwice.At(target, ("item", part.Item)));
            if (Find(items, part.Item) is not { } item)
            {
                findings.Add(DisputeErrors.ItemUnknown.At(target, ("item", part.Item)));
                continue;
            }
            first ??= item;
            CheckPart(part, item, first, disputed, target, findings);
        }
    }

    private static void CheckPart(DisputedPart part, OpenItem item, OpenItem first, EquatableArray<DisputedPart> disputed,
        string target, List<DomainError> findings)
    {
        if (item.Customer != first.Customer)
            findings.Add(DisputeErrors.OtherCustomer.At(target,
                ("item", item.Id), ("customer", item.Customer), ("expected", first.Customer)));
        if (item.LegalEntity != first.LegalEntity)
            findings.Add(DisputeErrors.OtherLegalEntity.At(target,
                ("item", item.Id), ("legalEntity", item.LegalEntity), ("expected", first.LegalEntity)));
        if (!part.Amount.IsPositive)
            findings.Add(DisputeErrors.AmountNotPositive.At(target, ("amount", part.Amount)));
        if (part.Amount.Currency != item.Amount.Currency || item.Amount.Currency != first.Amount.Currency)
        {
            findings.Add(DisputeErrors.OtherCurrency.At(target, ("amount", part.Amount), ("expected", first.Amount.Currency)));
            return;
        }
        if (!item.IsDebit)
        {
            findings.Add(DisputeErrors.NotADebit.At(target, ("item", item.Id), ("amount", item.Amount)));
            return;
        }
        var free = item.Open;
        foreach (var other in disputed)
            if (other.Item == item.Id && other.Amount.Currency == free.Currency) free -= other.Amount;
        if (part.Amount > free)
            findings.Add(DisputeErrors.MoreThanOpen.At(target,
                ("amount", part.Amount), ("open", Money.Max(free, Money.Zero(free.Currency))), ("item", item.Id)));
    }

    private static void CheckLines(DisputeFacts facts, List<DomainError> findings)
    {
        if (facts.Lines.IsEmpty) return;
        var currency = facts.Parts[0].Amount.Currency;
        for (var i = 0; i < facts.Lines.Count; i++)
        {
            var (amount, target) = (facts.Lines[i].Amount, $"lines[{i}]");
            if (amount.Currency != currency)
                findings.Add(DisputeErrors.OtherCurrency.At(target, ("amount", amount), ("expected", currency)));
            else if (!amount.IsPositive)
                findings.Add(DisputeErrors.AmountNotPositive.At(target, ("amount", amount)));
        }
        if (findings.Count > 0) return;
        var (lines, parts) = (Money.Sum(facts.Lines.Select(l => l.Amount), currency),
            Money.Sum(facts.Parts.Select(p => p.Amount), currency));
        if (lines != parts) findings.Add(DisputeErrors.LinesDiffer.At("lines", ("lines", lines), ("parts", parts)));
    }

    private static OpenItem? Find(EquatableArray<OpenItem> items, OpenItemId id)
    {
        foreach (var item in items)
            if (item.Id == id) return item;
        return null;
    }
}
