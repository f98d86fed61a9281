using System.Collections.Frozen;

namespace OrderToCash.Receivables;

/// <summary>The words of the payment-intent protocol, as data.</summary>
internal static class PaymentIntentTables
{
    /// <summary>
    /// What an HTTP status says about a deed. 401, 403 and 429 come before anything is done: it did not happen. 408, 409, 424 and
    /// all above 499 leave open whether it did.
    /// </summary>
    private static readonly FrozenDictionary<int, GatewayOutcome> Statuses = new Dictionary<int, GatewayOutcome>
    {
        [400] = GatewayOutcome.Declined, [402] = GatewayOutcome.Declined, [404] = GatewayOutcome.Declined,
        [422] = GatewayOutcome.Declined,
        [401] = GatewayOutcome.NotFound, [403] = GatewayOutcome.NotFound, [429] = GatewayOutcome.NotFound,
    }.ToFrozenDictionary();

    /// <summary>Errors that a deed under the same key did something before, or does it now.</summary>
    private static readonly FrozenSet<string> KeyInUse =
        new[] { "idempotency_error", "idempotency_key_in_use", "lock_timeout" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The provider's words for a decline, as codes of ISO 8583 field 39, which <see cref="RetryPolicy"/> knows.
    /// </summary>
    private static readonly FrozenDictionary<string, string> Declines = new Dictionary<string, string>
    {
        ["pickup_card"] = "04", ["do_not_honor"] = "05", ["generic_decline"] = "05", ["invalid_amount"] = "13",
        ["invalid_account"] = "14", ["incorrect_number"] = "14", ["invalid_number"] = "14", ["reenter_transaction"] = "19",
        ["lost_card"] = "41", ["stolen_card"] = "43", ["insufficient_funds"] = "51", ["expired_card"] = "54",
        ["invalid_pin"] = "55", ["card_not_supported"] = "57", ["transaction_not_allowed"] = "57", ["fraudulent"] = "59",
        ["card_velocity_exceeded"] = "61", ["restricted_card"] = "62", ["security_violation"] = "63",
        ["withdrawal_count_limit_exceeded"] = "65", ["pin_try_exceeded"] = "75", ["issuer_not_available"] = "91",
        ["processing_error"] = "96", ["authentication_required"] = "1A", ["stop_payment_order"] = "R0",
        ["revocation_of_authorization"] = "R1", ["revocation_of_all_authorizations"] = "R3",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Currencies that the provider counts in other digits than ISO 4217.</summary>
    private static readonly FrozenDictionary<string, int> Digits =
        new Dictionary<string, int> { ["ISK"] = 2, ["MGA"] = 0, ["UGX"] = 2 }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static GatewayOutcome OutcomeOf(int status, string type, string code) =>
        KeyInUse.Contains(type) || KeyInUse.Contains(code)
        ? GatewayOutcome.Unknown
        : Statuses.GetValueOrDefault(status, GatewayOutcome.Unknown);

    /// <summary>The network's code of a decline; words without one stay as they are.</summary>
    internal static string DeclineOf(string declineWord, string code) =>
        Declines.TryGetValue(declineWord, out var known) ? known
        : declineWord.Length > 0 ? declineWord
        : Declines.GetValueOrDefault(code, code);

    /// <summary>What the provider counts, of an amount; null when it is between two of its steps.</summary>
    internal static long? UnitsOf(Money amount)
    {
        var (units, step) = (amount.MinorUnits, StepOf(amount.Currency));
        if (units % step != 0) return null;
        for (var more = DigitsOf(amount.Currency) - amount.Currency.Digits; more > 0; more--) units = checked(units * 10);
        for (var less = amount.Currency.Digits - DigitsOf(amount.Currency); less > 0; less--) units /= 10;
        return units;
    }

    /// <summary>The amount of what the provider counts; null when it is not on our grid.</summary>
    internal static Money? AmountOf(long units, Currency currency)
    {
        var exact = (decimal)units;
        for (var i = DigitsOf(currency); i > 0; i--) exact /= 10;
        return Money.TryOf(exact, currency, out var amount) ? amount : null;
    }

    /// <summary>The smallest step the provider takes, in our minor units: currencies of three digits end in a zero.</summary>
    internal static long StepOf(Currency currency)
    {
        if (currency.Digits == 3) return 10;
        var step = 1L;
        for (var less = currency.Digits - DigitsOf(currency); less > 0; less--) step *= 10;
        return step;
    }

    private static int DigitsOf(Currency currency) => Digits.GetValueOrDefault(currency.Code, currency.Digits);
}
