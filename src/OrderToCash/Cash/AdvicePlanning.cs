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
            if (Fitting(onAccount, advice) is not { } item) waiting.Add(advice);
            else if (paired.TryGetValue(item.Id, out var known)) known.Advices.Add(advice);
            else paired.Add(item.Id, (item, [advice]));
        }
        waiting.AddRange(paired.Values.Where(p => p.Advices.Count > 1).SelectMany(p => p.Advices));
        var asked = paired.Values.Where(p => p.Advices.Count == 1).Select(p => (p.Item, Advice: p.Advices[0])).ToList();
        asked.AddRange(Joined(onAccount, waiting, [.. paired.Keys]));
        var claims = items.Sound.Where(i => i.IsClaim && !i.Open.IsZero).ToDictionary(i => i.Id);
        var run = MatchingEngine.Match(items.Book(),
            [.. asked.Select(a => Incoming(a.Item, a.Advice, seller))], seller.Matching, payers);
        var decisions = run.Decisions.ToDictionary(d => d.Payment);
        return new()
        {
            Payments = [.. asked.Select(a => Decided(seller, a.Item, a.Advice, decisions[new(a.Item.Id.Value)], claims))],
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

    private static OpenItem? Fitting(ILookup<string, OpenItem> onAccount, RemittanceAdvice advice)
    {
        if (!IsWhole(advice)) return null;
        var fitting = onAccount[advice.PaymentReference].Where(i => -i.Amount == advice.PaidByLines).Take(2).ToArray();
        return fitting is [var only] ? only : null;
    }

    // A payer who pays for several may send an advice for each of them: together they are the payment.
    private static List<(OpenItem Item, RemittanceAdvice Advice)> Joined(
        ILookup<string, OpenItem> onAccount, List<RemittanceAdvice> waiting, HashSet<OpenItemId> taken)
    {
        var found = new List<(OpenItem, RemittanceAdvice)>();
        foreach (var parts in waiting.Where(IsWhole).GroupBy(a => a.PaymentReference, StringComparer.OrdinalIgnoreCase).ToArray())
        {
            if (parts.Count() < 2 || parts.Select(a => a.Currency).Distinct().Count() > 1) continue;
            var lines = parts.SelectMany(a => a.Lines).ToEquatableArray();
            var whole = parts.First() with { Number = "", Total = null, Lines = lines };
            if (parts.Any(a => Fitting(onAccount, a) is not null) || Fitting(onAccount, whole) is not { } item
                || taken.Contains(item.Id))
                continue;
            found.Add((item, whole));
            waiting.RemoveAll(parts.Contains);
        }
        return found;
    }

    // The advice says what is of others, and it is transferred to them: where some of it is the payer's own, or nobody knew whose
    // the money is. That all of it is another customer's a person says first.
    private static AdvisedPayment Decided(LegalEntity seller, OpenItem payment, RemittanceAdvice advice, MatchDecision decision,
        Dictionary<OpenItemId, OpenItem> claims)
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
        };
    }
}
