using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// What a provider owes us by our books: what was charged, less refunds, chargebacks and the fees that are booked, and not paid
/// out yet. The net in each currency is the balance of <c>cash.provider</c>.
/// </summary>
public sealed record PayoutExpectation
{
    // What an entry is by its label; the others by the sign of what they move.
    private static readonly Dictionary<string, PayoutRowKind> Labels = new(StringComparer.Ordinal)
    {
        [JournalEvents.RefundPaid] = PayoutRowKind.Refund, [JournalEvents.PaymentUnapplied] = PayoutRowKind.RefundReversal,
        [JournalEvents.ChargebackReceived] = PayoutRowKind.Chargeback, [JournalEvents.PaymentReturned] = PayoutRowKind.Chargeback,
        [JournalEvents.ChargebackReversed] = PayoutRowKind.ChargebackReversal,
        [JournalEvents.BankChargeBooked] = PayoutRowKind.Fee,
    };

    /// <summary>The movements no payout paid out, in the order of recording.</summary>
    public required EquatableArray<ExpectedMovement> Movements { get; init; }

    /// <summary>What they come to, by currency and kind.</summary>
    [JsonIgnore]
    public EquatableArray<ExpectedTotal> Totals => Movements.GroupBy(m => (m.Gross.Currency, m.Kind))
        .OrderBy(g => g.Key.Currency).ThenBy(g => g.Key.Kind).Select(g => new ExpectedTotal
        {
            Kind = g.Key.Kind, Movements = g.Count(), Gross = Money.Sum(g.Select(m => m.Gross), g.Key.Currency),
            BookedFees = Money.Sum(g.Select(Fee), g.Key.Currency),
        }).ToEquatableArray();

    /// <summary>What is expected in a currency: all movements less the fees that are booked.</summary>
    public Money Net(Currency currency) =>
        Money.Sum(Movements.Where(m => m.Gross.Currency == currency).Select(m => m.Gross - Fee(m)), currency);

    /// <summary>
    /// Derives it from the entries that move the provider's account and what payouts paid out. Entries of payouts are the
    /// payouts' own; what was taken back before it was paid out is not expected. Pure; O(entries + movements paid out).
    /// </summary>
    /// <param name="entries">In the order of recording; those that don't move the account do no harm.</param>
    /// <param name="paid">What payouts paid out.</param>
    public static PayoutExpectation Of(IEnumerable<ProviderEntry> entries, IEnumerable<PaidOut> paid)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(paid);
        var gone = new HashSet<(JournalEntryId, Currency)>();
        var named = new Dictionary<(PayoutRowKind, string, Money), int>();
        foreach (var movement in paid.SelectMany(p => p.Movements))
            if (!movement.Entry.IsNone) gone.Add((movement.Entry, movement.Gross.Currency));
            else named[NameOf(movement)] = named.GetValueOrDefault(NameOf(movement)) + 1;
        var (open, at) = (new List<ExpectedMovement?>(), new Dictionary<(JournalEntryId, Currency), int>());
        foreach (var one in entries)
        {
            if (one.Entry.Event == JournalEvents.PayoutReceived) continue;
            foreach (var movement in MovementsOf(one))
            {
                var (key, reversed) = ((movement.Entry, movement.Gross.Currency), (one.Entry.Reverses, movement.Gross.Currency));
                if (!one.Entry.Reverses.IsNone && at.Remove(reversed, out var place)
                    && open[place] is { } taken && taken.Gross - Fee(taken) == -(movement.Gross - Fee(movement)))
                {
                    open[place] = null;
                    continue;
                }
                if (gone.Contains(key)) continue;
                if (named.TryGetValue(NameOf(movement), out var left) && left > 0)
                {
                    named[NameOf(movement)] = left - 1;
                    continue;
                }
                at[key] = open.Count;
                open.Add(movement);
            }
        }
        return new() { Movements = open.OfType<ExpectedMovement>().ToEquatableArray() };
    }

    private static IEnumerable<ExpectedMovement> MovementsOf(ProviderEntry one)
    {
        var entry = one.Entry;
        foreach (var lines in entry.Lines.Where(l => l.Account == AccountRole.Provider).GroupBy(l => l.Document.Currency))
        {
            var gross = Money.Sum(lines.Select(l => l.SignedDocument), lines.Key);
            var carried = Money.Sum(lines.Select(l => l.SignedFunctional), entry.FunctionalCurrency);
            if (gross.IsZero) continue;
            var kind = KindOf(entry, gross.IsPositive);
            var fees = kind == PayoutRowKind.Chargeback
                ? entry.Lines.Where(l => l.Account == AccountRole.BankCharges && l.Document.Currency == lines.Key).ToList() : [];
            var fee = Money.Sum(fees.Select(l => l.SignedDocument), lines.Key);
            var carriedFee = Money.Sum(fees.Select(l => l.SignedFunctional), entry.FunctionalCurrency);
            yield return new()
            {
                Payment = one.Payment, Kind = kind, Gross = gross + fee, Carried = carried + carriedFee, Entry = entry.Id,
                BookedOn = entry.Date, BookedFee = fee.IsZero ? null : fee, CarriedFee = fee.IsZero ? null : carriedFee,
            };
        }
    }

    private static PayoutRowKind KindOf(JournalEntry entry, bool isIn)
    {
        if (Labels.TryGetValue(entry.Event, out var known)
            && isIn == (known is PayoutRowKind.RefundReversal or PayoutRowKind.ChargebackReversal)) return known;
        if (!isIn) return PayoutRowKind.Refund;
        return entry.Reverses.IsNone ? PayoutRowKind.Charge : PayoutRowKind.RefundReversal;
    }

    // What a host named without an entry.
    private static (PayoutRowKind, string, Money) NameOf(ExpectedMovement movement) =>
        (movement.Kind, movement.Payment, movement.Gross);

    private static Money Fee(ExpectedMovement movement) => movement.BookedFee ?? Money.Zero(movement.Gross.Currency);
}
