using System.Globalization;
using OrderToCash.Banking;
using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Translates mandates into the bank's messages and its answers into commands. Pure.</summary>
public static class DirectDebitOrders
{
    // What a bank says that gives no reason.
    private const string NoReason = "MS03";

    /// <summary>A direct-debit file with the collections chosen; batches by debit day, scheme and sequence.</summary>
    /// <param name="mandates">The mandates, in any order.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="creditor">Our account.</param>
    /// <param name="messageId">The message's id.</param>
    /// <param name="createdAt">When it is made.</param>
    /// <param name="which">The collections to send.</param>
    public static DirectDebitFile File(IEnumerable<DirectDebitMandate> mandates, string sender, SepaAccount creditor,
        string messageId, Instant createdAt, Predicate<MandateCollection> which)
    {
        ArgumentNullException.ThrowIfNull(mandates);
        ArgumentNullException.ThrowIfNull(which);
        var chosen = mandates.SelectMany(m => m.Collections.Where(c => which(c)).Select(c => (Mandate: m, Collection: c)))
            .OrderBy(c => c.Collection.EndToEndId, StringComparer.Ordinal);
        var batches = chosen
            .GroupBy(c => (c.Collection.DueOn, c.Mandate.Facts.Scheme, c.Collection.Sequence, c.Mandate.Facts.CreditorId))
            .OrderBy(g => g.Key.DueOn).ThenBy(g => g.Key.Scheme).ThenBy(g => g.Key.Sequence)
            .ThenBy(g => g.Key.CreditorId, StringComparer.Ordinal)
            .Select((g, i) => new DirectDebitBatch
            {
                Id = BatchId(messageId, i + 1), CollectOn = g.Key.DueOn,
                Scheme = g.Key.Scheme == MandateScheme.B2B ? DirectDebitScheme.B2B : DirectDebitScheme.Core,
                Sequence = SequenceOf(g.Key.Sequence), Creditor = creditor, CreditorId = g.Key.CreditorId,
                Collections = g.Select(c => Order(c.Mandate, c.Collection)).ToEquatableArray(),
            });
        return new() { MessageId = messageId, CreatedAt = createdAt, Sender = sender, Batches = batches.ToEquatableArray() };
    }

    /// <summary>
    /// The commands that record what a file that went out held, for <see cref="DirectDebitDesk.SendAsync"/>: each collection of a
    /// mandate that is known. Executing them again records nothing twice.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="mandates">The mandates of the file.</param>
    /// <param name="on">The day it went out.</param>
    /// <param name="by">Who sent it.</param>
    public static EquatableArray<SendCollection> Sent(
        DirectDebitFile file, IEnumerable<DirectDebitMandate> mandates, LocalDate on, Actor by)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(mandates);
        var known = Known(mandates);
        return file.Batches
            .SelectMany(batch => batch.Collections.Where(c => known.ContainsKey(c.EndToEndId)).Select(c => new SendCollection
            {
                Id = new(DerivedId.Of($"sent/{file.MessageId}/{c.EndToEndId}")), By = by, On = on,
                Mandate = known[c.EndToEndId], EndToEndId = c.EndToEndId, Message = file.MessageId, Batch = batch.Id,
            }))
            .ToEquatableArray();
    }

    /// <summary>
    /// The commands that a bank's answer (pain.002) asks for: each refused transaction of a mandate that is known. A refused
    /// batch or message refuses all its transactions; give the file that was sent to name them.
    /// </summary>
    /// <param name="report">The answer.</param>
    /// <param name="sent">The file it answers.</param>
    /// <param name="mandates">The mandates of the file.</param>
    /// <param name="on">The bank's date.</param>
    /// <param name="by">Who takes the answer.</param>
    public static EquatableArray<FailCollection> Rejections(PaymentStatusReport report, DirectDebitFile sent,
        IEnumerable<DirectDebitMandate> mandates, LocalDate on, Actor by)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(mandates);
        var known = Known(mandates);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var status in report.Statuses.Where(s => s.IsRejected))
            foreach (var batch in sent.Batches)
                if (status.BatchId.Length == 0 || status.BatchId == batch.Id)
                    foreach (var collection in batch.Collections)
                        if (status.EndToEndId.Length == 0) refused.TryAdd(collection.EndToEndId, status.Reason);
                        else if (status.EndToEndId == collection.EndToEndId) refused[collection.EndToEndId] = status.Reason;
        return refused.Where(r => known.ContainsKey(r.Key)).OrderBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => Failed(known[r.Key], r.Key, r.Value, true, null, on, by)).ToEquatableArray();
    }

    /// <summary>
    /// The command that a returned line of a statement asks for; null when it is no return of a collection that is known. What
    /// the bank took on top of the amount is its charge.
    /// </summary>
    public static FailCollection? Return(BankEntry entry, IEnumerable<DirectDebitMandate> mandates, Actor by)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(mandates);
        if (!entry.Amount.IsNegative || (!entry.IsReversal && entry.ReturnReason.Length == 0)) return null;
        foreach (var mandate in mandates)
            if (entry.EndToEndId.Length > 0 && mandate.Collection(entry.EndToEndId) is { } collection)
            {
                var charges = -entry.Amount - collection.Amount;
                return Failed(mandate.Id, collection.EndToEndId, entry.ReturnReason, false,
                    charges.IsPositive ? charges : null, entry.BookedOn, by);
            }
        return null;
    }

    private static FailCollection Failed(
        MandateId mandate, string endToEndId, string reason, bool isReject, Money? charges, LocalDate on, Actor by) => new()
    {
        Id = new(DerivedId.Of($"fail/{mandate}/{endToEndId}")), By = by, Mandate = mandate,
        Failure = new()
        {
            EndToEndId = endToEndId, Reason = reason.Length > 0 ? reason : NoReason, IsReject = isReject, Charges = charges,
            On = on,
        },
    };

    private static Dictionary<string, MandateId> Known(IEnumerable<DirectDebitMandate> mandates)
    {
        var known = new Dictionary<string, MandateId>(StringComparer.Ordinal);
        foreach (var mandate in mandates)
            foreach (var collection in mandate.Collections) known[collection.EndToEndId] = mandate.Id;
        return known;
    }

    private static Collection Order(DirectDebitMandate mandate, MandateCollection collection) => new()
    {
        EndToEndId = collection.EndToEndId, Amount = collection.Amount, MandateId = mandate.Facts.Mandate.Value,
        MandateSignedOn = mandate.Facts.SignedOn,
        Debtor = new() { Name = mandate.Facts.Debtor.Name, Iban = mandate.Facts.Debtor.Iban, Bic = mandate.Facts.Debtor.Bic },
        Text = collection.Item.IsNone ? "" : collection.Item.Value,
        Amendment = collection.Amendment is not { } changed ? null : new()
        {
            OriginalMandateId = changed.OriginalMandate.Value, OriginalCreditorId = changed.OriginalCreditorId,
            OriginalCreditorName = changed.OriginalCreditorName, OriginalIban = changed.OriginalIban,
            IsOtherBank = changed.IsOtherBank,
        },
    };

    private static SequenceType SequenceOf(CollectionSequence sequence) => sequence switch
    {
        CollectionSequence.First => SequenceType.First,
        CollectionSequence.Final => SequenceType.Final,
        CollectionSequence.OneOff => SequenceType.OneOff,
        _ => SequenceType.Recurrent,
    };

    private static string BatchId(string messageId, int number)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return messageId[..Math.Min(messageId.Length, 35 - suffix.Length)] + suffix;
    }
}
