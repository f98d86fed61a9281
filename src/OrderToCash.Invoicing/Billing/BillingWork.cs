using System.Globalization;
using System.Text;

namespace OrderToCash.Invoicing;

/// <summary>Plans a billing run: item by item, then group by group.</summary>
internal static class BillingWork
{
    private sealed record Candidate(BillableItem Item, BillingPolicy Policy, PlannedLine Line, string Group);

    internal static Result<BillingPlan> Plan(
        IEnumerable<BillableItem> items, Func<BillableItem, BillingPolicy> policyOf, LocalDate day)
    {
        var sorted = items.OrderBy(i => i.Id.Value, StringComparer.Ordinal).ToArray();
        var checkedPolicies = new Dictionary<BillingPolicy, EquatableArray<DomainError>>(ReferenceEqualityComparer.Instance);
        var (candidates, leftOut) = (new List<Candidate>(), new List<LeftOutItem>());
        for (var i = 0; i < sorted.Length; i++)
        {
            var (item, policy) = (sorted[i], policyOf(sorted[i]));
            if (!checkedPolicies.TryGetValue(policy, out var findings)) checkedPolicies[policy] = findings = policy.Check();
            if (!findings.IsEmpty) continue;
            var isTwice = i > 0 && sorted[i - 1].Id == item.Id || i + 1 < sorted.Length && sorted[i + 1].Id == item.Id;
            if (LeaveOut(item, policy, isTwice, day, out var line) is { } reason) leftOut.Add(reason);
            else candidates.Add(new(item, policy, line!, GroupOf(item, policy, line!.BillingDay)));
        }
        var wrong = checkedPolicies.Values.SelectMany(f => f).Distinct().ToList();
        if (wrong.Count > 0) return Result.Failure<BillingPlan>(wrong);

        var invoices = new List<PlannedInvoice>();
        foreach (var group in candidates.GroupBy(c => c.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
            AddGroup([.. group.OrderBy(c => c, InPrintingOrder)], day, invoices, leftOut);
        return Result.Success(new BillingPlan
        {
            Day = day,
            Invoices = [.. invoices],
            LeftOut = leftOut.OrderBy(l => l.Item.Value, StringComparer.Ordinal).ToEquatableArray(),
        });
    }

    private static LeftOutItem? LeaveOut(
        BillableItem item, BillingPolicy policy, bool isTwice, LocalDate day, out PlannedLine? line)
    {
        line = null;
        // Which of two facts is right nobody knows: their other faults do not matter then.
        List<DomainError> findings = isTwice
            ? [BillingErrors.ItemTwice.At("id", ("item", item.Id))]
            : BillableItemChecks.Findings(item, policy);
        if (findings.Count > 0) return Out(LeftOutReason.Invalid, findings: [.. findings]);
        if (item.HeldBecause.Length > 0)
            return Out(LeftOutReason.Held,
                findings: [BillingErrors.ItemHeld.At("heldBecause", ("item", item.Id), ("reason", item.HeldBecause))]);
        if (ReadyOn(item, policy) is not { } ready) return Out(LeftOutReason.NotPerformed);
        var quantity = RightTo(item, policy) - item.Billed;
        if (quantity.IsZero) return Out(LeftOutReason.FullyBilled);
        if (quantity.IsNegative) return Out(LeftOutReason.Overbilled);
        var due = policy.Rhythm.On(ready);
        if (due > day) return Out(LeftOutReason.NotDue, due);
        if (!TryLine(item, quantity, out var invoiceLine))
            return Out(LeftOutReason.Invalid, findings: [BillingErrors.AmountImpossible.At("price",
                ("item", item.Id), ("amount", item.Price), ("field", "price"))]);
        line = new()
        {
            Item = item.Id,
            BilledBefore = item.Billed,
            BillingDay = due,
            PerformedOn = item.PerformedOn,
            Line = invoiceLine!,
        };
        return null;

        LeftOutItem Out(LeftOutReason reason, LocalDate? dueOn = null, EquatableArray<DomainError> findings = default) =>
            new() { Item = item.Id, Reason = reason, DueOn = dueOn, Findings = findings };
    }

    private static LocalDate? ReadyOn(BillableItem item, BillingPolicy policy) => policy.Trigger switch
    {
        BillingTrigger.Order => item.OrderedOn,
        BillingTrigger.Delivery => item.Performed.IsZero && item.Billed.IsZero ? null : item.PerformedOn,
        BillingTrigger.Milestone => item.PerformedOn,
        _ => policy.Timing == BillingTiming.Advance ? item.ServiceFrom?.PlusDays(-policy.LeadDays) : item.ServiceUntil,
    };

    private static Quantity RightTo(BillableItem item, BillingPolicy policy) => policy.Trigger switch
    {
        BillingTrigger.Order when !policy.CapsAtOrdered => Quantity.Max(item.Ordered, item.Performed),
        BillingTrigger.Delivery => policy.CapsAtOrdered ? Quantity.Min(item.Ordered, item.Performed) : item.Performed,
        _ => item.Ordered,
    };

    private static bool TryLine(BillableItem item, Quantity quantity, out InvoiceLine? line)
    {
        var share = DiscountOf(item, quantity);
        line = null;
        if (!InvoiceLine.TryNetOf(quantity, item.Price, share, [], out var net) || net.IsNegative) return false;
        line = new()
        {
            Description = item.Description,
            Quantity = quantity,
            Price = item.Price,
            Discount = share,
            Net = net,
            Tax = item.Tax,
            Product = item.Product,
            Order = item.Order,
            OrderLine = item.OrderLine,
            Shipment = item.Shipment,
            Contract = item.Contract,
        };
        return true;
    }

    // The discount belongs to what was ordered: nothing of it is given on what was delivered beyond.
    private static Money? DiscountOf(BillableItem item, Quantity quantity)
    {
        if (item.Discount is not { IsZero: false } discount) return null;
        var whole = item.Ordered.Value;
        var before = CumulativeAllocation.Of(discount, whole, Rounding.HalfAwayFromZero)
            .After(Math.Min(item.Billed.Value, whole));
        var share = before.Take(Math.Min(item.Billed.Value + quantity.Value, whole) - before.Cumulated, out _);
        return share.IsZero ? null : share;
    }

    private static void AddGroup(Candidate[] group, LocalDate day, List<PlannedInvoice> invoices, List<LeftOutItem> leftOut)
    {
        var (policy, currency) = (group[0].Policy, group[0].Item.Price.Currency);
        if (group.Aggregate(Int128.Zero, (sum, c) => sum + c.Line.Line.Net.MinorUnits) > Money.MaxMinorUnits)
        {
            foreach (var candidate in group)
                leftOut.Add(new()
                {
                    Item = candidate.Item.Id,
                    Reason = LeftOutReason.Invalid,
                    Findings = [BillingErrors.AmountImpossible.At("price",
                        ("item", candidate.Item.Id), ("amount", candidate.Line.Line.Net), ("field", "part of a document"))],
                });
            return;
        }
        var net = Money.Sum(group.Select(c => c.Line.Line.Net), currency);
        if (policy.MinimumIn(currency) is { } least && net < least)
        {
            var oldest = group.Min(c => c.Line.BillingDay);
            var carriedUntil = policy.CarryAtMostDays is { } days ? oldest.PlusDays(days) : (LocalDate?)null;
            if (carriedUntil is null || carriedUntil > day)
            {
                foreach (var candidate in group)
                    leftOut.Add(new() { Item = candidate.Item.Id, Reason = LeftOutReason.BelowMinimum, DueOn = carriedUntil });
                return;
            }
        }
        foreach (var part in policy.MaxLines is { } most ? group.Chunk(most) : [group]) invoices.Add(Invoice(part, currency));
    }

    private static PlannedInvoice Invoice(Candidate[] part, Currency currency)
    {
        var first = part[0].Item;
        var keys = string.Join('\n', part.Select(c => c.Line.Key).Order(StringComparer.Ordinal));
        return new()
        {
            Key = ContentHash.OfUtf8(Encoding.UTF8.GetBytes(keys)),
            LegalEntity = first.LegalEntity,
            Customer = first.Customer,
            Currency = currency,
            Terms = first.Terms,
            TaxRegime = first.TaxRegime,
            PurchaseOrder = Array.TrueForAll(part, c => c.Item.PurchaseOrder == first.PurchaseOrder) ? first.PurchaseOrder : "",
            ShipTo = Array.TrueForAll(part, c => c.Item.ShipTo == first.ShipTo) ? first.ShipTo : null,
            Lines = part.Select(c => c.Line).ToEquatableArray(),
            Net = Money.Sum(part.Select(c => c.Line.Line.Net), currency),
        };
    }

    // What keeps documents apart, as text: equal texts share a document, and the texts order the documents. The policy is part of
    // it, so that customers with two policies get documents by each.
    private static string GroupOf(BillableItem item, BillingPolicy policy, LocalDate billingDay)
    {
        var text = new StringBuilder(120);
        Add(item.LegalEntity.Value);
        Add(item.Customer.Value);
        Add(item.Price.Currency.Code);
        Add(item.Terms.Value);
        Add(item.TaxRegime);
        Add(item.Tax.Category == TaxCategory.OutOfScope ? "O" : "");
        Add(policy.Trigger.ToString());
        Add(policy.MaxLines?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add(policy.MinimumIn(item.Price.Currency)?.ToString() ?? "");
        Add(policy.CarryAtMostDays?.ToString(CultureInfo.InvariantCulture) ?? "");
        foreach (var by in policy.GroupBy.Distinct().Order())
            Add($"{by}={Part(by, item, billingDay)}");
        return text.ToString();

        void Add(string part) => text.Append(part).Append('\u001f');
    }

    private static string Part(BillingGrouping by, BillableItem item, LocalDate billingDay) => by switch
    {
        BillingGrouping.Order => item.Order.Value,
        BillingGrouping.PurchaseOrder => item.PurchaseOrder,
        BillingGrouping.Shipment => item.Shipment.Value,
        BillingGrouping.Contract => item.Contract.Value,
        BillingGrouping.Period => NodaTime.Text.LocalDatePattern.Iso.Format(billingDay),
        _ => item.ShipTo is { } to
            ? string.Join('\u001e', [to.Country.Value, to.PostCode, to.City, to.Region, .. to.Lines])
            : "",
    };

    private static readonly Comparer<Candidate> InPrintingOrder = Comparer<Candidate>.Create((a, b) =>
    {
        var order = string.CompareOrdinal(a.Item.Order.Value, b.Item.Order.Value);
        if (order == 0) order = ByNumber(a.Item.OrderLine.Value, b.Item.OrderLine.Value);
        if (order == 0) order = a.Line.BillingDay.CompareTo(b.Line.BillingDay);
        return order != 0 ? order : a.Item.Id.CompareTo(b.Item.Id);
    });

    // Line 10 comes after line 9: shorter texts first, then by their characters.
    private static int ByNumber(string one, string other) => one.Length != other.Length
        ? one.Length.CompareTo(other.Length)
        : string.CompareOrdinal(one, other);
}
