namespace OrderToCash.Invoicing;

public sealed partial record InvoiceSending
{
    /// <summary>
    /// What is known of the arrival on a day. Proof comes first: the receiver's word, then the confirmation of a channel.
    /// Something sent that did not come back counts as received after the days of its channel, the earliest one first. Else
    /// nothing arrived.
    /// </summary>
    /// <param name="policy">After how many days something sent counts as received.</param>
    /// <param name="on">The day asked about.</param>
    /// <param name="zone">Where moments become days: the seller's.</param>
    public InvoiceReceipt ReceiptOn(SendingPolicy policy, LocalDate on, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(zone);
        if (Proof(zone) is { } proof && proof.On <= on) return Receipt(on, ReceiptStatus.Proven, proof.On, proof.How);
        LocalDate? expected = null;
        var (channel, isOut) = ("", false);
        foreach (var attempt in Attempts)
        {
            if (attempt.IsLost || attempt.SentAt is not { } sent) continue;
            isOut = true;
            if (policy.DaysOf(attempt.Route.Channel) is not { } days) continue;
            var day = sent.InZone(zone).Date.PlusDays(days);
            if (expected is null || day < expected) (expected, channel) = (day, attempt.Route.Channel.ToString());
        }
        if (expected is { } due)
            return Receipt(on, due <= on ? ReceiptStatus.Presumed : ReceiptStatus.OnItsWay, due, $"sent by {channel}");
        if (isOut) return Receipt(on, ReceiptStatus.OnItsWay, null, "sent, and only a proof counts");
        return Attempts.Any(a => a.IsLost)
            ? Receipt(on, ReceiptStatus.Undelivered, null, Attempts.Last(a => a.IsLost).Reason)
            : Receipt(on, ReceiptStatus.NotSent, null, "not sent");
    }

    private (LocalDate On, string How)? Proof(DateTimeZone zone)
    {
        (LocalDate On, string How)? proof = AcknowledgedOn is { } day ? (day, AcknowledgedHow) : null;
        foreach (var attempt in Attempts)
        {
            if (attempt.Status != DeliveryStatus.Delivered) continue;
            var confirmed = attempt.At.InZone(zone).Date;
            if (proof is null || confirmed < proof.Value.On) proof = (confirmed, $"confirmed by {attempt.Route.Channel}");
        }
        return proof;
    }

    private InvoiceReceipt Receipt(LocalDate on, ReceiptStatus status, LocalDate? received, string because) =>
        new() { Invoice = Invoice, On = on, Status = status, ReceivedOn = received, Because = because };
}
