using System.Text.Json.Serialization;

namespace OrderToCash.Customers;

/// <summary>What a block stops.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustomerBlockKind>))]
public enum CustomerBlockKind
{
    /// <summary>No new orders.</summary>
    Orders,

    /// <summary>No goods leave.</summary>
    Shipments,

    /// <summary>No invoices are posted.</summary>
    Invoices,

    /// <summary>No reminders are sent.</summary>
    Dunning,

    /// <summary>No money is paid back.</summary>
    Refunds,
}
