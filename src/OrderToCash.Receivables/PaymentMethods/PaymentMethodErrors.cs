namespace OrderToCash.Receivables;

/// <summary>Why a command on a customer's ways to pay is refused, and what is broken in stored ones.</summary>
public static class PaymentMethodErrors
{
    /// <summary>A card number instead of a token.</summary>
    public static readonly ErrorCode LooksLikeCardNumber = new("payment-method.looks-like-card-number", ErrorKind.Invalid,
        "The text looks like a card number, which is not stored.", "Store the provider's token.");

    /// <summary>The token is missing.</summary>
    public static readonly ErrorCode TokenMissing = new("payment-method.token-missing", ErrorKind.Invalid,
        "The way to pay has no id, or no token.", "Give both.");

    /// <summary>The id is taken.</summary>
    public static readonly ErrorCode Exists = new("payment-method.exists", ErrorKind.Conflict,
        "There is another way to pay {method} already.", "Give each an id of its own.");

    /// <summary>There is no such way to pay.</summary>
    public static readonly ErrorCode Unknown = new("payment-method.unknown", ErrorKind.NotFound,
        "Customer {customer} has no way to pay {method}.", "Name a stored one.");

    /// <summary>It is gone for good.</summary>
    public static readonly ErrorCode Ended = new("payment-method.ended", ErrorKind.Refused,
        "{method} is gone for good: {because}.", "Ask for another way to pay.");

    /// <summary>It can't be used.</summary>
    public static readonly ErrorCode Unusable = new("payment-method.unusable", ErrorKind.Refused,
        "Customer {customer} has no way to pay that can be used on {date}.", "Ask for a new one, or send the invoice.");

    /// <summary>The order of preference is another set.</summary>
    public static readonly ErrorCode OrderDiffers = new("payment-method.order-differs", ErrorKind.Invalid,
        "The order must name each of the {count} ways to pay once.", "Name all of them.");

    /// <summary>A reason is missing.</summary>
    public static readonly ErrorCode ReasonMissing = new("payment-method.reason-missing", ErrorKind.Invalid,
        "The block of {method} says not why.", "Give a reason.");

    /// <summary>Stored ways to pay break a rule.</summary>
    public static readonly ErrorCode StateBroken = new("payment-method.state-broken", ErrorKind.Invalid,
        "The ways to pay of {customer} are not in order: {what}.", "Restore them from their events.");
}
