using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Reads what the books have with a payment service provider: the journal once, and whose payment each entry is about.
/// </summary>
internal sealed class ProviderReading(IBooks books)
{
    /// <summary>What is expected, and what payouts paid out before.</summary>
    internal async Task<(PayoutExpectation Expectation, List<PaidOut> Paid)> ReadAsync(
        LegalEntityId legalEntity, CancellationToken cancellationToken)
    {
        var paid = new List<PaidOut>();
        await foreach (var one in books.AllAsync<BookedPayout>(Streams.PayoutKind, cancellationToken).ConfigureAwait(false))
            if (one.State.LegalEntity == legalEntity)
                paid.Add(new() { Payout = one.State.Id, Movements = one.State.Movements });
        var refunds = await RefundsAsync(legalEntity, cancellationToken).ConfigureAwait(false);
        var (entries, payments) = (new List<ProviderEntry>(), new Dictionary<JournalEntryId, string>());
        await foreach (var entry in books.JournalAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.LegalEntity != legalEntity || !Moves(entry)) continue;
            var payment = entry.Event switch
            {
                JournalEvents.ChargebackReceived or JournalEvents.ChargebackReversed =>
                    payments.GetValueOrDefault(await ReceiptAsync(entry, cancellationToken).ConfigureAwait(false), ""),
                JournalEvents.RefundPaid => refunds.GetValueOrDefault(entry.Id.Value, ""),
                JournalEvents.PaymentUnapplied => refunds.GetValueOrDefault(entry.SourceDocument, ""),
                _ => payments.GetValueOrDefault(entry.Reverses, ""),
            };
            if (payment.Length == 0) payment = entry.SourceDocument;
            payments[entry.Id] = payment;
            entries.Add(new() { Entry = entry, Payment = payment });
        }
        return (PayoutExpectation.Of(entries, paid), paid);
    }

    private static bool Moves(JournalEntry entry)
    {
        foreach (var line in entry.Lines)
            if (line.Account == AccountRole.Provider) return true;
        return false;
    }

    // Refunds that went through a gateway: the attempt by the entry that paid it, and by the application that taking it back
    // names.
    private async Task<Dictionary<string, string>> RefundsAsync(LegalEntityId legalEntity, CancellationToken cancellationToken)
    {
        var attempts = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var one in books.AllAsync<RefundRequest>(Streams.RefundKind, cancellationToken).ConfigureAwait(false))
        {
            var refund = one.State;
            if (refund.LegalEntity != legalEntity || refund.Facts.Route.Attempt.IsNone || refund.Application.IsNone) continue;
            attempts[refund.Application.Value] = refund.Facts.Route.Attempt.Value;
            if (await books.LoadAsync<OpenItem>(Streams.OpenItem(refund.PaidFrom), cancellationToken).ConfigureAwait(false)
                is not { } credit) continue;
            foreach (var application in credit.State.Applications)
                if (application.Id == refund.Application && !application.Entry.IsNone)
                    attempts[application.Entry.Value] = refund.Facts.Route.Attempt.Value;
        }
        return attempts;
    }

    private async Task<JournalEntryId> ReceiptAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        foreach (var line in entry.Lines)
            if (line.Item is { } item && await books.LoadAsync<OpenItem>(Streams.OpenItem(item), cancellationToken)
                .ConfigureAwait(false) is { State.ChargedBack: { IsNone: false } receipt }) return receipt;
        return default;
    }
}
