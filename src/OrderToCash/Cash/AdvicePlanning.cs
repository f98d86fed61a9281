using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Looks for the payment on account that each advice speaks of, as <see cref="AdvicePairs"/> does before the money is booked: the
/// whole payment is still open, and what the bank said of it then - its reference, its payer's account and name - is remembered.
/// A payment that an advice names by its reference may be older than the advice.
/// </summary>
internal sealed class AdvicePlanning(LegalEntity seller, MatchableItems items, IReadOnlyList<WaitingPayment> waiting)
{
    // Payments on account, and the advices that are one of them; the others are left in the second.
    private readonly List<(WaitingPayment Payment, RemittanceAdvice Advice)> advised = [];
    private EquatableArray<RemittanceAdvice> left = [];

    /// <summary>The payments as the engine is asked about them: with the claims of their advices.</summary>
    public IReadOnlyList<IncomingPayment> Ask(EquatableArray<RemittanceAdvice> advices)
    {
        left = advices;
        Pair(advices);
        var byReference = new Dictionary<RemittanceAdvice, RemittanceAdvice>(ReferenceEqualityComparer.Instance);
        foreach (var advice in left.Where(a => a.PaymentReference.Length > 0))
            byReference.Add(advice with { Number = "", Date = null, PayerAccount = "", PayerName = "" }, advice);
        Pair([.. byReference.Keys], a => byReference[a]);
        return [.. advised.Select(a => a.Payment.Incoming with { Claims = a.Advice.Claims })];
    }

    /// <summary>What becomes of them.</summary>
    public AdvicePlan Plan(MatchRun run)
    {
        var claims = items.Sound.Where(i => i.IsClaim && !i.Open.IsZero).ToDictionary(i => i.Id);
        return new()
        {
            Payments = [.. advised.Zip(run.Decisions, (a, decision) => Decided(a.Payment.Item, a.Advice, decision, claims))],
            Waiting = left,
            Findings = items.Findings,
        };
    }

    private void Pair(EquatableArray<RemittanceAdvice> advices, Func<RemittanceAdvice, RemittanceAdvice>? original = null)
    {
        var taken = advised.Select(a => a.Payment.Item.Id).ToHashSet();
        var byIdentity = waiting.Where(w => w.Item.Open == w.Item.Amount && !taken.Contains(w.Item.Id))
            .ToDictionary(w => w.Item.Id.Value);
        var pairs = AdvicePairs.Of([.. byIdentity.Values.Select(Line)], advices);
        var found = new HashSet<RemittanceAdvice>(ReferenceEqualityComparer.Instance);
        foreach (var line in pairs.Advised)
        {
            RemittanceAdvice[] parts = [.. line.Advices.Select(a => original is null ? a : original(a))];
            advised.Add((byIdentity[line.Identity], AdvicePairs.Joined(parts)));
            foreach (var part in parts) found.Add(part);
        }
        left = left.Where(a => !found.Contains(a)).ToEquatableArray();
    }

    // The line of the bank as far as it is remembered: the number of the payment is the reference it came with.
    private static BankEntry Line(WaitingPayment waiting) => new()
    {
        Account = waiting.Item.LegalEntity.Value,
        Identity = waiting.Item.Id.Value,
        BookedOn = waiting.Item.DocumentDate,
        Amount = -waiting.Item.Open,
        EndToEndId = waiting.Item.DocumentNumber,
        CounterpartyAccount = waiting.Incoming.CounterpartyAccount,
        CounterpartyName = waiting.Incoming.CounterpartyName,
        RemittanceText = waiting.Incoming.RemittanceText,
    };

    // The advice says what is of others, and it is transferred to them: where some of it is the payer's own, or nobody knew whose
    // the money is. That all of it is another customer's a person says first.
    private AdvisedPayment Decided(
        OpenItem payment, RemittanceAdvice advice, MatchDecision decision, Dictionary<OpenItemId, OpenItem> claims)
    {
        var isOwn = payment.Customer == seller.UnidentifiedPayer
            || decision.Allocations.Any(a => claims[a.Item].Customer == payment.Customer);
        var mayApply = isOwn && CashPlanning.MaySplit(decision.Allocations, payment.Customer, id => claims[id].Customer);
        return new()
        {
            Payment = decision.Payment,
            Customer = payment.Customer,
            Advice = advice,
            Decision = decision,
            Allocations = mayApply ? decision.Allocations : [],
            Deductions = mayApply ? ClaimedDeduction.Of(advice.Claims, decision.Allocations, id => claims[id]) : [],
        };
    }
}

/// <summary>A payment on account, and what the bank said of it when it came.</summary>
internal sealed record WaitingPayment(OpenItem Item, IncomingPayment Incoming);
