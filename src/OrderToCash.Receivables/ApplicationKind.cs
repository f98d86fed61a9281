using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>How an application settles a part of an item.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApplicationKind>))]
public enum ApplicationKind
{
    /// <summary>By another item: a credit settles what is owed.</summary>
    Settlement,

    /// <summary>By giving up a small difference.</summary>
    WriteOff,

    /// <summary>By paying the credit back.</summary>
    Refund,

    /// <summary>By the money going back to where it came from.</summary>
    Return,

    /// <summary>By giving up a debt that will not be paid.</summary>
    BadDebt,

    /// <summary>By what we owe the same party on the other side of the books.</summary>
    SetOff,

    /// <summary>By becoming an item of its own, or a part of another document.</summary>
    Transfer,

    /// <summary>By giving up interest or a fee.</summary>
    Waiver,

    /// <summary>By becoming revenue.</summary>
    Recognition,

    /// <summary>By money that comes back to the account a chargeback took it from.</summary>
    Recovery,

    /// <summary>By the mirror of the entry that opened it.</summary>
    Reversal,

    /// <summary>
    /// It does not settle but raises the item: interest on a contract liability. Its amount has the other sign.
    /// </summary>
    Accrual,

    /// <summary>By going to a factor: a receivable that was sold, money that is his.</summary>
    Factored,
}
