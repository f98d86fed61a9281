namespace OrderToCash.Invoicing;

/// <summary>What contradicts itself in the facts of an item.</summary>
internal static class BillableItemChecks
{
    internal static List<DomainError> Findings(BillableItem item, BillingPolicy policy)
    {
        var findings = new List<DomainError>();
        if (item.Id.IsNone) Missing("id", "id");
        if (item.LegalEntity.IsNone) Missing("legalEntity", "legal entity");
        if (item.Customer.IsNone) Missing("customer", "customer");
        if (string.IsNullOrWhiteSpace(item.Description)) Missing("description", "description");
        if (item.Tax is null) Missing("tax", "tax treatment");
        CheckQuantities(item, findings);
        CheckAmounts(item, findings);
        if (policy.Trigger == BillingTrigger.Schedule
            && (item.ServiceFrom is not { } from || item.ServiceUntil is not { } until || until < from))
            findings.Add(BillingErrors.PeriodMissing.At("serviceFrom",
                ("item", item.Id), ("from", item.ServiceFrom), ("until", item.ServiceUntil)));
        return findings;

        void Missing(string target, string field) =>
            findings.Add(BillingErrors.ItemIncomplete.At(target, ("item", item.Id), ("field", field)));
    }

    private static void CheckQuantities(BillableItem item, List<DomainError> findings)
    {
        if (!item.Ordered.IsPositive) Impossible("ordered", item.Ordered);
        if (item.Performed.IsNegative || item.Performed.Unit != item.Ordered.Unit) Impossible("performed", item.Performed);
        if (item.Billed.IsNegative || item.Billed.Unit != item.Ordered.Unit) Impossible("billed", item.Billed);

        void Impossible(string field, Quantity quantity) => findings.Add(BillingErrors.QuantityImpossible.At(field,
            ("item", item.Id), ("quantity", quantity), ("field", field)));
    }

    private static void CheckAmounts(BillableItem item, List<DomainError> findings)
    {
        if (item.Price.Amount < 0 || !item.Price.Currency.HasMinorUnit) Impossible("price", item.Price);
        else if (item.Discount is { } discount
            && (discount.Currency != item.Price.Currency
                || discount.IsNegative
                || item.Ordered.IsPositive && InvoiceLine.TryNetOf(item.Ordered, item.Price, null, [], out var full)
                    && discount > full))
            Impossible("discount", discount);

        void Impossible(string field, object amount) => findings.Add(BillingErrors.AmountImpossible.At(field,
            ("item", item.Id), ("amount", amount), ("field", field)));
    }
}
