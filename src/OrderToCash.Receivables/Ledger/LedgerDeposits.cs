namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>A part of a deposit goes into a credit note; what it was and what it carried.</summary>
    internal (Money Amount, Money Carried) TakeDeposit(DepositCredit part, OpenItemId note, string target)
    {
        if (FindDeposit(part.Item, target) is not { } touched) return default;
        var currency = touched.Item.Amount.Currency;
        var amount = Money.Zero(currency);
        foreach (var share in part.Shares) amount += share.Base;
        if (part.Shares.Count != touched.Item.TaxShares.Count)
        {
            Refuse(LedgerErrors.TotalsDiffer.At(target + ".shares",
                ("instalments", touched.Item.TaxShares.Count), ("postings", part.Shares.Count)));
            return default;
        }
        var application = new ItemApplicationId(entry.Value);
        var facts = new SettlementFacts
        {
            Entry = entry, Item = part.Item, Application = application, Date = date, Amount = amount,
        };
        if (Settled(facts) is not { } settled) return default;
        var carried = Carrying(touched, settled.Amount).Functional;
        Close(touched, application, ApplicationKind.Transfer, settled.Amount, new(), lines, note, part.Shares,
            movesAdjustment: true, byCreditNote: true);
        return (settled.Amount, carried);
    }

    /// <summary>What an entry took off a deposit is open on it again.</summary>
    internal (Money Amount, Money Carried) ReleaseDeposit(OpenItemId id, JournalEntryId by)
    {
        if (FindDeposit(id, "items") is not { } touched) return default;
        var taken = touched.Item.Applications
            .Where(a => a is { IsLive: true, Kind: ApplicationKind.Transfer, ByCreditNote: false } && a.Entry == by).ToArray();
        if (taken.Length == 0)
        {
            Refuse(LedgerErrors.EntryReversed.At("items", ("entry", by), ("item", id)));
            return default;
        }
        var (amount, carried) = (Money.Zero(touched.Item.Amount.Currency), Money.Zero(policy.FunctionalCurrency));
        foreach (var application in taken)
            if (date < application.On) Refuse(DateBeforeApplication(application));
        if (IsRefused) return default;
        foreach (var application in taken)
            (amount, carried) = (amount - application.Amount, carried - application.FunctionalAmount);
        Reverse(touched, taken, lines);
        return (amount, carried);
    }

    private Touched? FindDeposit(OpenItemId id, string target)
    {
        if (Find(id, target) is not { } touched) return null;
        if (touched.Item.Kind == OpenItemKind.Deposit) return touched;
        Refuse(WrongKind(touched));
        return null;
    }
}
