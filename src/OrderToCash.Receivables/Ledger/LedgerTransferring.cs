namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>Moves a part of a payment to another customer, at the value it is carried at.</summary>
    internal void Transfer(TransferFacts facts)
    {
        SpanCustomers();
        var given = items.Find(facts.Item);
        if (given is not null && given.Item.Kind != OpenItemKind.Payment)
            Refuse(LedgerErrors.WrongKind.At("item", ("item", facts.Item), ("kind", given.Item.Kind)));
        var isAbroad = facts.Settles is { } other && given is not null && other.Currency != given.Item.Amount.Currency;
        if (facts.Customer.IsNone || (given?.Item.Customer == facts.Customer && !isAbroad))
            Refuse(LedgerErrors.SameCustomer.At("customer", ("item", facts.Item), ("customer", facts.Customer)));
        if (string.IsNullOrWhiteSpace(facts.Reason)) Refuse(LedgerErrors.ReasonMissing.At("reason", ("item", facts.Item)));
        if (items.Find(facts.NewItem) is not null) Refuse(LedgerErrors.ItemExists.At("newItem", ("item", facts.NewItem)));
        var settled = Settled(new()
        {
            Entry = entry, Item = facts.Item, Application = facts.Application, Date = date, Amount = facts.Amount,
        });
        if (IsRefused || settled is not { } part) return;
        var (source, amount) = part;
        var settles = facts.Settles ?? amount;
        if (!settles.IsPositive) Refuse(LedgerErrors.AmountNotPositive.At("settles", ("amount", settles)));
        if (!isAbroad && settles != amount)
            Refuse(LedgerErrors.TotalsDiffer.At("settles", ("instalments", settles), ("postings", amount)));
        if (IsRefused) return;
        var carried = Carrying(source, amount);
        // Money in the functional currency is worth what it is, and is not revalued.
        var isOwn = isAbroad && settles.Currency == policy.FunctionalCurrency;
        var functional = isOwn ? settles : carried.Functional;
        var adjustment = isOwn ? null : Signed(source, carried.Adjustment);
        var beside = new EntryLines();
        if (isAbroad) PostConversion(amount, settles, functional, carried.Functional, beside);
        if (isOwn) AdjustmentResult(source, carried.Adjustment, beside);
        Close(source, facts.Application, ApplicationKind.Transfer, amount, beside, lines, facts.NewItem, movesAdjustment: !isOwn);
        Open(new()
        {
            Id = facts.NewItem,
            LegalEntity = source.Item.LegalEntity,
            Customer = facts.Customer,
            Kind = OpenItemKind.Payment,
            DocumentNumber = source.Item.DocumentNumber,
            DocumentDate = date,
            DueDate = date,
            Amount = -settles,
            FunctionalAmount = -functional,
            Rate = isAbroad ? null : source.Item.Rate,
            Role = source.Item.Role,
            TransferredFrom = source.Item.Id,
            TransferReason = facts.Reason,
            Revaluations = adjustment is { } moved
                ? [new() { Entry = entry, Adjustment = moved, StaysUntilSettled = true, On = date, RecordedAt = at }] : [],
            Entry = entry,
            RecordedAt = at,
        }, "newItem");
    }

    // Each currency balances by itself; what the money is taken for beyond what it was carried at is lost.
    private static void PostConversion(Money amount, Money settles, Money functional, Money carried, EntryLines beside)
    {
        beside.Add(AccountRole.FxClearing, -amount, -functional);
        beside.Add(AccountRole.FxClearing, settles, functional);
        var result = functional - carried;
        beside.Add(result.IsPositive ? AccountRole.RealisedLoss : AccountRole.RealisedGain, Money.Zero(amount.Currency), result);
    }

    /// <summary>True for money of a payment that went to another customer.</summary>
    private static bool IsTransferOfPayment(OpenItem item, Application application) =>
        application.Kind == ApplicationKind.Transfer && item.Kind == OpenItemKind.Payment && !application.Counterpart.IsNone;

    // Nothing of what was transferred may be used: the other customer's item is closed, the payment has it again.
    private void TakeTransferBack(Touched source, Application transfer)
    {
        SpanCustomers();
        if (Find(transfer.Counterpart, "items") is not { } moved) return;
        if (moved.Open != moved.Item.Amount || moved.Least != moved.Item.Amount)
        {
            Refuse(LedgerErrors.UsedSince.At("application", ("item", moved.Item.Id), ("entry", transfer.Entry),
                ("left", moved.Least.Abs()), ("amount", moved.Item.Amount.Abs())));
            return;
        }
        CloseTransferred(moved, transfer);
        Reverse(source, [transfer], lines);
    }

    // What revaluations added to it since the transfer is a result; what came with it goes back with the payment.
    private void CloseTransferred(Touched moved, Application transfer)
    {
        var (item, whole) = (moved.Item, moved.OpenAdjustment);
        var nothing = Money.Zero(policy.FunctionalCurrency);
        // Into the functional currency nothing came with it.
        var since = item.Amount.Currency == policy.FunctionalCurrency ? nothing : whole - (transfer.Revalued ?? nothing);
        if (!since.IsZero)
        {
            var none = Money.Zero(item.Amount.Currency);
            lines.Add(AccountRole.FxAdjustment, none, -since);
            lines.Add(since.IsPositive ? AccountRole.RealisedLoss : AccountRole.RealisedGain, none, since);
        }
        lines.Add(item.Account, -moved.Open, -moved.OpenFunctional, item.Id);
        moved.Settle(Made(new(entry.Value), default, moved.Open, moved.OpenFunctional) with
        {
            Kind = ApplicationKind.Reversal, Revalued = whole.IsZero ? null : whole,
        });
        List(moved);
    }
}
