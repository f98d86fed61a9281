namespace OrderToCash.Invoicing;

public sealed partial record InvoiceSending
{
    // What a channel may report: from where an attempt is to where it may come.
    private static readonly (DeliveryStatus From, DeliveryStatus To)[] Steps =
    [
        (DeliveryStatus.Queued, DeliveryStatus.Sent),
        (DeliveryStatus.Queued, DeliveryStatus.Delivered),
        (DeliveryStatus.Queued, DeliveryStatus.Failed),
        (DeliveryStatus.Sent, DeliveryStatus.Delivered),
        (DeliveryStatus.Sent, DeliveryStatus.Failed),
        (DeliveryStatus.Sent, DeliveryStatus.Bounced),
    ];

    /// <summary>
    /// Begins to send a document. Refused with <see cref="SendingErrors.NoRoute"/>, <see cref="SendingErrors.RouteInvalid"/>
    /// per way.
    /// </summary>
    /// <param name="invoice">The document.</param>
    /// <param name="routes">The ways, the preferred one first: portal, network, mail, letter.</param>
    /// <param name="by">Who starts it.</param>
    /// <param name="at">When.</param>
    public static Result<Decision<InvoiceSending, InvoiceSendingEvent>> Start(
        InvoiceId invoice, EquatableArray<DeliveryRoute> routes, Actor by, Instant at)
    {
        var findings = RouteFindings(invoice, routes);
        if (findings.Count > 0) return Result.Failure<Decision<InvoiceSending, InvoiceSendingEvent>>(findings);
        var started = new SendingStarted { Invoice = invoice, Routes = routes, By = by, At = at };
        return Decision.Born<InvoiceSending, InvoiceSendingEvent>(From(started), started);
    }

    /// <summary>
    /// Takes other ways from now on, after an address was corrected; the same ways again are a decision without events.
    /// Refused with <see cref="SendingErrors.NoRoute"/>, <see cref="SendingErrors.RouteInvalid"/>,
    /// <see cref="SendingErrors.Closed"/>.
    /// </summary>
    /// <param name="routes">The ways, the preferred one first.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceSending, InvoiceSendingEvent>> ChangeRoutes(
        EquatableArray<DeliveryRoute> routes, Actor by, Instant at)
    {
        if (routes == Routes) return Decide();
        if (IsClosed) return Refuse(ClosedError());
        var findings = RouteFindings(Invoice, routes);
        return findings.Count > 0
            ? Result.Failure<Decision<InvoiceSending, InvoiceSendingEvent>>(findings)
            : Decide(new SendingRoutesChanged { Invoice = Invoice, Routes = routes, By = by, At = at });
    }

    /// <summary>
    /// What is to be tried next: the same way again after a while, or the next way once its attempts are used up or it failed for
    /// good. Null when an attempt is under way, when all is used up, or when nothing is left to send.
    /// </summary>
    public NextDelivery? Next(SendingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (IsClosed || !Attempts.IsEmpty && IsUnderWay) return null;
        var tried = Attempts.Skip(AttemptsBefore).ToList();
        if (tried.Count >= policy.MostAttempts) return null;
        foreach (var route in Routes)
        {
            var own = tried.Where(a => a.Route == route).ToList();
            if (own.Count >= policy.AttemptsPerRoute || own.Any(a => a.IsPermanent)) continue;
            return new()
            {
                Route = route,
                NotBefore = own.Count == 0 ? Instant.MinValue : own[^1].At + policy.WaitBefore(own.Count + 1),
            };
        }
        return null;
    }

    /// <summary>
    /// Hands the document to a channel. Refused with <see cref="SendingErrors.PolicyInvalid"/>,
    /// <see cref="SendingErrors.Closed"/>, <see cref="SendingErrors.UnderWay"/>, <see cref="SendingErrors.Exhausted"/>,
    /// <see cref="SendingErrors.TooEarly"/>.
    /// </summary>
    /// <param name="policy">How often and how fast.</param>
    /// <param name="by">Who sends.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceSending, InvoiceSendingEvent>> Queue(SendingPolicy policy, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var findings = policy.Check();
        if (!findings.IsEmpty) return Result.Failure<Decision<InvoiceSending, InvoiceSendingEvent>>(findings);
        if (IsClosed) return Refuse(ClosedError());
        if (IsUnderWay)
            return Refuse(SendingErrors.UnderWay.With(
                ("number", Attempts.Count), ("invoice", Invoice), ("status", Attempts[^1].Status)));
        if (Next(policy) is not { } next)
            return Refuse(SendingErrors.Exhausted.With(("invoice", Invoice), ("attempts", Attempts.Count)));
        return next.NotBefore > at
            ? Refuse(SendingErrors.TooEarly.With(("invoice", Invoice), ("notBefore", next.NotBefore)))
            : Decide(new DeliveryQueued { Invoice = Invoice, Number = Attempts.Count + 1, Route = next.Route, By = by, At = at });
    }

    /// <summary>
    /// Begins with a document that went out already, by whatever way. Nothing is refused: it is a fact.
    /// </summary>
    /// <param name="invoice">The document.</param>
    /// <param name="route">The way it took.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="at">When.</param>
    public static Decision<InvoiceSending, InvoiceSendingEvent> Sent(
        InvoiceId invoice, DeliveryRoute route, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(route);
        var started = new SendingStarted { Invoice = invoice, Routes = [route], By = by, At = at };
        var sent = From(started).RecordSent(route, by, at).Value;
        return new() { State = sent.State, Events = [started, .. sent.Events] };
    }

    /// <summary>
    /// Records that somebody sent the document by a way of his own choice; the ways know it from then on, and attempts begin
    /// anew.
    /// What went that way and did not come back, or is closed, is a decision without events. Nothing is refused: it is a fact.
    /// </summary>
    /// <param name="route">The way it took.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceSending, InvoiceSendingEvent>> RecordSent(DeliveryRoute route, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (IsClosed || Attempts.Any(a => a.Route == route && a.Status == DeliveryStatus.Sent)) return Decide();
        var number = Attempts.Count + 1;
        var routes = Routes.Contains(route) ? Routes : Routes.Add(route);
        return Decide(
            new SendingRoutesChanged { Invoice = Invoice, Routes = routes, By = by, At = at },
            new DeliveryQueued { Invoice = Invoice, Number = number, Route = route, By = by, At = at },
            new DeliveryReported { Invoice = Invoice, Number = number, Status = DeliveryStatus.Sent, By = by, At = at });
    }

    /// <summary>
    /// Records what a channel reports: sent, delivered, failed or bounced. The same report again is a decision without
    /// events. Refused with <see cref="SendingErrors.AttemptUnknown"/>, <see cref="SendingErrors.WrongStatus"/>,
    /// <see cref="SendingErrors.ReasonMissing"/> for a failure without one.
    /// </summary>
    /// <param name="number">The attempt.</param>
    /// <param name="status">How far it is.</param>
    /// <param name="reason">Why it failed or bounced.</param>
    /// <param name="isPermanent">True when trying the same way again is useless; a bounce by a full mailbox is not.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceSending, InvoiceSendingEvent>> Report(
        int number, DeliveryStatus status, string reason, bool isPermanent, Actor by, Instant at)
    {
        if (number < 1 || number > Attempts.Count)
            return Refuse(SendingErrors.AttemptUnknown.At("number", ("invoice", Invoice), ("number", number)));
        var attempt = Attempts[number - 1];
        if (attempt.Status == status) return Decide();
        if (!Steps.Contains((attempt.Status, status)))
            return Refuse(SendingErrors.WrongStatus.At("status",
                ("number", number), ("invoice", Invoice), ("status", attempt.Status), ("reported", status)));
        var isLost = status is DeliveryStatus.Failed or DeliveryStatus.Bounced;
        if (isLost && string.IsNullOrWhiteSpace(reason)) return Refuse(SendingErrors.ReasonMissing.At("reason"));
        return Decide(new DeliveryReported
        {
            Invoice = Invoice,
            Number = number,
            Status = status,
            Reason = isLost ? reason : "",
            IsPermanent = isLost && isPermanent,
            By = by,
            At = at,
        });
    }

    /// <summary>
    /// Records that the receiver has the document, however that is known; once known, a second time is a decision without events.
    /// Refused with <see cref="SendingErrors.ReasonMissing"/>.
    /// </summary>
    /// <param name="receivedOn">The day it came.</param>
    /// <param name="how">How that is known.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceSending, InvoiceSendingEvent>> Acknowledge(
        LocalDate receivedOn, string how, Actor by, Instant at)
    {
        if (AcknowledgedOn is not null) return Decide();
        return string.IsNullOrWhiteSpace(how)
            ? Refuse(SendingErrors.ReasonMissing.At("how"))
            : Decide(new ReceiptAcknowledged { Invoice = Invoice, ReceivedOn = receivedOn, How = how, By = by, At = at });
    }

    /// <summary>
    /// Sends nothing any more, such as for a document that was credited; a second time is a decision without events. Refused with
    /// <see cref="SendingErrors.ReasonMissing"/>.
    /// </summary>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who stops it.</param>
    /// <param name="at">When.</param>
    public Result<Decision<InvoiceSending, InvoiceSendingEvent>> Stop(string reason, Actor by, Instant at)
    {
        if (StoppedBecause.Length > 0) return Decide();
        return string.IsNullOrWhiteSpace(reason)
            ? Refuse(SendingErrors.ReasonMissing.At("reason"))
            : Decide(new SendingStopped { Invoice = Invoice, Reason = reason, By = by, At = at });
    }

    // An attempt of before the ways changed may still be open; nobody waits for it.
    private bool IsUnderWay => Attempts.Count > AttemptsBefore && !Attempts[^1].IsLost;

    private DomainError ClosedError() => SendingErrors.Closed.With(
        ("invoice", Invoice), ("reason", StoppedBecause.Length > 0 ? StoppedBecause : "received"));

    private static List<DomainError> RouteFindings(InvoiceId invoice, EquatableArray<DeliveryRoute> routes)
    {
        var findings = new List<DomainError>();
        if (routes.IsEmpty) findings.Add(SendingErrors.NoRoute.At("routes", ("invoice", invoice)));
        for (var i = 0; i < routes.Count; i++)
        {
            var needsEndpoint = routes[i].Channel is not (Channel.Portal or Channel.Letter);
            if (routes.FindIndex(r => r == routes[i]) < i || needsEndpoint && string.IsNullOrWhiteSpace(routes[i].Endpoint))
                findings.Add(SendingErrors.RouteInvalid.At($"routes[{i}]",
                    ("channel", routes[i].Channel), ("endpoint", routes[i].Endpoint)));
        }
        return findings;
    }

    private static Result<Decision<InvoiceSending, InvoiceSendingEvent>> Refuse(DomainError error) =>
        Result.Failure<Decision<InvoiceSending, InvoiceSendingEvent>>(error);

    private Result<Decision<InvoiceSending, InvoiceSendingEvent>> Decide(params ReadOnlySpan<InvoiceSendingEvent> events) =>
        Decision.Of(this, (state, happened) => state.Apply(happened), events);
}
