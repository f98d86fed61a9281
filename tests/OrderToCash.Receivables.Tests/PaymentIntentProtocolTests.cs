using System.Text;

namespace OrderToCash.Receivables.Tests;

public sealed class PaymentIntentProtocolTests
{
    private static readonly Instant At = Instant.FromUtc(2025, 3, 3, 8, 0);
    private static readonly Instant Later = At + Duration.FromHours(2);
    private static readonly PaymentIntentProtocol Protocol = new();

    private static GatewayRequest Request(GatewayOperation operation, string amount = "119.00 EUR") => new()
    {
        Key = "cmd-1", Attempt = new("PA-1"), Operation = operation, Amount = Money.Parse(amount), Token = "cus_1/pm_1", AskedAt = At,
        ProviderReference = operation == GatewayOperation.Authorize ? "" : "pi_1",
    };

    private static string Form(GatewayRequest request, PaymentIntentProtocol? protocol = null) =>
        Uri.UnescapeDataString(Expect.Success((protocol ?? Protocol).Do(request)).Form());

    private static GatewayAnswer Read(GatewayRequest request, int status, string body) => Protocol.Read(request, new() { Status = status, Body = body });

    private static string Intent(string status, int capturable = 0, int received = 0, string key = "cmd-1", string more = "") => $$"""
        {"id":"pi_1","object":"payment_intent","currency":"eur","status":"{{status}}","amount_capturable":{{capturable}},"amount_received":{{received}},
         "metadata":{"o2c_attempt":"PA-1","o2c_key":"{{key}}"}{{more}}}
        """;

    [Fact]
    public void An_authorization_confirms_an_intent_without_taking_money()
    {
        var call = Expect.Success(Protocol.Do(Request(GatewayOperation.Authorize)));
        Assert.Equal(("v1/payment_intents", false), (call.Path, call.IsQuestion));
        Assert.StartsWith("amount=11900&currency=eur&customer=cus_1&payment_method=pm_1&capture_method=manual&confirm=true&off_session=true"
            + "&metadata[o2c_attempt]=PA-1&metadata[o2c_key]=cmd-1&metadata[o2c_search]=o2c-", Uri.UnescapeDataString(call.Form()), StringComparison.Ordinal);
        Assert.Contains("payment_method=tok_1&", Form(Request(GatewayOperation.Authorize) with { Token = "tok_1" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_operation_has_its_call()
    {
        Assert.Equal("v1/payment_intents/pi_1/capture", Expect.Success(Protocol.Do(Request(GatewayOperation.Capture))).Path);
        Assert.Equal("v1/payment_intents/pi_1/cancel", Expect.Success(Protocol.Do(Request(GatewayOperation.Void))).Path);
        Assert.Equal("v1/refunds", Expect.Success(Protocol.Do(Request(GatewayOperation.Refund))).Path);
        Assert.StartsWith("payment_intent=pi_1&amount=11900&", Form(Request(GatewayOperation.Refund)), StringComparison.Ordinal);
        Assert.DoesNotContain("final_capture", Form(Request(GatewayOperation.Capture)), StringComparison.Ordinal);
        Assert.Contains("final_capture=false", Form(Request(GatewayOperation.Capture), new() { CapturesSeveralTimes = true }), StringComparison.Ordinal);
        Assert.Equal("v1/payment_intents/..%2Faccount/capture",
            Expect.Success(Protocol.Do(Request(GatewayOperation.Capture) with { ProviderReference = "../account" })).Path);
        Assert.Throws<ArgumentException>(() => Protocol.Do(Request(GatewayOperation.Capture) with { ProviderReference = "" }));
    }

    [Fact]
    public void The_same_attempt_and_operation_have_the_same_key_and_others_another()
    {
        string Key(GatewayRequest request) => Expect.Success(Protocol.Do(request)).IdempotencyKey;
        var first = Request(GatewayOperation.Capture);
        Assert.Equal(Key(first), Key(first with { AskedAt = Later }));
        Assert.NotEqual(Key(first), Key(first with { Key = "cmd-2" }));
        Assert.NotEqual(Key(first), Key(first with { Attempt = new("PA-2") }));
        Assert.InRange(Key(first with { Key = new('x', 500) }).Length, 20, 255);
    }

    [Theory, InlineData("1190.00 EUR", "1190.00 EUR", "119000"), InlineData("1190 JPY", "1190 JPY", "1190"), InlineData("1.230 KWD", "1.230 KWD", "1230"),
     InlineData("500 ISK", "500 ISK", "50000"), InlineData("500 UGX", "500 UGX", "50000"), InlineData("500.00 MGA", "500.00 MGA", "500")]
    public void Amounts_are_counts_in_the_digits_of_the_provider(string amount, string back, string count)
    {
        Assert.StartsWith($"amount={count}&", Form(Request(GatewayOperation.Authorize, amount)), StringComparison.Ordinal);
        var read = Read(Request(GatewayOperation.Authorize, amount), 200,
            $$"""{"id":"pi_1","status":"requires_capture","currency":"{{amount[^3..].ToLowerInvariant()}}","amount_capturable":{{count}},"amount_received":0}""");
        Assert.Equal(Money.Parse(back), read.Amount);
    }

    [Theory, InlineData("1.234 KWD", "0.010 KWD"), InlineData("500.50 MGA", "1.00 MGA")]
    public void An_amount_between_two_steps_is_refused_before_anything_is_sent(string amount, string step)
    {
        var error = Expect.Refused(GatewayErrors.AmountOffGrid, Protocol.Do(Request(GatewayOperation.Authorize, amount)));
        Assert.Equal(step, error.Facts.Single(f => f.Name == "step").Value);
    }

    [Theory]
    [InlineData(GatewayOperation.Authorize, "requires_capture", GatewayOutcome.Approved), InlineData(GatewayOperation.Authorize, "processing", GatewayOutcome.Pending)]
    [InlineData(GatewayOperation.Authorize, "requires_action", GatewayOutcome.Pending), InlineData(GatewayOperation.Authorize, "canceled", GatewayOutcome.Declined)]
    [InlineData(GatewayOperation.Authorize, "requires_payment_method", GatewayOutcome.Declined), InlineData(GatewayOperation.Authorize, "new_word", GatewayOutcome.Unknown)]
    [InlineData(GatewayOperation.Capture, "succeeded", GatewayOutcome.Approved), InlineData(GatewayOperation.Capture, "processing", GatewayOutcome.Pending)]
    [InlineData(GatewayOperation.Capture, "canceled", GatewayOutcome.Declined), InlineData(GatewayOperation.Void, "canceled", GatewayOutcome.Approved)]
    [InlineData(GatewayOperation.Void, "requires_capture", GatewayOutcome.Unknown)]
    public void The_status_of_an_intent_is_the_outcome(GatewayOperation operation, string status, GatewayOutcome outcome) =>
        Assert.Equal(outcome, Read(Request(operation), 200, Intent(status, 11_900, 11_900)).Outcome);

    [Theory, InlineData("succeeded", GatewayOutcome.Approved, ""), InlineData("pending", GatewayOutcome.Pending, ""),
     InlineData("failed", GatewayOutcome.Declined, "lost_or_stolen_card"), InlineData("canceled", GatewayOutcome.Declined, "lost_or_stolen_card")]
    public void The_status_of_a_refund_is_the_outcome(string status, GatewayOutcome outcome, string code)
    {
        var read = Read(Request(GatewayOperation.Refund), 200,
            $$"""{"id":"re_1","payment_intent":"pi_1","currency":"eur","amount":11900,"status":"{{status}}","failure_reason":"lost_or_stolen_card"}""");
        Assert.Equal((outcome, "pi_1", code), (read.Outcome, read.ProviderReference, read.DeclineCode));
    }

    [Theory, InlineData("insufficient_funds", "51"), InlineData("do_not_honor", "05"), InlineData("stolen_card", "43"), InlineData("issuer_not_available", "91"),
     InlineData("revocation_of_all_authorizations", "R3"), InlineData("merchant_blacklist", "merchant_blacklist")]
    public void Words_of_declines_become_codes_of_the_network(string word, string code)
    {
        var read = Read(Request(GatewayOperation.Authorize), 402,
            $$$"""{"error":{"type":"card_error","code":"card_declined","decline_code":"{{{word}}}","payment_intent":{"id":"pi_9"} } }""");
        Assert.Equal((GatewayOutcome.Declined, code, "pi_9"), (read.Outcome, read.DeclineCode, read.ProviderReference));
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "parameter_invalid_integer", GatewayOutcome.Declined), InlineData(404, "invalid_request_error", "resource_missing", GatewayOutcome.Declined)]
    [InlineData(401, "invalid_request_error", "", GatewayOutcome.NotFound), InlineData(429, "invalid_request_error", "rate_limit", GatewayOutcome.NotFound)]
    [InlineData(400, "idempotency_error", "", GatewayOutcome.Unknown), InlineData(409, "invalid_request_error", "idempotency_key_in_use", GatewayOutcome.Unknown)]
    [InlineData(429, "invalid_request_error", "lock_timeout", GatewayOutcome.Unknown), InlineData(500, "api_error", "", GatewayOutcome.Unknown)]
    [InlineData(503, "api_error", "", GatewayOutcome.Unknown), InlineData(302, "", "", GatewayOutcome.Unknown), InlineData(408, "", "", GatewayOutcome.Unknown)]
    public void A_refusal_is_declined_an_overload_did_not_happen_and_a_fault_is_unknown(int status, string type, string code, GatewayOutcome outcome) =>
        Assert.Equal(outcome, Read(Request(GatewayOperation.Capture), status, $$$"""{"error":{"type":"{{{type}}}","code":"{{{code}}}"}}""").Outcome);

    [Theory, InlineData(""), InlineData("<html>"), InlineData("{}"), InlineData("[]"), InlineData("""{"id":"pi_1","status":7}"""),
     InlineData("""{"id":"pi_1","status":"succeeded","currency":"usd","amount_received":11900}"""),
     InlineData("""{"id":"pi_1","status":"succeeded","currency":"eur","amount_received":0}""")]
    public void An_answer_that_can_not_be_read_is_unknown(string body)
    {
        Assert.Equal(GatewayOutcome.Unknown, Read(Request(GatewayOperation.Capture), 200, body).Outcome);
        Assert.Equal(GatewayOutcome.Unknown, Read(Request(GatewayOperation.Capture), 0, body).Outcome);
    }

    [Fact]
    public void A_code_is_given_even_where_the_provider_gives_none() =>
        Assert.Equal("http-402", Read(Request(GatewayOperation.Authorize), 402, "").DeclineCode);

    [Fact]
    public void An_enquiry_asks_by_our_key()
    {
        var search = Protocol.Enquire(Request(GatewayOperation.Authorize));
        Assert.True(search.IsQuestion);
        Assert.StartsWith("query=metadata['o2c_search']:'o2c-", Uri.UnescapeDataString(search.Form()), StringComparison.Ordinal);
        Assert.Equal("v1/payment_intents/pi_1", Protocol.Enquire(Request(GatewayOperation.Capture)).Path);
        Assert.Equal("payment_intent=pi_1&limit=100", Protocol.Enquire(Request(GatewayOperation.Refund)).Form());
    }

    [Fact]
    public void What_the_provider_does_not_know_is_believed_only_when_it_had_time_to_arrive()
    {
        GatewayOutcome Ask(GatewayOperation operation, string body, Instant now, int status = 200) =>
            Protocol.ReadEnquiry(Request(operation), new() { Status = status, Body = body }, now).Outcome;
        const string none = """{"object":"search_result","data":[],"has_more":false}""";
        Assert.Equal(GatewayOutcome.Unknown, Ask(GatewayOperation.Authorize, none, At + Duration.FromMinutes(59)));
        Assert.Equal(GatewayOutcome.NotFound, Ask(GatewayOperation.Authorize, none, At + Duration.FromMinutes(60)));
        Assert.Equal(GatewayOutcome.Unknown, Ask(GatewayOperation.Refund, """{"data":[],"has_more":true}""", Later));
        Assert.Equal(GatewayOutcome.NotFound, Ask(GatewayOperation.Capture, Intent("requires_capture", 11_900, key: "cmd-0"), Later));
        Assert.Equal(GatewayOutcome.Approved, Ask(GatewayOperation.Capture, Intent("succeeded", 0, 11_900), At));
        Assert.Equal(GatewayOutcome.Declined, Ask(GatewayOperation.Capture, Intent("canceled", key: "cmd-0"), At));
        Assert.Equal(GatewayOutcome.Approved, Ask(GatewayOperation.Void, Intent("canceled", key: "cmd-0"), At));
        Assert.Equal(GatewayOutcome.Declined, Ask(GatewayOperation.Void, Intent("succeeded", 0, 11_900, "cmd-0"), At));
        Assert.Equal(GatewayOutcome.NotFound, Ask(GatewayOperation.Capture, "", Later, 404));
        Assert.Equal(GatewayOutcome.Unknown, Ask(GatewayOperation.Capture, "", Later, 500));
        Assert.Equal(GatewayOutcome.Unknown, Ask(GatewayOperation.Capture, "{}", Later));
    }

    [Fact]
    public void An_enquiry_takes_our_own_operation_and_no_other()
    {
        var found = $$"""{"data":[{{Intent("requires_capture", 500, key: "other")}},{{Intent("requires_capture", 11_900)}}]}""";
        var answer = Protocol.ReadEnquiry(Request(GatewayOperation.Authorize), new() { Status = 200, Body = found }, At);
        Assert.Equal((GatewayOutcome.Approved, Money.Parse("119.00 EUR"), "pi_1"), (answer.Outcome, answer.Amount, answer.ProviderReference));
    }

    private static Result<GatewayEvent> Event(string type, string about) =>
        Protocol.ReadEvent(Encoding.UTF8.GetBytes($$$"""{"id":"evt_1","type":"{{{type}}}","data":{"object":{{{about}}}}}"""));

    [Fact]
    public void Messages_tell_totals()
    {
        var reserved = Expect.Success(Event("payment_intent.amount_capturable_updated", Intent("requires_capture", 9_000, 2_900))).Notice!;
        Assert.Equal((GatewayOperation.Authorize, Money.Parse("119.00 EUR"), "cmd-1", "evt_1"), (reserved.Operation, reserved.Total, reserved.Key, reserved.NoticeId));
        var taken = Expect.Success(Event("payment_intent.succeeded", Intent("succeeded", 0, 11_900))).Notice!;
        Assert.Equal((GatewayOperation.Capture, Money.Parse("119.00 EUR")), (taken.Operation, taken.Total));
        var back = Expect.Success(Event("charge.refunded",
            """{"id":"ch_1","payment_intent":"pi_1","currency":"eur","amount_refunded":500,"metadata":{"o2c_attempt":"PA-1"}}""")).Notice!;
        Assert.Equal((GatewayOperation.Refund, Money.Parse("5.00 EUR"), "", "pi_1"), (back.Operation, back.Total, back.Key, back.ProviderReference));
        var declined = Expect.Success(Event("payment_intent.payment_failed",
            Intent("requires_payment_method", more: ",\"last_payment_error\":{\"decline_code\":\"insufficient_funds\"}"))).Notice!;
        Assert.Equal((GatewayOutcome.Declined, "51"), (declined.Outcome, declined.DeclineCode));
        Assert.Equal(GatewayOperation.Void, Expect.Success(Event("payment_intent.canceled", Intent("canceled"))).Notice!.Operation);
    }

    [Fact]
    public void Messages_without_totals_lead_to_an_enquiry_and_others_to_nothing()
    {
        var refund = Expect.Success(Event("refund.failed", """{"status":"failed","metadata":{"o2c_attempt":"PA-1","o2c_key":"cmd-3"}}"""));
        Assert.Equal(("cmd-3", true, false), (refund.EnquireKey, refund.SaysFailed, refund.IsNotOurs));
        Assert.True(Expect.Success(Event("payout.paid", """{"id":"po_1"}""")).IsNotOurs);
        Assert.True(Expect.Success(Event("payment_intent.succeeded", """{"id":"pi_2","currency":"eur","amount_received":1}""")).IsNotOurs);
        Assert.True(Expect.Success(Event("payment_intent.created", Intent("requires_confirmation"))).IsNotOurs);
    }

    [Theory, InlineData("payment_intent.succeeded", """{"currency":"eur","metadata":{"o2c_attempt":"PA-1"}}"""),
     InlineData("payment_intent.succeeded", """{"currency":"eur","amount_received":-5,"metadata":{"o2c_attempt":"PA-1"}}"""),
     InlineData("payment_intent.succeeded", """{"currency":"e1r","amount_received":5,"metadata":{"o2c_attempt":"PA-1"}}"""),
     InlineData("payment_intent.succeeded", """{"metadata":{"o2c_attempt":" PA-1"}}"""), InlineData("", "{}")]
    public void A_message_that_is_broken_is_refused(string type, string about) =>
        Expect.Refused(GatewayErrors.EventUnreadable, Event(type, about));

    [Fact]
    public void What_is_no_json_is_no_message() =>
        Expect.Refused(GatewayErrors.EventUnreadable, Protocol.ReadEvent(Encoding.UTF8.GetBytes("id=evt_1")));
}
