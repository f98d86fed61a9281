using System.Globalization;
using System.Text.Json;

namespace OrderToCash.Receivables;

/// <summary>
/// The protocol of Stripe's Payment Intents (docs.stripe.com/api/payment_intents, /refunds, /webhooks): an intent is
/// confirmed with
/// manual capture, captured, cancelled; refunds are objects of their own. Each deed carries our key twice: as the idempotency
/// key,
/// derived from attempt and operation, and as metadata, by which a question finds what became of it. Amounts are counts in the
/// provider's digits, which differ from ISO 4217 for ISK, MGA and UGX; currencies of three digits end in a zero.
/// </summary>
public sealed class PaymentIntentProtocol : IGatewayProtocol
{
    private const string AttemptField = "o2c_attempt";
    private const string KeyField = "o2c_key";
    private const string SearchField = "o2c_search";

    /// <summary>
    /// How long a deed may take to arrive and to be found: before, an operation the provider does not know counts as unknown. An
    /// hour is far more than calls live and searches lag.
    /// </summary>
    public Duration Settling { get; init; } = Duration.FromHours(1);

    /// <summary>
    /// True where the account may capture an intent several times; else the first capture releases the rest of the reservation.
    /// </summary>
    public bool CapturesSeveralTimes { get; init; }

    /// <inheritdoc/>
    public Result<GatewayCall> Do(GatewayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (PaymentIntentTables.UnitsOf(request.Amount) is not { } units)
            return Result.Failure<GatewayCall>(GatewayErrors.AmountOffGrid.At("amount", ("amount", request.Amount),
                ("currency", request.Amount.Currency), ("step", StepOf(request.Amount.Currency))));
        var amount = units.ToString(CultureInfo.InvariantCulture);
        return Result.Success(new GatewayCall
        {
            IdempotencyKey = KeyOf(request),
            Path = request.Operation switch
            {
                GatewayOperation.Authorize => "v1/payment_intents",
                GatewayOperation.Capture => $"{IntentOf(request)}/capture",
                GatewayOperation.Void => $"{IntentOf(request)}/cancel",
                _ => "v1/refunds",
            },
            Fields = request.Operation switch
            {
                GatewayOperation.Authorize =>
                [
                    Field("amount", amount), Field("currency", Lower(request.Amount.Currency)),
                    .. TokenOf(request.Token), Field("capture_method", "manual"), Field("confirm", "true"),
                    Field("off_session", "true"), .. Metadata(request),
                ],
                GatewayOperation.Capture => CapturesSeveralTimes
                    ? [Field("amount_to_capture", amount), Field("final_capture", "false"), .. Metadata(request)]
                    : [Field("amount_to_capture", amount), .. Metadata(request)],
                GatewayOperation.Void => [],
                _ => [Field("payment_intent", Needed(request)), Field("amount", amount), .. Metadata(request)],
            },
        });
    }

    /// <inheritdoc/>
    public GatewayCall Enquire(GatewayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ProviderReference.Length == 0 || request.Operation == GatewayOperation.Authorize)
            return new()
            {
                Path = "v1/payment_intents/search",
                Fields = [Field("query", $"metadata['{SearchField}']:'{KeyOf(request)}'")],
            };
        return request.Operation == GatewayOperation.Refund
            ? new() { Path = "v1/refunds", Fields = [Field("payment_intent", request.ProviderReference), Field("limit", "100")] }
            : new() { Path = IntentOf(request) };
    }

    /// <inheritdoc/>
    public GatewayAnswer Read(GatewayRequest request, GatewayReply reply)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reply);
        using var json = PaymentIntentJson.Parse(reply.Body);
        if (reply.IsSuccess)
            return json is null ? Answer(request, GatewayOutcome.Unknown) : Told(request, new(json.RootElement));
        if (reply.Status == 0) return Answer(request, GatewayOutcome.Unknown);
        var error = json is null ? default : new PaymentIntentJson(json.RootElement).Child("error");
        var outcome = PaymentIntentTables.OutcomeOf(reply.Status, error.Text("type"), error.Text("code"));
        return new()
        {
            Key = request.Key, Outcome = outcome, ProviderReference = error.Child("payment_intent").Text("id"),
            DeclineCode = outcome == GatewayOutcome.Declined ? error.Decline(Word(reply.Status)) : "",
        };
    }

    /// <inheritdoc/>
    public GatewayAnswer ReadEnquiry(GatewayRequest request, GatewayReply reply, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Status == 404) return Missing(request, now);
        using var json = reply.IsSuccess ? PaymentIntentJson.Parse(reply.Body) : null;
        if (json is null) return Answer(request, GatewayOutcome.Unknown);
        var told = new PaymentIntentJson(json.RootElement);
        if (told.List("data") is not { } list)
            return told.Text("id").Length == 0 ? Answer(request, GatewayOutcome.Unknown) : Seen(request, told, now);
        foreach (var one in list)
            if (one.Metadata(KeyField) == request.Key && one.Metadata(AttemptField) == request.Attempt.Value)
                return Told(request, one);
        // Not on this page is not the same as not there.
        return told.Flag("has_more") ? Answer(request, GatewayOutcome.Unknown) : Missing(request, now);
    }

    /// <inheritdoc/>
    public Result<GatewayEvent> ReadEvent(ReadOnlyMemory<byte> body) => PaymentIntentEvents.Read(body);

    // An intent read back: it carries the key of the last deed that was done to it.
    private GatewayAnswer Seen(GatewayRequest request, PaymentIntentJson intent, Instant now)
    {
        var status = intent.Text("status");
        return request.Operation switch
        {
            GatewayOperation.Void when status == "canceled" => Told(request, intent),
            GatewayOperation.Void when status == "succeeded" => Declined(request, intent, status),
            GatewayOperation.Capture when intent.Metadata(KeyField) == request.Key => Told(request, intent),
            GatewayOperation.Capture when status == "canceled" => Declined(request, intent, status),
            _ => Missing(request, now),
        };
    }

    private GatewayAnswer Told(GatewayRequest request, PaymentIntentJson told)
    {
        var (status, currency) = (told.Text("status"), request.Amount.Currency);
        if (told.Text("id").Length == 0 || (told.Text("currency") is { Length: > 0 } code && code != Lower(currency)))
            return Answer(request, GatewayOutcome.Unknown);
        var outcome = PaymentIntentJson.OutcomeOf(request.Operation, status);
        var amount = outcome != GatewayOutcome.Approved ? null : request.Operation switch
        {
            GatewayOperation.Authorize => told.Amount(currency, "amount_capturable", "amount_received"),
            GatewayOperation.Capture when !CapturesSeveralTimes => told.Amount(currency, "amount_received"),
            GatewayOperation.Refund => told.Amount(currency, "amount"),
            _ => null,
        };
        // Done, and nothing moved: the two do not go together.
        if (amount is { IsPositive: false }) return Answer(request, GatewayOutcome.Unknown);
        return new()
        {
            Key = request.Key, Outcome = outcome, Amount = amount,
            ProviderReference = request.Operation == GatewayOperation.Refund ? told.Text("payment_intent") : told.Text("id"),
            DeclineCode = outcome != GatewayOutcome.Declined ? ""
                : request.Operation == GatewayOperation.Refund && told.Text("failure_reason") is { Length: > 0 } reason ? reason
                : told.Child("last_payment_error").Decline(status),
        };
    }

    // What has not settled may still be on its way, there or back.
    private GatewayAnswer Missing(GatewayRequest request, Instant now) =>
        Answer(request,
            request.AskedAt is { } asked && now < asked + Settling ? GatewayOutcome.Unknown : GatewayOutcome.NotFound);

    private static GatewayAnswer Declined(GatewayRequest request, PaymentIntentJson intent, string status) => new()
    {
        Key = request.Key, Outcome = GatewayOutcome.Declined, ProviderReference = intent.Text("id"), DeclineCode = status,
    };

    private static GatewayAnswer Answer(GatewayRequest request, GatewayOutcome outcome) =>
        new() { Key = request.Key, Outcome = outcome };

    // The same attempt and operation make the same key, whoever sends it and when; no key says whose it is.
    private static string KeyOf(GatewayRequest request) =>
        "o2c-" + ContentHash.OfUtf8(System.Text.Encoding.UTF8.GetBytes($"{request.Attempt}\n{request.Key}")).Value[..40];

    private static GatewayField[] Metadata(GatewayRequest request) =>
    [
        Field($"metadata[{AttemptField}]", request.Attempt.Value), Field($"metadata[{KeyField}]", request.Key),
        Field($"metadata[{SearchField}]", KeyOf(request)),
    ];

    // A way to pay that is kept for a customer of the provider: "cus_1/pm_1".
    private static GatewayField[] TokenOf(string token) => token.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at
        ? [Field("customer", token[..at]), Field("payment_method", token[(at + 1)..])]
        : [Field("payment_method", token)];

    private static string IntentOf(GatewayRequest request) => $"v1/payment_intents/{Uri.EscapeDataString(Needed(request))}";

    private static string Needed(GatewayRequest request) => request.ProviderReference.Length > 0
        ? request.ProviderReference
        : throw new ArgumentException($"{request.Operation} needs the provider's reference.", nameof(request));

    private static Money StepOf(Currency currency) => Money.FromMinorUnits(PaymentIntentTables.StepOf(currency), currency);

    private static string Lower(Currency currency) => currency.Code.ToLowerInvariant();

    private static string Word(int status) => string.Create(CultureInfo.InvariantCulture, $"http-{status}");

    private static GatewayField Field(string name, string value) => new() { Name = name, Value = value };
}
