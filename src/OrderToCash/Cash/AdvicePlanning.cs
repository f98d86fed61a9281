using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Looks for the payment on account that each advice speaks of: the whole payment is still open, its amount is the advice's, and
/// it is known by the advice's payment reference.
/// </summary>
internal static class AdvicePlanning
{
    public static AdvicePlan Plan(
        LegalEntity seller, MatchableItems items, EquatableArray<RemittanceAdvice> advices, PayerDirectory payers)
    {
        var onAccount = items.Sound.Where(i => i.Kind == OpenItemKind.Payment && i.Open == i.Amount)
            .ToLookup(i => i.DocumentNumber, StringComparer.OrdinalIgnoreCase);
        var paired = new Dictionary<OpenItemId, (OpenItem Item, List<RemittanceAdvice> Advices)>();
        var waiting = new List<RemittanceAdvice>();
        foreach (var advice in advices)
        {
            var fitting = IsWhole(advice)
                ? onAccount[advice.PaymentReference].Where(i => -i.Amount == advice.PaidByLines).ToArray() : [];
            if (fitting is not [var item]) waiting.Add(advice);
            else if (paired.TryGetValue(item.Id, out var known)) known.Advices.Add(advice);
            else paired.Add(item.Id, (item, [advice]));
        }
        waiting.AddRange(paired.Values.Where(p => p.Advices.Count > 1).SelectMany(p => p.Advices));
        var asked = paired.Values.Where(p => p.Advices.Count == 1).Select(p => (p.Item, Advice: p.Advices[0])).ToArray();
        var claims = items.Sound.Where(i => i.IsClaim && !i.Open.IsZero).ToDictionary(i => i.Id);
        var run = MatchingEngine.Match(items.Book(),
            [.. asked.Select(a => Incoming(a.Item, a.Advice, seller))], seller.Matching, payers);
        var decisions = run.Decisions.ToDictionary(d => d.Payment);
        return new()
        {
            Payments = [.. asked.Select(a => Decided(a.Item, a.Advice, decisions[new(a.Item.Id.Value)], claims))],
            Waiting = [.. waiting],
            Findings = items.Findings,
        };
    }

    private static bool IsWhole(RemittanceAdvice advice) => advice.PaymentReference.Length > 0 && !advice.Lines.IsEmpty
        && (advice.Total ?? advice.PaidByLines) == advice.PaidByLines
        && advice.Findings.All(f => f.Code == BankFileErrors.BadDate.Code);

    private static IncomingPayment Incoming(OpenItem payment, RemittanceAdvice advice, LegalEntity seller) => new()
    {
        Id = new(payment.Id.Value),
        Amount = -payment.Open,
        ReceivedOn = payment.DocumentDate,
        Payer = payment.Customer == seller.UnidentifiedPayer ? default : payment.Customer,
        CounterpartyAccount = advice.PayerAccount,
        CounterpartyName = advice.PayerName,
        Claims = advice.Claims,
    };

    // Money of one customer settles that customer's items; whose unidentified money is, a person says first.
    private static AdvisedPayment Decided(OpenItem payment, RemittanceAdvice advice, MatchDecision decision,
        Dictionary<OpenItemId, OpenItem> claims) => new()
    {
        Payment = decision.Payment,
        Customer = payment.Customer,
        Advice = advice,
        Decision = decision,
        Allocations = decision.Allocations.All(a => claims[a.Item].Customer == payment.Customer) ? decision.Allocations : [],
    };
}
