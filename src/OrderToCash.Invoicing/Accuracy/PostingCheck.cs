namespace OrderToCash.Invoicing;

/// <summary>
/// The check of a draft against order, delivery and price before it is posted: a three-way match on the seller's side. It finds
/// everything at once and decides nothing; the policy says what each finding does.
/// </summary>
public static class PostingCheck
{
    /// <summary>
    /// The report on a draft: what <see cref="DraftInvoice.Check"/> finds, always refused, and
    /// <see cref="PostingCheckErrors.OrderLineUnknown"/>, <see cref="PostingCheckErrors.UnitDiffers"/>,
    /// <see cref="PostingCheckErrors.QuantityAboveOrdered"/>, <see cref="PostingCheckErrors.QuantityAboveDelivered"/>,
    /// <see cref="PostingCheckErrors.PriceDiffers"/>, <see cref="PostingCheckErrors.BuyerTaxIdMissing"/>,
    /// <see cref="PostingCheckErrors.PurchaseOrderMissing"/>, <see cref="PostingCheckErrors.SameOrderAndAmount"/>,
    /// <see cref="PostingCheckErrors.SameItems"/>, <see cref="PostingCheckErrors.ShipmentBilled"/>,
    /// <see cref="PostingCheckErrors.SameContent"/>, <see cref="PostingCheckErrors.TermsDiffer"/>,
    /// <see cref="PostingCheckErrors.CurrencyDiffers"/>. Lines without an order line are not compared. Work grows with lines
    /// and facts.
    /// </summary>
    public static PostingReport Of(DraftInvoice draft, PostingFacts facts, PostingCheckPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var own = draft.Check();
        var found = new List<DomainError>();
        CompareLines(draft, facts, policy, found);
        CompareAgreement(draft, facts, found);
        FindDuplicates(draft, facts, policy, !own.IsEmpty, found);
        return new()
        {
            Invoice = draft.Id,
            Findings =
            [
                .. own.Select(e => new PostingFinding { Error = e, Severity = PostingSeverity.Refuse }),
                .. found.Select(e => new PostingFinding { Error = e, Severity = policy.SeverityOf(e.Code) }),
            ],
        };
    }

    private static void CompareLines(DraftInvoice draft, PostingFacts facts, PostingCheckPolicy policy, List<DomainError> found)
    {
        var known = new Dictionary<(OrderId, OrderLineId), OrderLineFact>();
        foreach (var fact in facts.Lines) known[(fact.Order, fact.OrderLine)] = fact;
        var billed = new Dictionary<(OrderId, OrderLineId), Quantity>();
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (line.OrderLine.IsNone) continue;
            var key = (line.Order, line.OrderLine);
            if (!known.TryGetValue(key, out var fact))
                found.Add(PostingCheckErrors.OrderLineUnknown.At($"lines[{i}].orderLine",
                    ("order", line.Order), ("line", line.OrderLine)));
            else if (line.Quantity.Unit != fact.Ordered.Unit)
                found.Add(PostingCheckErrors.UnitDiffers.At($"lines[{i}].quantity", ("order", line.Order),
                    ("line", line.OrderLine), ("billed", line.Quantity.Unit), ("ordered", fact.Ordered.Unit)));
            else
            {
                billed[key] = billed.GetValueOrDefault(key, fact.Billed) + line.Quantity;
                ComparePrice(line, fact, policy, $"lines[{i}].net", found);
                CompareQuantity(line, billed[key], fact, policy, $"lines[{i}].quantity", found);
            }
        }
    }

    private static void CompareQuantity(
        InvoiceLine line, Quantity billed, OrderLineFact fact, PostingCheckPolicy policy, string target, List<DomainError> found)
    {
        var allowed = policy.BillsDeliveredOnly ? fact.Delivered : Quantity.Max(fact.Ordered, fact.Delivered);
        var most = allowed.Value + Math.Abs(fact.Ordered.Value) * policy.QuantityTolerance.Fraction;
        if (!line.Quantity.IsPositive || billed.Value <= most) return;
        var code = policy.BillsDeliveredOnly
            ? PostingCheckErrors.QuantityAboveDelivered : PostingCheckErrors.QuantityAboveOrdered;
        found.Add(code.At(target,
            ("order", line.Order), ("line", line.OrderLine), ("billed", billed), ("allowed", allowed)));
    }

    private static void ComparePrice(
        InvoiceLine line, OrderLineFact fact, PostingCheckPolicy policy, string target, List<DomainError> found)
    {
        if (fact.Price is not { } agreed
            || agreed.Currency != line.Net.Currency
            || line.Discount is { } discount && discount.Currency != agreed.Currency
            || !InvoiceLine.TryNetOf(line.Quantity, agreed, line.Discount, line.AllowancesCharges, out var expected))
            return;
        var (off, bound) = ((line.Net - expected).Abs(), policy.ToleranceIn(agreed.Currency));
        if (off <= bound || off <= expected.Abs().Times(policy.PriceTolerance, Rounding.TowardZero)) return;
        found.Add(PostingCheckErrors.PriceDiffers.At(target,
            ("order", line.Order), ("line", line.OrderLine), ("net", line.Net), ("expected", expected)));
    }

    private static void CompareAgreement(DraftInvoice draft, PostingFacts facts, List<DomainError> found)
    {
        if (facts.AgreedCurrency is { } currency && currency != draft.Currency)
            found.Add(PostingCheckErrors.CurrencyDiffers.At("currency", ("currency", draft.Currency), ("agreed", currency)));
        if (!facts.AgreedTerms.IsNone && facts.AgreedTerms != facts.AppliedTerms)
            found.Add(PostingCheckErrors.TermsDiffer.At("terms",
                ("applied", facts.AppliedTerms), ("agreed", facts.AgreedTerms)));
        if (facts.NeedsBuyerTaxId && draft.Buyer.TaxRegistrations.IsEmpty)
            found.Add(PostingCheckErrors.BuyerTaxIdMissing.At("buyer.taxRegistrations"));
        if (facts.NeedsPurchaseOrder && string.IsNullOrWhiteSpace(draft.PurchaseOrder))
            found.Add(PostingCheckErrors.PurchaseOrderMissing.At("purchaseOrder"));
    }

    // Totals are asked for only when the draft's own arithmetic holds.
    private static void FindDuplicates(
        DraftInvoice draft, PostingFacts facts, PostingCheckPolicy policy, bool isBroken, List<DomainError> found)
    {
        var items = PriorInvoice.ItemsOf(draft.Lines);
        var content = items.IsEmpty && !isBroken && facts.Before.Any(p => p.ContentKey.Length > 0)
            ? PriorInvoice.ContentKeyOf(draft)
            : "";
        Money? gross = isBroken ? null : draft.Totals().Gross;
        foreach (var prior in facts.Before)
        {
            if (prior.Customer != draft.Customer) continue;
            if (!items.IsEmpty && items == prior.Items)
                found.Add(PostingCheckErrors.SameItems.At("lines", ("number", prior.Number), ("date", prior.DocumentDate)));
            else
                CompareShipments(draft, prior, found);
            if (content.Length > 0 && content == prior.ContentKey)
                found.Add(PostingCheckErrors.SameContent.At("lines", ("number", prior.Number), ("date", prior.DocumentDate)));
            if (draft.PurchaseOrder.Length > 0
                && draft.PurchaseOrder == prior.PurchaseOrder
                && gross == prior.Gross
                && (policy.DuplicateDays is not { } days || prior.DocumentDate.PlusDays(days) >= draft.DocumentDate))
                found.Add(PostingCheckErrors.SameOrderAndAmount.At("purchaseOrder", ("number", prior.Number),
                    ("date", prior.DocumentDate), ("purchaseOrder", prior.PurchaseOrder), ("gross", prior.Gross)));
        }
    }

    private static void CompareShipments(DraftInvoice draft, PriorInvoice prior, List<DomainError> found)
    {
        var billed = prior.Items.Where(i => !i.Shipment.IsNone).Select(i => (i.Order, i.OrderLine, i.Shipment)).ToHashSet();
        if (billed.Count == 0) return;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (!line.Shipment.IsNone && billed.Contains((line.Order, line.OrderLine, line.Shipment)))
                found.Add(PostingCheckErrors.ShipmentBilled.At($"lines[{i}].shipment", ("order", line.Order),
                    ("line", line.OrderLine), ("shipment", line.Shipment), ("number", prior.Number),
                    ("date", prior.DocumentDate)));
        }
    }
}
