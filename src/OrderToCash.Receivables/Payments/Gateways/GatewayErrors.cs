namespace OrderToCash.Receivables;

/// <summary>Why a message of a provider is not believed, and what can't be said in its protocol.</summary>
public static class GatewayErrors
{
    /// <summary>A message has no signature that can be read.</summary>
    public static readonly ErrorCode SignatureMissing = new("gateway.signature-missing", ErrorKind.Forbidden,
        "The message has no time, or no signature.", "Pass the provider's header and the body as they came.");

    /// <summary>No signature fits a secret.</summary>
    public static readonly ErrorCode SignatureWrong = new("gateway.signature-wrong", ErrorKind.Forbidden,
        "No signature of the message fits.", "Check the secret, and that the body is passed byte for byte.");

    /// <summary>A message was signed too long ago, or in the future.</summary>
    public static readonly ErrorCode SignatureExpired = new("gateway.signature-expired", ErrorKind.Forbidden,
        "The message was signed at {signed}, more than {seconds} seconds from now.",
        "Check the clock; else somebody sends an old message again.");

    /// <summary>A message can't be read.</summary>
    public static readonly ErrorCode EventUnreadable = new("gateway.event-unreadable", ErrorKind.Invalid,
        "The message can't be read: {what}.", "Check which version of its messages the provider sends.");

    /// <summary>An amount is not on the provider's grid.</summary>
    public static readonly ErrorCode AmountOffGrid = new("gateway.amount-off-grid", ErrorKind.Invalid,
        "{amount} can't be taken: the provider takes {currency} only in steps of {step}.", "Take an amount of whole steps.");

    /// <summary>Money moved on another payment of the provider.</summary>
    public static readonly ErrorCode OtherPayment = new("gateway.other-payment", ErrorKind.Conflict,
        "{type} is about {payment}, attempt {attempt} is {known} at the provider.",
        "Look at both payments at the provider: the customer may have paid twice.");

    /// <summary>A refund that was done came back.</summary>
    public static readonly ErrorCode RefundCameBack = new("gateway.refund-came-back", ErrorKind.Conflict,
        "Refund {key} of attempt {attempt} failed after it was done.",
        "The provider has the money: record the refund as failed, and pay it another way.");
}
