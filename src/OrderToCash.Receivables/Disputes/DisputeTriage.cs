namespace OrderToCash.Receivables;

/// <summary>
/// Holds a claim against order, delivery and price. Pure: the same facts in any order give the same answer. It proposes; who
/// decides is said by <see cref="AutomaticDecision"/> or a person.
/// </summary>
public static class DisputeTriage
{
    private static readonly Dictionary<DisputeReason, Action<TriageWork>> Rules = new()
    {
        [DisputeReason.QuantityShort] = work => work.ByLine("quantity", TriageRules.Short),
        [DisputeReason.NotDelivered] = work => work.ByLine("quantity", TriageRules.Short),
        [DisputeReason.GoodsReturned] = work => work.ByLine("return", TriageRules.Returned),
        [DisputeReason.PriceDiffers] = work => work.ByLine("price", TriageRules.Price),
        [DisputeReason.DuplicateBilling] = TriageRules.Duplicate,
        [DisputeReason.CreditMissing] = work => work.Known("credit", "a credit was promised", work.Facts.CreditPromised),
        [DisputeReason.AlreadyPaid] = work => work.Known("payment", "money was received and not applied", work.Facts.PaidBefore),
        [DisputeReason.Discount] = work => work.Known("discount", "a discount was earned", work.Facts.DiscountEarned),
        [DisputeReason.Freight] = work => work.Excess("freight", work.Facts.FreightBilled, work.Facts.FreightAgreed),
        [DisputeReason.Tax] = work => work.Excess("tax", work.Facts.TaxBilled, work.Facts.TaxDue),
    };

    /// <summary>
    /// What the facts say. A reason without a rule, a fact that is not known, and amounts or units that don't fit leave it
    /// undecided. What was credited by amount since settles the claim first.
    /// </summary>
    public static TriageResult Assess(DisputeCase claim, TriageFacts facts)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(facts);
        var work = new TriageWork(claim, facts);
        if (Rules.TryGetValue(claim.Reason, out var rule)) rule(work);
        else work.Undecided("reason", $"No fact decides claims of the reason '{claim.Reason}'.");
        return work.Finish();
    }
}
