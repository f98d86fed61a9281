using System.Text.Json;

namespace OrderToCash.Receivables;

/// <summary>A JSON object of the payment-intent protocol: what is missing or of another kind reads as nothing.</summary>
internal readonly struct PaymentIntentJson(JsonElement element)
{
    internal static JsonDocument? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the status of an intent or refund says about an operation; a word that is not known says nothing.</summary>
    internal static GatewayOutcome OutcomeOf(GatewayOperation operation, string status) => (operation, status) switch
    {
        (GatewayOperation.Authorize, "requires_capture" or "succeeded") => GatewayOutcome.Approved,
        (GatewayOperation.Authorize, "requires_payment_method" or "canceled") => GatewayOutcome.Declined,
        (GatewayOperation.Authorize, "processing" or "requires_action" or "requires_confirmation") => GatewayOutcome.Pending,
        // What was captured in part waits for the next capture.
        (GatewayOperation.Capture, "succeeded" or "requires_capture") => GatewayOutcome.Approved,
        (GatewayOperation.Capture, "processing") => GatewayOutcome.Pending,
        (GatewayOperation.Capture, "canceled" or "requires_payment_method") => GatewayOutcome.Declined,
        (GatewayOperation.Void, "canceled") => GatewayOutcome.Approved,
        (GatewayOperation.Refund, "succeeded") => GatewayOutcome.Approved,
        (GatewayOperation.Refund, "pending" or "requires_action") => GatewayOutcome.Pending,
        (GatewayOperation.Refund, "failed" or "canceled") => GatewayOutcome.Declined,
        _ => GatewayOutcome.Unknown,
    };

    internal string Text(string name) =>
        Get(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    internal bool Flag(string name) => Get(name) is { ValueKind: JsonValueKind.True };

    internal PaymentIntentJson Child(string name) =>
        Get(name) is { ValueKind: JsonValueKind.Object } child ? new(child) : default;

    internal string Metadata(string name) => Child("metadata").Text(name);

    internal IEnumerable<PaymentIntentJson>? List(string name) => Get(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(e => new PaymentIntentJson(e))
        : null;

    /// <summary>The sum of counts; null when one is missing, is no whole number or is not on our grid.</summary>
    internal Money? Amount(Currency currency, params ReadOnlySpan<string> names)
    {
        var sum = 0L;
        foreach (var name in names)
        {
            if (Get(name) is not { ValueKind: JsonValueKind.Number } number || !number.TryGetInt64(out var units)
                || units is < 0 or > Money.MaxMinorUnits) return null;
            sum += units;
        }
        return sum <= Money.MaxMinorUnits ? PaymentIntentTables.AmountOf(sum, currency) : null;
    }

    /// <summary>The code of a decline in an error object; the word given where it has none.</summary>
    internal string Decline(string otherwise) =>
        PaymentIntentTables.DeclineOf(Text("decline_code"), Text("code")) is { Length: > 0 } code ? code : otherwise;

    private JsonElement? Get(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
