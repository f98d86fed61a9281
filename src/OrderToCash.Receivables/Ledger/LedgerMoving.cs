namespace OrderToCash.Receivables;

internal sealed partial class LedgerWork
{
    /// <summary>Money on account becomes the same money of another customer.</summary>
    internal void MoveTo(OpenItemId id, MoveCreditFacts facts)
    {
        if (Settled(new() { Entry = entry, Item = id, Application = facts.Application, Date = date, Amount = facts.Amount })
            is not { } settled) return;
        var (touched, amount) = settled;
        var item = touched.Item;
        if (item.Kind != OpenItemKind.Payment)
        {
            Refuse(WrongKind(touched));
            return;
        }
        if (facts.To == item.Customer)
        {
            Refuse(LedgerErrors.OtherCustomer.At("to",
                ("credit", id), ("creditCustomer", item.Customer), ("debit", facts.NewItem), ("debitCustomer", facts.To)));
            return;
        }
        var carried = Carrying(touched, amount);
        Close(touched, facts.Application, ApplicationKind.Transfer, amount, new(), lines, facts.NewItem, movesAdjustment: true);
        Open(new()
        {
            Id = facts.NewItem, LegalEntity = item.LegalEntity, Customer = facts.To, Kind = item.Kind,
            DocumentNumber = item.DocumentNumber, PaymentReference = item.PaymentReference, References = item.References,
            DocumentDate = item.DocumentDate, TakenOverOn = date, DueDate = item.DueDate, Amount = -amount,
            FunctionalAmount = -carried.Functional, Rate = item.Rate, Role = item.Role,
            Revaluations = carried.Adjustment.IsZero ? []
                :
                [
                    new()
                    {
                        Entry = entry, Adjustment = -carried.Adjustment, StaysUntilSettled = true, On = date, RecordedAt = at,
                    },
                ],
            Entry = entry, RecordedAt = at,
        }, "newItem");
    }
}
