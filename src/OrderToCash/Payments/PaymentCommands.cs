using OrderToCash.Receivables;

namespace OrderToCash;

/// <summary>Starts an attempt to take money through a gateway; nothing is asked of it yet.</summary>
public sealed record StartPayment : Command
{
    /// <summary>How much, for what, from where.</summary>
    public required PaymentAttemptFacts Facts { get; init; }
}

/// <summary>Asks the gateway for one operation of an attempt. The command's id is the gateway's key.</summary>
public sealed record AskGateway : Command
{
    /// <summary>The attempt.</summary>
    public required PaymentAttemptId Attempt { get; init; }

    /// <summary>What.</summary>
    public required GatewayOperation Operation { get; init; }

    /// <summary>How much; null for all.</summary>
    public Money? Amount { get; init; }

    /// <summary>The business date of a receipt that follows.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Records what a gateway answered to a call or to an enquiry.</summary>
public sealed record RecordGatewayAnswer : Command
{
    /// <summary>The attempt.</summary>
    public required PaymentAttemptId Attempt { get; init; }

    /// <summary>The answer.</summary>
    public required GatewayAnswer Answer { get; init; }

    /// <summary>The business date of a receipt that follows.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>
/// Takes a notice of the provider. Give it the provider's id of the notice, so that the same one is heard once.
/// </summary>
public sealed record HearGateway : Command
{
    /// <summary>The attempt.</summary>
    public required PaymentAttemptId Attempt { get; init; }

    /// <summary>The notice.</summary>
    public required GatewayNotice Notice { get; init; }

    /// <summary>The business date of a receipt that follows.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Uses a customer's credit for what he owes and does not dispute, unless he keeps it.</summary>
public sealed record ApplyCredit : Command
{
    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>Whose credit.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}

/// <summary>Stores a way to pay: a token, never a number.</summary>
public sealed record AddPaymentMethod : Command
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The way to pay.</summary>
    public required StoredPaymentMethod Method { get; init; }
}

/// <summary>Changes one stored way to pay.</summary>
public sealed record ChangePaymentMethod : Command
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>Which.</summary>
    public required PaymentMethodId Method { get; init; }

    /// <summary>What becomes of it.</summary>
    public required PaymentMethodChange Change { get; init; }

    /// <summary>Why, for a block.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";
}

/// <summary>Says how a customer wants to pay: which way first, and whether his credit pays the next invoices.</summary>
public sealed record PreferPaymentMethods : Command
{
    /// <summary>Whose.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>All ways to pay, the preferred one first; empty to leave the order as it is.</summary>
    public EquatableArray<PaymentMethodId> Order { get; init; }

    /// <summary>True to keep the credit; null to leave that as it is.</summary>
    public bool? KeepsCredit { get; init; }
}

/// <summary>Books what a payment service provider paid out.</summary>
public sealed record BookPayout : Command
{
    /// <summary>Whose account.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>What the provider says.</summary>
    public required PayoutReport Report { get; init; }

    /// <summary>What the bank has for it; null while there is no line.</summary>
    public Money? Bank { get; init; }

    /// <summary>
    /// What our books have with the provider and no payout paid out; empty to derive it from the journal.
    /// </summary>
    public EquatableArray<ExpectedMovement> Expected { get; init; }
}
