using System.Text.RegularExpressions;
using OrderToCash.Matching;
using OrderToCash.Receivables;

namespace OrderToCash.Benchmarks.Peers;

/// <summary>What the hand-written engine did with a payment.</summary>
public sealed record HandWrittenDecision(PaymentId Payment, string Reason, IReadOnlyList<OpenItem> Items, decimal Applied, decimal Residual);

/// <summary>
/// The engine a competent developer writes in a few days: dictionaries by reference, number and customer, a compiled regular expression
/// for numbers in texts, references before amounts, loops up to three items, a tie is left alone. Money in another currency than the
/// book is left alone. The line we are compared with.
/// </summary>
public sealed class HandWrittenMatching
{
    private sealed record Entry(OpenItem Item, long Open, int Index);

    private readonly Dictionary<string, List<Entry>> byReference = [];
    private readonly Dictionary<string, List<Entry>> byNumber = [];
    private readonly Dictionary<CustomerId, List<Entry>> byCustomer = [];
    private readonly Dictionary<string, CustomerId> customerByAccount;
    private readonly Currency currency;
    private readonly int count;

    private static readonly Regex Numbers = new(@"\d{4,}(?:[-/ ]\d{3,})?", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    public HandWrittenMatching(IEnumerable<OpenItem> items, IEnumerable<PayerAlias> aliases)
    {
        foreach (var item in items)
        {
            var entry = new Entry(item, item.Open.MinorUnits, count++);
            currency = item.Amount.Currency;
            if (item.PaymentReference.Length > 0) Add(byReference, item.PaymentReference, entry);
            var digits = new string([.. item.DocumentNumber.Where(char.IsAsciiDigit)]);
            Add(byNumber, digits.TrimStart('0'), entry);
            var tail = new string([.. item.DocumentNumber.Reverse().SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit).Reverse()]);
            if (tail.TrimStart('0') != digits.TrimStart('0')) Add(byNumber, tail.TrimStart('0'), entry);
            Add(byCustomer, item.Customer, entry);
        }
        customerByAccount = aliases.GroupBy(a => a.Account).ToDictionary(g => g.Key, g => g.First().Customer);
    }

    public List<HandWrittenDecision> Match(IReadOnlyList<IncomingPayment> payments)
    {
        var closed = new bool[count];
        var decisions = new HandWrittenDecision[payments.Count];
        for (var i = 0; i < payments.Count; i++)
            decisions[i] = payments[i].Amount.Currency == currency ? ByReference(payments[i], closed)! : Decide(payments[i], "another currency", [], closed);
        for (var i = 0; i < payments.Count; i++) decisions[i] ??= ByAmount(payments[i], closed) ?? Decide(payments[i], "unidentified", [], closed);
        return [.. decisions];
    }

    private HandWrittenDecision? ByReference(IncomingPayment payment, bool[] closed)
    {
        var amount = payment.Amount.MinorUnits;
        var candidates = new List<Entry>();
        foreach (var claim in payment.Claims)
            if (byReference.TryGetValue(claim.StructuredReference.Replace(" ", ""), out var referenced)) candidates.AddRange(referenced.Where(e => !closed[e.Index]));
        if (candidates.Count == 1) return Named(payment, candidates[0], "structured reference", closed);

        foreach (Match match in Numbers.Matches(payment.RemittanceText))
        {
            AddNumber(match.Value, candidates, closed);
            if (match.Value.AsSpan().IndexOfAny("-/ ") < 0) continue;
            foreach (var part in match.Value.Split('-', '/', ' ')) AddNumber(part, candidates, closed);
        }
        var exact = candidates.Where(e => e.Open == amount).ToList();
        if (exact.Count == 1) return Decide(payment, "number in text", exact, closed);
        if (candidates.Count > 1 && candidates.Sum(e => e.Open) == amount) return Decide(payment, "numbers in text", candidates, closed);
        if (candidates.Count == 1 && customerByAccount.TryGetValue(payment.CounterpartyAccount, out var customer) && candidates[0].Item.Customer == customer)
            return Named(payment, candidates[0], "number in text", closed);
        return null;
    }

    private void AddNumber(string text, List<Entry> candidates, bool[] closed)
    {
        var digits = text.Replace("-", "").Replace("/", "").Replace(" ", "").TrimStart('0');
        if (!byNumber.TryGetValue(digits, out var hits)) return;
        foreach (var hit in hits)
            if (!closed[hit.Index] && !candidates.Contains(hit)) candidates.Add(hit);
    }

    private static HandWrittenDecision Named(IncomingPayment payment, Entry entry, string reason, bool[] closed)
    {
        var difference = entry.Open - payment.Amount.MinorUnits;
        var discount = entry.Item.Discounts.Where(t => payment.ReceivedOn <= t.Until.PlusDays(3)).Select(t => t.Discount.MinorUnits).DefaultIfEmpty(0).Max();
        if (difference == 0) return Decide(payment, reason, [entry], closed);
        if (difference == discount) return Decide(payment, reason + ", discount", [entry], closed);
        if (difference is > 0 and <= 500 && difference * 200 <= entry.Open) return Decide(payment, reason + ", tolerance", [entry], closed);
        return Decide(payment, reason + (difference > 0 ? ", part payment" : ", overpaid"), [entry], closed);
    }

    private HandWrittenDecision? ByAmount(IncomingPayment payment, bool[] closed)
    {
        if (!customerByAccount.TryGetValue(payment.CounterpartyAccount, out var customer) || !byCustomer.TryGetValue(customer, out var entries)) return null;
        var amount = payment.Amount.MinorUnits;
        var open = entries.Where(e => !closed[e.Index] && e.Open <= amount).ToList();
        var exact = open.Where(e => e.Open == amount).Take(2).ToList();
        if (exact.Count == 1) return Decide(payment, "amount", exact, closed);
        if (exact.Count > 1) return null;
        if (open.Count > 1 && open.Sum(e => e.Open) == amount) return Decide(payment, "all open", open, closed);
        List<Entry>? found = null;
        for (var i = 0; i < open.Count; i++)
            for (var j = i + 1; j < open.Count; j++)
                if (open[i].Open + open[j].Open == amount)
                {
                    if (found is not null) return null;
                    found = [open[i], open[j]];
                }
        if (found is not null) return Decide(payment, "two items", found, closed);
        if (open.Count > 60) return null;
        for (var i = 0; i < open.Count; i++)
            for (var j = i + 1; j < open.Count; j++)
                for (var k = j + 1; k < open.Count; k++)
                    if (open[i].Open + open[j].Open + open[k].Open == amount)
                    {
                        if (found is not null) return null;
                        found = [open[i], open[j], open[k]];
                    }
        return found is null ? null : Decide(payment, "three items", found, closed);
    }

    private static HandWrittenDecision Decide(IncomingPayment payment, string reason, List<Entry> entries, bool[] closed)
    {
        foreach (var entry in entries) closed[entry.Index] = true;
        var applied = Math.Min(entries.Sum(e => e.Item.Open.Amount), payment.Amount.Amount);
        return new(payment.Id, reason, entries.ConvertAll(e => e.Item), applied, payment.Amount.Amount - applied);
    }

    private static void Add<TKey>(Dictionary<TKey, List<Entry>> index, TKey key, Entry entry) where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list)) index.Add(key, list = []);
        list.Add(entry);
    }
}
