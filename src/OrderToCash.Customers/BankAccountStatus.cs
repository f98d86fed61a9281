using System.Text.Json.Serialization;

namespace OrderToCash.Customers;

/// <summary>How far a change of bank details has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BankAccountStatus>))]
public enum BankAccountStatus
{
    /// <summary>Asked for; nothing uses it yet.</summary>
    Requested,

    /// <summary>Approved by a second person; payments are recognised by it and refunds go to it.</summary>
    Active,

    /// <summary>Turned down.</summary>
    Rejected,

    /// <summary>Was active until another account took its place.</summary>
    Replaced,
}
