using System.Text.Json;

namespace OrderToCash.Receivables;

/// <summary>Messages of the payment-intent protocol: what they tell, by type.</summary>
internal static class PaymentIntentEvents
{
    internal static Result<GatewayEvent> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(new PaymentIntentJson(json.RootElement));
        }
        catch (JsonException)
        {
            return Unreadable("it is no JSON");
        }
    }

    private static Result<GatewayEvent> Read(PaymentIntentJson message)
    {
        var (id, type, about) = (message.Text("id"), message.Text("type"), message.Child("data").Child("object"));
        if (id.Length == 0 || type.Length == 0) return Unreadable("it has no id, or no type");
        var (attempt, key) = (about.Metadata("o2c_attempt"), about.Metadata("o2c_key"));
        var read = new GatewayEvent { Id = id, Type = type };
        if (attempt.Length == 0) return Result.Success(read);
        if (attempt.Length > 128 || attempt.Trim() != attempt || attempt.Any(char.IsControl))
            return Unreadable("its attempt is no id");
        read = read with { Attempt = new(attempt) };
        return type switch
        {
            "payment_intent.amount_capturable_updated" =>
                Totals(GatewayOperation.Authorize, key, about.Text("id"), "amount_capturable", "amount_received"),
            "payment_intent.succeeded" => Totals(GatewayOperation.Capture, key, about.Text("id"), "amount_received"),
            "payment_intent.canceled" => Totals(GatewayOperation.Void, "", about.Text("id"), "amount_received"),
            "charge.refunded" => Totals(GatewayOperation.Refund, "", about.Text("payment_intent"), "amount_refunded"),
            "payment_intent.payment_failed" => Totals(GatewayOperation.Authorize, key, about.Text("id")),
            "refund.updated" or "refund.failed" or "charge.refund.updated" => Result.Success(read with
            {
                EnquireKey = key, SaysFailed = about.Text("status") is "failed" or "canceled",
            }),
            _ => Result.Success(read),
        };

        // Without a total the message says that it was declined.
        Result<GatewayEvent> Totals(
            GatewayOperation operation, string by, string reference, params ReadOnlySpan<string> totals)
        {
            if (!Currency.TryOf(about.Text("currency").ToUpperInvariant(), out var currency))
                return Unreadable("its currency is not known");
            if (about.Amount(currency, totals) is not { } total) return Unreadable("an amount is missing or no amount");
            return Result.Success(read with
            {
                Notice = new()
                {
                    NoticeId = id, Operation = operation, Total = total, Key = by, ProviderReference = reference,
                    Outcome = totals.IsEmpty ? GatewayOutcome.Declined : GatewayOutcome.Approved,
                    DeclineCode = totals.IsEmpty ? about.Child("last_payment_error").Decline("declined") : "",
                },
            });
        }
    }

    private static Result<GatewayEvent> Unreadable(string what) =>
        Result.Failure<GatewayEvent>(GatewayErrors.EventUnreadable.With(("what", what)));
}
