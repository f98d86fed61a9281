using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>
/// One attempt to take money through a gateway: what was asked, what is known of it, and what is not. At most one operation is
/// open; while nobody knows its answer nothing else is asked.
/// </summary>
public sealed partial record PaymentAttempt
{
    /// <summary>The attempt's id.</summary>
    public required PaymentAttemptId Id { get; init; }

    /// <summary>How much, for what, from where.</summary>
    public required PaymentAttemptFacts Facts { get; init; }

    /// <summary>What was asked and not answered for good; null when nothing is open.</summary>
    public OpenOperation? Open { get; init; }

    /// <summary>What is reserved in all, captured parts included.</summary>
    public required Money Authorized { get; init; }

    /// <summary>What was taken in all.</summary>
    public required Money Captured { get; init; }

    /// <summary>What was given back in all.</summary>
    public required Money Refunded { get; init; }

    /// <summary>True when the reservation was given up.</summary>
    public bool IsVoided { get; init; }

    /// <summary>What was declined, oldest first.</summary>
    public EquatableArray<PaymentDecline> Declines { get; init; }

    /// <summary>The provider's reference; empty before its first answer.</summary>
    public string ProviderReference { get; init => field = value ?? ""; } = "";

    /// <summary>The keys that were answered for good.</summary>
    public EquatableArray<string> AnsweredKeys { get; init; }

    /// <summary>The notices heard, by the provider's ids.</summary>
    public EquatableArray<string> Notices { get; init; }

    /// <summary>What is reserved and not taken.</summary>
    [JsonIgnore]
    public Money Capturable => IsVoided ? Money.Zero(Captured.Currency) : Authorized - Captured;

    /// <summary>What was taken and not given back.</summary>
    [JsonIgnore]
    public Money Refundable => Captured - Refunded;

    /// <summary>Where it stands: what is open comes before what is known.</summary>
    [JsonIgnore]
    public PaymentAttemptStatus Status => this switch
    {
        { Open.IsUnanswered: true } => PaymentAttemptStatus.Unknown,
        { Open: not null } => PaymentAttemptStatus.Pending,
        { Refunded.IsPositive: true } =>
            Refunded == Captured ? PaymentAttemptStatus.Refunded : PaymentAttemptStatus.PartlyRefunded,
        { Captured.IsPositive: true } => PaymentAttemptStatus.Settled,
        { IsVoided: true } => PaymentAttemptStatus.Voided,
        { Authorized.IsPositive: true } => PaymentAttemptStatus.Authorized,
        { Declines.IsEmpty: false } => PaymentAttemptStatus.Failed,
        _ => PaymentAttemptStatus.Created,
    };

    /// <summary>
    /// The request of the open operation: for the call, and for the enquiry about it. Null when nothing is open.
    /// </summary>
    [JsonIgnore]
    public GatewayRequest? Request => Open is not { } open ? null : new()
    {
        Key = open.Key, Attempt = Id, Operation = open.Operation, Amount = open.Amount, Token = Facts.Token,
        ProviderReference = ProviderReference, AskedAt = open.AskedAt,
    };

    /// <summary>The attempt that this first event makes.</summary>
    public static PaymentAttempt From(PaymentStarted first)
    {
        ArgumentNullException.ThrowIfNull(first);
        var none = Money.Zero(first.Facts.Amount.Currency);
        return new() { Id = first.Attempt, Facts = first.Facts, Authorized = none, Captured = none, Refunded = none };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another attempt, is the first one, or is unknown.</exception>
    public PaymentAttempt Apply(PaymentAttemptEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Attempt != Id) throw new ArgumentException($"The event is about {e.Attempt}, not about {Id}.", nameof(e));
        return e switch
        {
            GatewayAsked asked => this with
            {
                Open = new()
                {
                    Key = asked.Key, Operation = asked.Operation, Amount = asked.Amount, AskedAt = asked.At,
                    Before = asked.Operation switch
                    {
                        GatewayOperation.Capture => Captured,
                        GatewayOperation.Refund => Refunded,
                        _ => Money.Zero(asked.Amount.Currency),
                    },
                },
            },
            GatewayAnswered answered => Answered(answered.Answer, e.At),
            GatewayNoticed noticed => Noticed(noticed.Notice, e.At),
            _ => throw new ArgumentException($"{e.GetType().Name} does not follow another event.", nameof(e)),
        };
    }

    /// <summary>Every broken rule of a stored attempt, as <see cref="PaymentErrors.StateBroken"/> with its place.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Id.IsNone) Broken("id", "it has no id");
        var currency = Facts.Amount.Currency;
        if (Authorized.Currency != currency || Captured.Currency != currency || Refunded.Currency != currency
            || (Open is { } open && open.Amount.Currency != currency))
        {
            Broken("facts.amount", "it has two currencies");
            return findings.ToEquatableArray();
        }
        if (Captured > Authorized) Broken("captured", "more was taken than reserved");
        if (Refunded > Captured) Broken("refunded", "more was given back than taken");
        if (Captured.IsNegative || Refunded.IsNegative || !Facts.Amount.IsPositive) Broken("captured", "an amount is below zero");
        if (AnsweredKeys.Distinct().Count() != AnsweredKeys.Count) Broken("answeredKeys", "one is there twice");
        if (Notices.Distinct().Count() != Notices.Count) Broken("notices", "one is there twice");
        if (Open is { } still && AnsweredKeys.Contains(still.Key)) Broken("open", "it was answered");
        return findings.ToEquatableArray();

        void Broken(string target, string what) =>
            findings.Add(PaymentErrors.StateBroken.At(target, ("attempt", Id), ("what", what)));
    }

    private PaymentAttempt Answered(GatewayAnswer answer, Instant at)
    {
        var open = Open!;
        if (answer.Outcome is GatewayOutcome.Unknown or GatewayOutcome.Pending)
            return this with
            {
                ProviderReference = ReferenceOf(answer.ProviderReference),
                Open = open with
                {
                    IsPending = answer.Outcome == GatewayOutcome.Pending,
                    IsUnanswered = answer.Outcome == GatewayOutcome.Unknown,
                },
            };
        var closed = this with
        {
            Open = null, AnsweredKeys = AnsweredKeys.Add(open.Key), ProviderReference = ReferenceOf(answer.ProviderReference),
        };
        return answer.Outcome switch
        {
            GatewayOutcome.Approved => closed.Done(open.Operation, open.Before + (answer.Amount ?? open.Amount)),
            GatewayOutcome.Declined => closed with { Declines = Declines.Add(new()
            {
                Code = answer.DeclineCode, Operation = open.Operation, At = at, Key = open.Key,
            }) },
            _ => closed,
        };
    }

    private PaymentAttempt Noticed(GatewayNotice notice, Instant at)
    {
        var heard = this with
        {
            Notices = Notices.Add(notice.NoticeId), ProviderReference = ReferenceOf(notice.ProviderReference),
        };
        var isOpen = Open is { } open && open.Operation == notice.Operation && (notice.Key.Length == 0 || notice.Key == open.Key);
        if (notice.Outcome == GatewayOutcome.Declined)
            return isOpen && notice.Key.Length > 0
                ? heard with
                {
                    Open = null, AnsweredKeys = AnsweredKeys.Add(notice.Key),
                    Declines = Declines.Add(new()
                    {
                        Code = notice.DeclineCode, Operation = notice.Operation, At = at, Key = notice.Key,
                    }),
                }
                : heard;
        var done = heard.Done(notice.Operation, notice.Total);
        var isAnswered = isOpen && (notice.Operation == GatewayOperation.Void || notice.Total >= Open!.Before + Open.Amount);
        return isAnswered ? done with { Open = null, AnsweredKeys = AnsweredKeys.Add(Open!.Key) } : done;
    }

    // Totals only grow: a notice that comes late tells nothing new. What was captured was reserved before.
    private PaymentAttempt Done(GatewayOperation operation, Money total) => operation switch
    {
        GatewayOperation.Authorize => this with { Authorized = Money.Max(Authorized, total) },
        GatewayOperation.Capture => this with
        {
            Captured = Money.Max(Captured, total), Authorized = Money.Max(Authorized, total), IsVoided = false,
        },
        GatewayOperation.Refund => this with
        {
            Refunded = Money.Max(Refunded, total), Captured = Money.Max(Captured, total),
            Authorized = Money.Max(Authorized, total),
        },
        _ => this with { IsVoided = Captured.IsZero },
    };

    private string ReferenceOf(string given) => given.Length > 0 ? given : ProviderReference;
}
