using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>
/// Takes the messages a provider sends by itself, for the host's address that receives them. A message counts when it is signed;
/// the same one counts once; one that tells no totals leads to an enquiry. A host answers the provider with success for every
/// result that is a success, and with an error else: then the provider sends it again.
/// </summary>
/// <param name="books">Where the attempts are.</param>
/// <param name="desk">Hears notices and enquires.</param>
/// <param name="gateway">Is enquired.</param>
/// <param name="protocol">How the provider's messages are read.</param>
/// <param name="secrets">The secrets that are valid now: two while one is changed.</param>
/// <param name="clock">Tells whether a signature is fresh.</param>
public sealed class GatewayInbox(IBooks books, PaymentDesk desk, IPaymentGateway gateway, IGatewayProtocol protocol,
    IReadOnlyCollection<string> secrets, IClock clock)
{
    /// <summary>How far the time of signing may be away.</summary>
    public Duration Tolerance { get; init; } = WebhookSignature.StandardTolerance;

    /// <summary>
    /// Takes a message. Refuses what <see cref="WebhookSignature.Verify"/> refuses, <c>gateway.event-unreadable</c>,
    /// <c>gateway.other-payment</c> and <c>gateway.refund-came-back</c> (both for a person), <c>process.not-found</c>, and what
    /// <see cref="PaymentDesk.HearAsync"/> and <see cref="PaymentDesk.ResolveAsync"/> refuse.
    /// </summary>
    /// <param name="signature">The provider's signature header as it came.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="on">The business date of a receipt that follows.</param>
    /// <param name="by">Who takes it: the part of the system that listens.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async ValueTask<Result<HeardEvent>> ReceiveAsync(string? signature, ReadOnlyMemory<byte> body, LocalDate on, Actor by,
        CancellationToken cancellationToken = default)
    {
        var signed = WebhookSignature.Verify(signature, body.Span, secrets, clock.GetCurrentInstant(), Tolerance);
        if (!signed.IsSuccess) return Result.Failure<HeardEvent>(signed.Errors);
        if (!protocol.ReadEvent(body).TryGet(out var read, out var errors)) return Result.Failure<HeardEvent>(errors);
        if (read.IsNotOurs) return Heard(read, HeardEventKind.NotOurs);
        var stored = await books.LoadAsync<PaymentAttempt>(Streams.PaymentAttempt(read.Attempt), cancellationToken)
            .ConfigureAwait(false);
        if (stored is null)
            return Result.Failure<HeardEvent>(ProcessErrors.NotFound.With(("stream", Streams.PaymentAttempt(read.Attempt))));
        return read.Notice is { } notice
            ? await HearAsync(read, notice, stored.State, on, by, cancellationToken).ConfigureAwait(false)
            : await EnquireAsync(read, stored.State, on, by, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Result<HeardEvent>> HearAsync(GatewayEvent read, GatewayNotice notice, PaymentAttempt attempt,
        LocalDate on, Actor by, CancellationToken cancellationToken)
    {
        if (attempt.Notices.Contains(notice.NoticeId)) return Heard(read, HeardEventKind.Known, attempt);
        if (!IsAbout(notice, attempt))
            return notice.Outcome == GatewayOutcome.Declined || notice.Total.IsZero
                ? Heard(read, HeardEventKind.Known, attempt)
                : Result.Failure<HeardEvent>(GatewayErrors.OtherPayment.At("reference", ("type", read.Type),
                    ("payment", notice.ProviderReference), ("attempt", attempt.Id), ("known", attempt.ProviderReference)));
        var heard = await desk.HearAsync(new()
        {
            Id = new(DerivedId.Of($"{attempt.Id}/notice/{notice.NoticeId}/{by}/{on:R}")), By = by, Attempt = attempt.Id,
            Notice = notice, On = on,
        }, cancellationToken).ConfigureAwait(false);
        return heard.Bind(a => Heard(read, HeardEventKind.Taken, a));
    }

    private async Task<Result<HeardEvent>> EnquireAsync(
        GatewayEvent read, PaymentAttempt attempt, LocalDate on, Actor by, CancellationToken cancellationToken)
    {
        if (attempt.Open?.Key == read.EnquireKey)
        {
            var resolved = await desk.ResolveAsync(attempt.Id, on, by, gateway, cancellationToken).ConfigureAwait(false);
            return resolved.Bind(a => Heard(read, HeardEventKind.Enquired, a));
        }
        return read.SaysFailed && attempt.AnsweredKeys.Contains(read.EnquireKey)
            && !attempt.Declines.Any(d => d.Key == read.EnquireKey)
            ? Result.Failure<HeardEvent>(GatewayErrors.RefundCameBack.With(("key", read.EnquireKey), ("attempt", attempt.Id)))
            : Heard(read, HeardEventKind.Known, attempt);
    }

    // An attempt that was declined and tried again has a payment for each try: only the last one is its own.
    private static bool IsAbout(GatewayNotice notice, PaymentAttempt attempt) =>
        attempt.ProviderReference.Length == 0 || notice.ProviderReference == attempt.ProviderReference
        || (notice.Key.Length > 0 && notice.Key == attempt.Open?.Key);

    private static Result<HeardEvent> Heard(GatewayEvent read, HeardEventKind kind, PaymentAttempt? attempt = null) =>
        Result.Success(new HeardEvent { Id = read.Id, Type = read.Type, Kind = kind, Attempt = attempt });
}
