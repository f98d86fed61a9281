using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>What a contact is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContactPurpose>))]
public enum ContactPurpose
{
    /// <summary>Whatever has no contact of its own.</summary>
    General,

    /// <summary>Order confirmation, shipment, delay.</summary>
    Ordering,

    /// <summary>Invoices and credit notes.</summary>
    Invoicing,

    /// <summary>Reminders and statements of account.</summary>
    Dunning,
}
