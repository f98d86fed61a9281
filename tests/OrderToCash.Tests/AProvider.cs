using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using OrderToCash.Receivables;

namespace OrderToCash.Tests;

/// <summary>What the network does to one call.</summary>
internal enum Weather
{
    Fine,
    RequestLost,
    AnswerLost,
    Late,
    Twice,
    BrokenBefore,
    BrokenAfter,
    Busy,
    Garbled,
}

/// <summary>
/// A provider that speaks the payment-intent protocol, in the process: it keeps intents and refunds, does each key once, and sends
/// signed messages. The network before it loses calls and answers, delivers late and twice, and breaks.
/// </summary>
internal sealed class AProvider(IClock clock) : HttpMessageHandler
{
    public const string Secret = "whsec_1";

    private readonly Dictionary<string, (int Status, string Body)> done = [];
    private readonly List<Intent> intents = [];
    private readonly List<Refund> refunds = [];
    private readonly List<(string Path, Dictionary<string, string> Form, string Key)> late = [];

    private sealed class Intent
    {
        public required string Id { get; init; }
        public required long Amount { get; init; }
        public required string Currency { get; init; }
        public Dictionary<string, string> Metadata { get; init; } = [];
        public string Status { get; set; } = "requires_capture";
        public long Received { get; set; }
        public string Decline { get; init; } = "";
        public long Capturable => Status == "requires_capture" ? Amount - Received : 0;
    }

    private sealed record Refund(string Id, string Intent, long Amount, string Currency, string Status, Dictionary<string, string> Metadata);

    /// <summary>What happens to the next calls; fine when there is nothing.</summary>
    public Queue<Weather> Next { get; } = new();

    /// <summary>Why the next authorizations are declined; empty to approve.</summary>
    public string Declines { get; set; } = "";

    /// <summary>True to make refunds wait.</summary>
    public bool RefundsWait { get; set; }

    public bool CapturesSeveralTimes { get; set; }

    /// <summary>Bodies of messages that were not fetched.</summary>
    public List<string> Messages { get; } = [];

    public int Calls { get; private set; }

    public long Taken => intents.Sum(i => i.Received);

    public long GivenBack => refunds.Where(r => r.Status == "succeeded").Sum(r => r.Amount);

    public long Reserved => intents.Sum(i => i.Capturable);

    public IPaymentGateway Gateway(Duration? patience = null) => new HttpPaymentGateway(
        new(this, disposeHandler: false) { BaseAddress = new("https://provider.example/") }, Protocol, clock) { Patience = patience ?? Duration.FromSeconds(30) };

    public PaymentIntentProtocol Protocol => new() { CapturesSeveralTimes = CapturesSeveralTimes };

    /// <summary>What was late arrives.</summary>
    public void Arrive()
    {
        foreach (var (path, form, key) in late) Keyed(path, form, key);
        late.Clear();
    }

    public void FinishRefunds(string status)
    {
        for (var i = 0; i < refunds.Count; i++)
        {
            if (refunds[i].Status is not ("pending" or "succeeded") || (refunds[i].Status == "succeeded" && status == "succeeded")) continue;
            refunds[i] = refunds[i] with { Status = status };
            Tell(status == "failed" ? "refund.failed" : "refund.updated", RefundJson(refunds[i]));
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls++;
        var weather = Next.TryDequeue(out var next) ? next : Weather.Fine;
        var (path, query) = (request.RequestUri!.AbsolutePath.TrimStart('/'), request.RequestUri.Query.TrimStart('?'));
        if (request.Method == HttpMethod.Get)
            return weather switch
            {
                Weather.Fine or Weather.Twice => Answer(Ask(path, Parse(query))),
                Weather.Busy => Answer((429, Error("rate_limit"))),
                Weather.BrokenBefore or Weather.BrokenAfter => Answer((500, "")),
                Weather.Garbled => Answer((200, "<html>")),
                _ => throw new HttpRequestException("nothing came back"),
            };
        var form = Parse(request.Content!.ReadAsStringAsync(cancellationToken).GetAwaiter().GetResult());
        var key = request.Headers.GetValues("Idempotency-Key").Single();
        switch (weather)
        {
            case Weather.RequestLost: throw new HttpRequestException("connection refused");
            case Weather.Late:
                late.Add((path, form, key));
                throw new TaskCanceledException("timeout");
            case Weather.BrokenBefore: return Answer((503, ""));
            case Weather.Busy: return Answer((429, Error("rate_limit")));
        }
        var answer = Keyed(path, form, key);
        return weather switch
        {
            Weather.AnswerLost => throw new TaskCanceledException("timeout"),
            Weather.Twice => Answer(Keyed(path, form, key)),
            Weather.BrokenAfter => Answer((502, "")),
            Weather.Garbled => Answer((200, answer.Body[..(answer.Body.Length / 2)])),
            _ => Answer(answer),
        };
    }

    private (int, string Body) Keyed(string path, Dictionary<string, string> form, string key) =>
        done.TryGetValue(key, out var known) ? known : done[key] = Do(path, form);

    private (int, string) Do(string path, Dictionary<string, string> form)
    {
        var parts = path.Split('/');
        var metadata = form.Where(f => f.Key.StartsWith("metadata[", StringComparison.Ordinal)).ToDictionary(f => f.Key[9..^1], f => f.Value);
        if (path == "v1/payment_intents")
        {
            var intent = new Intent
            {
                Id = $"pi_{intents.Count + 1}", Amount = Number(form["amount"]), Currency = form["currency"], Metadata = metadata, Decline = Declines,
                Status = Declines.Length > 0 ? "requires_payment_method" : "requires_capture",
            };
            intents.Add(intent);
            if (Declines.Length > 0)
            {
                Tell("payment_intent.payment_failed", Json(intent));
                return (402, $$$"""{"error":{"type":"card_error","code":"card_declined","decline_code":"{{{Declines}}}","payment_intent":{{{Json(intent)}}}}}""");
            }
            Tell("payment_intent.amount_capturable_updated", Json(intent));
            return (200, Json(intent));
        }
        if (path == "v1/refunds")
        {
            var of = intents.Single(i => i.Id == form["payment_intent"]);
            var left = of.Received - refunds.Where(r => r.Intent == of.Id && r.Status is "pending" or "succeeded").Sum(r => r.Amount);
            if (Number(form["amount"]) > left) return (400, Error("charge_already_refunded"));
            var refund = new Refund($"re_{refunds.Count + 1}", of.Id, Number(form["amount"]), of.Currency, RefundsWait ? "pending" : "succeeded", metadata);
            refunds.Add(refund);
            if (!RefundsWait) Tell("charge.refunded", ChargeJson(of));
            return (200, RefundJson(refund));
        }
        var known = intents.FirstOrDefault(i => i.Id == parts[2]);
        if (known is null) return (404, Error("resource_missing"));
        if (known.Status != "requires_capture") return (400, Error("payment_intent_unexpected_state"));
        foreach (var (name, value) in metadata) known.Metadata[name] = value;
        if (parts[3] == "cancel")
        {
            known.Status = "canceled";
            Tell("payment_intent.canceled", Json(known));
            return (200, Json(known));
        }
        var amount = Number(form["amount_to_capture"]);
        if (amount > known.Capturable) return (400, Error("amount_too_large"));
        known.Received += amount;
        if (!CapturesSeveralTimes || known.Received == known.Amount) known.Status = "succeeded";
        Tell(known.Status == "succeeded" ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated", Json(known));
        return (200, Json(known));
    }

    private (int, string) Ask(string path, Dictionary<string, string> query)
    {
        if (path == "v1/payment_intents/search")
            return (200, List(intents.Where(i => query["query"] == $"metadata['o2c_search']:'{i.Metadata["o2c_search"]}'").Select(Json)));
        if (path == "v1/refunds") return (200, List(refunds.Where(r => r.Intent == query["payment_intent"]).Select(RefundJson)));
        return intents.FirstOrDefault(i => i.Id == path.Split('/')[2]) is { } intent ? (200, Json(intent)) : (404, Error("resource_missing"));
    }

    private void Tell(string type, string about) =>
        Messages.Add($$$"""{"id":"evt_{{{Interlocked.Increment(ref events)}}}","type":"{{{type}}}","data":{"object":{{{about}}}}}""");

    private int events;

    private static string Json(Intent intent) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["id"] = intent.Id, ["object"] = "payment_intent", ["amount"] = intent.Amount, ["currency"] = intent.Currency, ["status"] = intent.Status,
        ["amount_capturable"] = intent.Capturable, ["amount_received"] = intent.Received, ["metadata"] = intent.Metadata,
        ["last_payment_error"] = intent.Decline.Length > 0 ? new Dictionary<string, string> { ["code"] = "card_declined", ["decline_code"] = intent.Decline } : null,
    });

    private static string RefundJson(Refund refund) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["id"] = refund.Id, ["object"] = "refund", ["payment_intent"] = refund.Intent, ["amount"] = refund.Amount, ["currency"] = refund.Currency,
        ["status"] = refund.Status, ["metadata"] = refund.Metadata,
    });

    private string ChargeJson(Intent of) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["id"] = $"ch_{of.Id}", ["payment_intent"] = of.Id, ["currency"] = of.Currency, ["metadata"] = of.Metadata,
        ["amount_refunded"] = refunds.Where(r => r.Intent == of.Id && r.Status == "succeeded").Sum(r => r.Amount),
    });

    private static string List(IEnumerable<string> items) => $$"""{"object":"list","has_more":false,"data":[{{string.Join(',', items)}}]}""";

    private static string Error(string code) => $$$"""{"error":{"type":"invalid_request_error","code":"{{{code}}}"}}""";

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Parse(string form) => form.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).ToDictionary(p => Uri.UnescapeDataString(p[0]), p => Uri.UnescapeDataString(p[1]));

    private static Task<HttpResponseMessage> Answer((int Status, string Body) answer) =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") });
}
