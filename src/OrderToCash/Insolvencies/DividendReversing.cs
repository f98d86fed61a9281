using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Takes the postings of a dividend back on a date of their own: items it settled are open again, recoveries and their tax are
/// mirrored, and the money is on the payment again.
/// </summary>
internal sealed class DividendReversing(InsolvencyDesk.Work work, ReverseInsolvencyDividend command, IBooks books, Instant at)
{
    public async Task PostAsync(
        InsolvencyDividend dividend, InsolvencyDividendReversed reversed, CancellationToken cancellationToken)
    {
        var recovered = dividend.Parts.Where(p => p.Recovers.IsPositive).Select(p => p.Item).ToArray();
        var entries = new JournalEntry?[recovered.Length];
        for (var i = 0; i < recovered.Length; i++)
            entries[i] = await books.FindEntryAsync(
                DividendPosting.RecoveryOf(command.Case, command.Number, recovered[i]), cancellationToken).ConfigureAwait(false);
        foreach (var part in dividend.Parts)
            if (part.Settles.IsPositive)
                Unapply(">", dividend.Payment, part.Item, DividendPosting.SettlingOf(command.Case, command.Number, part.Item));
        for (var i = 0; i < recovered.Length; i++) Lose(dividend.Payment, recovered[i], entries[i]);
        foreach (var part in reversed.GivenUp)
            work.Batch.Then(() => Ledger.WriteOffBadDebt(
                work.Batch.Item(part.Item), FactsOf(part), work.Seller.Ledger, command.By, at));
        foreach (var part in reversed.Reinstated)
            work.Batch.Then(() => Ledger.ReinstateBadDebt(
                work.Batch.Item(part.Item), FactsOf(part), work.Seller.Ledger, command.By, at));
    }

    private void Lose(OpenItemId payment, OpenItemId item, JournalEntry? recovery)
    {
        work.Batch.Then(() => recovery is null
            ? Result.Failure<LedgerDecision>(LedgerErrors.NothingToDo.At("number"))
            : Ledger.Reverse(work.Batch.Items(item), recovery,
                new() { Entry = EntryOf(">back>", item), Date = command.On }, work.Seller.Ledger, command.By, at));
        Unapply(">in>", payment, item, DividendPosting.LeavingOf(command.Case, command.Number, item));
    }

    private void Unapply(string of, OpenItemId payment, OpenItemId item, ItemApplicationId application) =>
        work.Batch.Then(() => Ledger.Unapply(work.Batch.Items([payment, item]), new()
        {
            Entry = EntryOf(of, item), Application = application, Date = command.On,
        }, work.Seller.Ledger, command.By, at));

    private SettlementFacts FactsOf(InsolvencyPart part) => new()
    {
        Entry = EntryOf(">then>", part.Item), Item = part.Item, Application = new(DerivedId.Of($"{command.Id}>then>{part.Item}")),
        Date = command.On, Amount = part.Amount,
    };

    private JournalEntryId EntryOf(string of, OpenItemId item) => new(DerivedId.Of($"J-{command.Id}{of}{item}"));
}
