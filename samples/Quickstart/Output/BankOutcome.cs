using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Quickstart;

/// <summary>What became of a bank line, in the words of the report.</summary>
internal static class BankOutcome
{
    /// <summary>The outcomes in the order of the report, and whether the money found its place without a person.</summary>
    public static IReadOnlyList<(string Name, bool IsApplied)> All { get; } =
    [
        ("paid in full", true), ("paid with discount", true), ("short within tolerance", true), ("paid in part", true), ("overpaid, rest on account", true),
        ("suggested to a person", false), ("paid twice, on account", false), ("unidentified", false), ("returned by the bank", true), ("no customer's money", true),
        ("known from an earlier import", true), ("application refused, on account", false), ("refused", false),
    ];

    /// <summary>The outcome.</summary>
    public static string Of(BankDecision decision) => decision.Plan switch
    {
        _ when decision.Errors.Count > 0 => decision.IsBooked ? "application refused, on account" : "refused",
        { Treatment: PaymentTreatment.Return } => "returned by the bank",
        { Treatment: PaymentTreatment.AlreadyBooked } => "known from an earlier import",
        { Treatment: PaymentTreatment.NotCash } => "no customer's money",
        { Treatment: PaymentTreatment.Refused } => "refused",
        { Allocations.IsEmpty: true, Decision.Outcome: MatchOutcome.Duplicate } => "paid twice, on account",
        { Allocations.IsEmpty: true, Decision.Outcome: MatchOutcome.Unidentified } => "unidentified",
        { Allocations.IsEmpty: true } => "suggested to a person",
        { Decision.Outcome: MatchOutcome.Discounted } => "paid with discount",
        { Decision.Outcome: MatchOutcome.ShortWithinTolerance } => "short within tolerance",
        { Decision.Outcome: MatchOutcome.Partial } => "paid in part",
        { Decision.Outcome: MatchOutcome.Over } => "overpaid, rest on account",
        { Decision.Outcome: MatchOutcome.Duplicate } => "paid twice, on account",
        _ => "paid in full",
    };

    /// <summary>Why, in words; items by the number of their document, as customers know them.</summary>
    public static string Why(BankDecision decision, IReadOnlyDictionary<OpenItemId, OpenItem> items)
    {
        var text = Why(decision);
        if (decision.Plan.Decision is not { } match) return text;
        foreach (var allocation in match.Allocations.Concat(match.Alternatives.SelectMany(a => a.Allocations)))
            if (items.TryGetValue(allocation.Item, out var item) && item.Instalment <= 1)
                text = text.Replace(allocation.Item.Value, item.DocumentNumber, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Why, in words; items by their ids.</summary>
    public static string Why(BankDecision decision) => decision switch
    {
        { Errors.IsEmpty: false, IsBooked: true } => $"The ledger refused the application, so the money waits on account: {Messages(decision)}",
        { Errors.IsEmpty: false } => Messages(decision),
        { Plan: { Treatment: PaymentTreatment.Return } plan } =>
            $"The bank took payment {plan.Returns} back{(plan.Entry.ReturnReason.Length > 0 ? $" ({plan.Entry.ReturnReason})" : "")}: what it settled is open again.",
        { Plan.Treatment: PaymentTreatment.NotCash } => "A payment out, a charge or an information: it settles no customer's item.",
        { Plan.Treatment: PaymentTreatment.AlreadyBooked } => "The same bank line was booked before; nothing is booked twice.",
        { Plan.Decision: { } match } => match.Explanation,
        _ => "",
    };

    private static string Messages(BankDecision decision) => string.Join(" ", decision.Errors.Select(e => e.Message));
}
