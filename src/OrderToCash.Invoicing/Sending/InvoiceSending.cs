using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// The way of a posted document to its receiver: the channels in order of preference, a log of attempts, and what is known of its
/// arrival. What nobody can prove to have arrived is not dunned.
/// </summary>
public sealed partial record InvoiceSending
{
    /// <summary>The document.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>The ways, the preferred one first.</summary>
    public required EquatableArray<DeliveryRoute> Routes { get; init; }

    /// <summary>The log, in the order the attempts were made.</summary>
    public EquatableArray<DeliveryAttempt> Attempts { get; init; }

    /// <summary>How many attempts were made before the ways last changed; they count for no budget any more.</summary>
    public int AttemptsBefore { get; init; }

    /// <summary>The day the receiver says it came; null while he does not.</summary>
    public LocalDate? AcknowledgedOn { get; init; }

    /// <summary>How that is known; empty while it is not.</summary>
    public string AcknowledgedHow { get; init => field = value ?? ""; } = "";

    /// <summary>Why nothing is sent any more; empty while it is.</summary>
    public string StoppedBecause { get; init => field = value ?? ""; } = "";

    /// <summary>True when nothing is left to send.</summary>
    [JsonIgnore]
    public bool IsClosed =>
        StoppedBecause.Length > 0 || AcknowledgedOn is not null || Attempts.Any(a => a.Status == DeliveryStatus.Delivered);

    /// <summary>The state after the first event.</summary>
    public static InvoiceSending From(SendingStarted started)
    {
        ArgumentNullException.ThrowIfNull(started);
        return new() { Invoice = started.Invoice, Routes = started.Routes };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event is another document's, or of a kind this version does not know.</exception>
    public InvoiceSending Apply(InvoiceSendingEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Invoice != Invoice)
            throw new ArgumentException($"The event is about {happened.Invoice}, not {Invoice}.", nameof(happened));
        return happened switch
        {
            SendingStarted started => From(started),
            SendingRoutesChanged changed => this with { Routes = changed.Routes, AttemptsBefore = Attempts.Count },
            DeliveryQueued queued => this with
            {
                Attempts = Attempts.Add(new()
                {
                    Number = queued.Number,
                    Route = queued.Route,
                    Status = DeliveryStatus.Queued,
                    QueuedAt = queued.At,
                    At = queued.At,
                }),
            },
            DeliveryReported reported => this with
            {
                Attempts = Attempts.SetItem(reported.Number - 1, After(Attempts[reported.Number - 1], reported)),
            },
            ReceiptAcknowledged known => this with { AcknowledgedOn = known.ReceivedOn, AcknowledgedHow = known.How },
            SendingStopped stopped => this with { StoppedBecause = stopped.Reason },
            _ => throw new ArgumentException($"'{happened.GetType().Name}' is not known here.", nameof(happened)),
        };
    }

    /// <summary>What contradicts itself in a stored log: <see cref="SendingErrors.StateMismatch"/>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Routes.IsEmpty) Mismatch("routes", "there is no way");
        if (AttemptsBefore < 0 || AttemptsBefore > Attempts.Count)
            Mismatch("attemptsBefore", "more attempts are past than there are");
        for (var i = 0; i < Attempts.Count; i++)
        {
            var attempt = Attempts[i];
            if (attempt.Number != i + 1) Mismatch($"attempts[{i}].number", "attempts are out of order");
            if (attempt.IsLost == (attempt.Reason.Length == 0))
                Mismatch($"attempts[{i}].reason", "a reason and a failure go together");
            if (attempt.Status is DeliveryStatus.Sent or DeliveryStatus.Bounced && attempt.SentAt is null)
                Mismatch($"attempts[{i}].sentAt", "what is sent has a moment");
            if (i + 1 < Attempts.Count && i >= AttemptsBefore && !attempt.IsLost)
                Mismatch($"attempts[{i}].status", "two attempts are under way");
        }
        if (AcknowledgedOn is null != (AcknowledgedHow.Length == 0))
            Mismatch("acknowledgedHow", "a receipt says how it is known");
        return [.. findings];

        void Mismatch(string target, string part) =>
            findings.Add(SendingErrors.StateMismatch.At(target, ("invoice", Invoice), ("part", part)));
    }

    private static DeliveryAttempt After(DeliveryAttempt attempt, DeliveryReported reported) => attempt with
    {
        Status = reported.Status,
        At = reported.At,
        SentAt = attempt.SentAt ?? (reported.Status == DeliveryStatus.Failed ? null : reported.At),
        Reason = reported.Reason,
        IsPermanent = reported.IsPermanent,
    };
}
