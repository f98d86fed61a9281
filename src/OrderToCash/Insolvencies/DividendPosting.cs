using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Posts a dividend: from the bank, or from a payment on account that the import booked it as.</summary>
internal sealed class DividendPosting(
    InsolvencyDesk.Work work, BookInsolvencyDividend command, ExchangeRate? rate, Instant at)
{
    /// <summary>The payment on account that is used, or the one that the dividend will be.</summary>
    public static OpenItemId PaymentOf(BookInsolvencyDividend command) => !command.Payment.IsNone ? command.Payment
        : new(DerivedId.Of($"DIV-{command.Case}>{command.Number}"));

    public void Post(InsolvencyDividend dividend)
    {
        Settle(dividend.Parts.Where(p => p.Settles.IsPositive).ToArray());
        foreach (var part in dividend.Parts)
            if (part.Recovers.IsPositive) Recover(part);
    }

    private void Settle(DividendPart[] parts)
    {
        if (parts.Length == 0) return;
        var (seller, entry) = (work.Seller, new JournalEntryId(DerivedId.Of($"J-{command.Id}")));
        var payment = PaymentOf(command);
        var requests = parts.Select(p => new ApplicationRequest
        {
            Id = InsolvencyDesk.ApplicationOf(command, p.Item), Credit = payment, Debit = p.Item, Amount = p.Settles,
        }).ToEquatableArray();
        var items = parts.Select(p => p.Item);
        work.Batch.Then(() => command.Payment.IsNone
            ? Ledger.ReceiveAndApply(work.Batch.Items(items), new()
            {
                Entry = entry, Item = payment, LegalEntity = seller.Id, Customer = work.Case.State.Facts.Customer,
                DocumentNumber = command.Number, Date = command.On, Rate = rate,
                Cash = Money.Sum(parts.Select(p => p.Settles), command.Amount.Currency),
            }, requests, seller.Ledger, command.By, at)
            : Ledger.Apply(Known([payment, .. items]),
                new() { Entry = entry, Date = command.On, Applications = requests }, seller.Ledger, command.By, at));
    }

    // What was given up is no item any more: money on account leaves through the clearing account and comes back as income.
    private void Recover(DividendPart part)
    {
        var account = AccountRole.Bank;
        var worth = rate;
        if (!command.Payment.IsNone)
        {
            account = AccountRole.ReceiptsClearing;
            if (Known([command.Payment]) is not [var payment])
            {
                work.Batch.Then(() => Result.Failure<LedgerDecision>(
                    LedgerErrors.ItemUnknown.At("payment", ("item", command.Payment))));
                return;
            }
            worth = payment.Rate ?? rate;
            work.Batch.Then(() => Ledger.Refund(work.Batch.Item(command.Payment), new()
            {
                Entry = new(DerivedId.Of($"J-{command.Id}>out>{part.Item}")), Item = command.Payment,
                Application = new(DerivedId.Of($"{command.Id}>out>{part.Item}")), Date = command.On, Amount = part.Recovers,
                Rate = worth, CashAccount = account,
            }, work.Seller.Ledger, command.By, at));
        }
        work.Batch.Then(() => Ledger.RecoverBadDebt(work.Batch.Items(part.Item), new()
        {
            Entry = new(DerivedId.Of($"J-{command.Id}>back>{part.Item}")), Of = [part.Item], Date = command.On,
            DocumentNumber = command.Number, Cash = part.Recovers, Rate = worth, CashAccount = account,
        }, work.Seller.Ledger, command.By, at));
    }

    private EquatableArray<OpenItem> Known(IEnumerable<OpenItemId> ids)
    {
        var known = work.Items.Select(i => i.State.Id).ToHashSet();
        return work.Batch.Items(ids.Where(known.Contains));
    }
}
