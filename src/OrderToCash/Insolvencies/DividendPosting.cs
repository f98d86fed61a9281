using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Posts a dividend: it is a payment on account, which the bank import booked or this books; what stands is settled with it, and
/// what it recovers leaves it through the clearing account. Ids follow from case and number, so that the reversal knows them.
/// </summary>
internal sealed class DividendPosting(
    InsolvencyDesk.Work work, BookInsolvencyDividend command, ExchangeRate? rate, Instant at)
{
    private OpenItemId Payment => PaymentOf(command);

    /// <summary>The payment on account that is used, or the one that the dividend will be.</summary>
    public static OpenItemId PaymentOf(BookInsolvencyDividend command) => !command.Payment.IsNone ? command.Payment
        : new(DerivedId.Of(KeyOf(command.Case, command.Number)));

    /// <summary>The application that settles an item.</summary>
    public static ItemApplicationId SettlingOf(InsolvencyId one, string number, OpenItemId item) =>
        new(DerivedId.Of($"{KeyOf(one, number)}>{item}"));

    /// <summary>The application by which money leaves the payment, to recover an item.</summary>
    public static ItemApplicationId LeavingOf(InsolvencyId one, string number, OpenItemId item) =>
        new(DerivedId.Of($"{KeyOf(one, number)}>out>{item}"));

    /// <summary>The entry that recovers an item.</summary>
    public static JournalEntryId RecoveryOf(InsolvencyId one, string number, OpenItemId item) =>
        EntryOf(one, number, $">back>{item}");

    public void Post(InsolvencyDividend dividend)
    {
        if (command.Payment.IsNone) Receive();
        else if (!work.Items.Any(i => i.State.Id == Payment))
            work.Batch.Then(() => Result.Failure<LedgerDecision>(LedgerErrors.ItemUnknown.At("payment", ("item", Payment))));
        Settle(dividend.Parts.Where(p => p.Settles.IsPositive).ToArray());
        foreach (var part in dividend.Parts)
            if (part.Recovers.IsPositive) Recover(part);
    }

    private void Receive() => work.Batch.Then(() => Ledger.ReceivePayment(new()
    {
        Entry = EntryOf(command.Case, command.Number, ">in"), Item = Payment, LegalEntity = work.Seller.Id,
        Customer = work.Case.State.Facts.Customer, DocumentNumber = command.Number, Date = command.On, Rate = rate,
        Cash = command.Amount,
    }, work.Seller.Ledger, command.By, at));

    private void Settle(DividendPart[] parts)
    {
        if (parts.Length == 0) return;
        var requests = parts.Select(p => new ApplicationRequest
        {
            Id = SettlingOf(command.Case, command.Number, p.Item), Credit = Payment, Debit = p.Item, Amount = p.Settles,
        }).ToEquatableArray();
        work.Batch.Then(() => Ledger.Apply(work.Batch.Items([Payment, .. parts.Select(p => p.Item)]), new()
        {
            Entry = EntryOf(command.Case, command.Number, ""), Date = command.On, Applications = requests,
        }, work.Seller.Ledger, command.By, at));
    }

    // What was given up is no item any more: the money leaves through the clearing account and comes back as income.
    private void Recover(DividendPart part)
    {
        var worth = rate;
        work.Batch.Then(() =>
        {
            var payment = work.Batch.Item(Payment);
            worth = payment.Rate ?? rate;
            return Ledger.Refund(payment, new()
            {
                Entry = EntryOf(command.Case, command.Number, $">out>{part.Item}"), Item = Payment,
                Application = LeavingOf(command.Case, command.Number, part.Item), Date = command.On, Amount = part.Recovers,
                Rate = worth, CashAccount = AccountRole.ReceiptsClearing,
            }, work.Seller.Ledger, command.By, at);
        });
        work.Batch.Then(() => Ledger.RecoverBadDebt(work.Batch.Items(part.Item), new()
        {
            Entry = RecoveryOf(command.Case, command.Number, part.Item), Of = [part.Item], Date = command.On,
            DocumentNumber = command.Number, Cash = part.Recovers, Rate = worth, CashAccount = AccountRole.ReceiptsClearing,
        }, work.Seller.Ledger, command.By, at));
    }

    private static string KeyOf(InsolvencyId one, string number) => $"DIV-{one}>{number}";

    private static JournalEntryId EntryOf(InsolvencyId one, string number, string of) =>
        new(DerivedId.Of($"J-{KeyOf(one, number)}{of}"));
}
