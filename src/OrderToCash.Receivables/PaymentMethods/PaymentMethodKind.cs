using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What sort of way to pay it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentMethodKind>))]
public enum PaymentMethodKind
{
    /// <summary>A card, by the provider's token.</summary>
    Card,

    /// <summary>A direct-debit mandate.</summary>
    DirectDebit,

    /// <summary>An account with a wallet, by the provider's token.</summary>
    Wallet,
}
